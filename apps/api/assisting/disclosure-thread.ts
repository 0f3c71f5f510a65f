import { parentPort, workerData } from 'node:worker_threads'
import { readPlan } from '#policy-text/index.ts'

const { text } = workerData as { readonly text: string } // as assistant-routes.ts hands it over
parentPort?.postMessage(readPlan(text).disclosure?.kind ?? '')
