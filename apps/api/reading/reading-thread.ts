import { parentPort, workerData } from 'node:worker_threads'
import { readPlan } from '#policy-text/index.ts'
import { READ_FORMATS, type ReadFormat } from './formats.ts'

/** What a thread is given: one text, and what its reading should be given as. */
export interface ReadingOrder {
  readonly text: string
  readonly format: ReadFormat
}

const { text, format } = workerData as ReadingOrder // as read-in-thread.ts hands it over
parentPort?.postMessage(await READ_FORMATS[format].made(readPlan(text), text))
