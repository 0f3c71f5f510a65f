import type { PlanItem } from '#contract/plans.ts'
import { benchmarkTexts, comparatorTexts } from '../../texts/texts-plans.ts'
import { reviewTexts } from '../../texts/texts-review.ts'
import type { Words } from '../../texts/words.ts'
import { asText } from '../../values/as-text.ts'
import { thousands } from '../../values/money.ts'
import { NOTHING } from '../../values/print.ts'

type ValueOf = Pick<PlanItem, 'low' | 'high' | 'unit' | 'comparator'> & {
  /** What stands in place of a number. */
  readonly benchmark?: string | null
}

const COMPARATORS: Readonly<Record<string, Words>> = comparatorTexts
const DOUBTFUL_BELOW = 0.7
/** From here on the reader was sure. */
export const SURE_FROM = 0.9

/** “不少于 100 项”, “100–200 家”, “不低于全国平均水平”; “—” where a target has neither number nor benchmark. */
export function valueInWords({ low, high, unit, comparator, benchmark }: ValueOf): Words {
  if (low === null && high === null && benchmark) return againstBenchmark(benchmark, comparator)
  if (low === null && high === null) return { zh: NOTHING, en: NOTHING }
  const number = [low, high]
    .filter((value) => value !== null)
    .map(plain)
    .join('–')
  const before = COMPARATORS[comparator ?? ''] ?? { zh: '', en: '' }
  const after = unit === null ? '' : unit === '%' || unit === '％' ? '%' : ` ${unit}`
  return { zh: `${before.zh}${before.zh === '' ? '' : ' '}${number}${after}`, en: `${before.en}${number}${after}` }
}

/** Of a level one says 不低于, of a number 不少于. */
function againstBenchmark(benchmark: string, comparator: string | null): Words {
  const { zh, en } = comparator === 'more_than' ? benchmarkTexts.above : benchmarkTexts.notBelow
  return { zh: `${zh}${benchmark}`, en: `${en} ${benchmark}` }
}

/** Decimals as stored, 100.000000, lose their empty places. */
export const plain = (decimal: string) => thousands(decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal)

/** A value as text; null for nothing. */
export const textOf = (value: unknown): string | null => asText(value) || null

/** Nobody has struck it out. */
export const isAlive = ({ state }: Pick<PlanItem, 'state'>) => state !== 'removed' && state !== 'leftOut'

/** The reader was not sure, and nobody has decided yet. */
export const isDoubtful = ({ confidence, state }: Pick<PlanItem, 'confidence' | 'state'>) =>
  confidence < DOUBTFUL_BELOW && state === 'found'

/** How sure the reader is, in a word. */
export function sureness(confidence: number): Words {
  if (confidence < DOUBTFUL_BELOW) return reviewTexts.unsure
  return confidence < SURE_FROM ? reviewTexts.fairlySure : reviewTexts.sure
}

/** A person has looked at it and found it right. */
export const isChecked = ({ state }: Pick<PlanItem, 'state'>) => state === 'checked' || state === 'confirmed'

/** How far the checking is: of the items that still stand. */
export function progressOf(items: readonly PlanItem[]): { readonly done: number; readonly total: number } {
  const standing = items.filter(isAlive)
  return { done: standing.filter(isChecked).length, total: standing.length }
}

/** What still waits, the least sure first, then in the order of the text. */
export function doubtfulFirst(items: readonly PlanItem[]): readonly PlanItem[] {
  return items.filter(({ state }) => state === 'found').toSorted((a, b) => a.confidence - b.confidence || a.start - b.start)
}
