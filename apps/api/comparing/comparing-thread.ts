import { parentPort, workerData } from 'node:worker_threads'
import type { Language } from '#engine/define/words.ts'
import { comparePlans, type KeptPlan, type KnownAreas } from '#policy-text/index.ts'
import { COMPARISON_FORMATS, type ComparisonFormat } from './formats.ts'

/** What a thread is given: two plans, what statistics say of areas, and as what and in which language the comparison is wanted. */
export interface ComparingOrder {
  readonly one: string | KeptPlan
  readonly other: string | KeptPlan
  readonly areas: KnownAreas
  readonly format: ComparisonFormat
  readonly language: Language
}

const { one, other, areas, format, language } = workerData as ComparingOrder // as comparison-routes.ts hands it over
parentPort?.postMessage(await COMPARISON_FORMATS[format].made(comparePlans(one, other, areas), language))
