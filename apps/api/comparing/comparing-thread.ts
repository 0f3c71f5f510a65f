import { parentPort, workerData } from 'node:worker_threads'
import { type AreaSizes, comparePlans } from '#policy-text/index.ts'
import { COMPARISON_FORMATS, type ComparisonFormat } from './formats.ts'

/** What a thread is given: two texts, what statistics say of areas, and what the comparison should be given as. */
export interface ComparingOrder {
  readonly one: string
  readonly other: string
  readonly areas: readonly AreaSizes[]
  readonly format: ComparisonFormat
}

const { one, other, areas, format } = workerData as ComparingOrder // as comparison-routes.ts hands it over
parentPort?.postMessage(await COMPARISON_FORMATS[format].made(comparePlans(one, other, areas)))
