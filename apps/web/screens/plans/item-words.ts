import type { PlanItem } from '#contract/plans.ts'
import { comparatorTexts } from '../../texts/texts-plans.ts'
import type { Words } from '../../texts/words.ts'
import { asText } from '../../values/as-text.ts'
import { thousands } from '../../values/money.ts'
import { NOTHING } from '../../values/print.ts'

type ValueOf = Pick<PlanItem, 'low' | 'high' | 'unit' | 'comparator'>

const COMPARATORS: Readonly<Record<string, Words>> = comparatorTexts
const DOUBTFUL_BELOW = 0.7

/** “不少于 100 项”, “100–200 家”; “—” where a target has no number. */
export function valueInWords({ low, high, unit, comparator }: ValueOf): Words {
  if (low === null && high === null) return { zh: NOTHING, en: NOTHING }
  const number = [low, high]
    .filter((value) => value !== null)
    .map(plain)
    .join('–')
  const before = COMPARATORS[comparator ?? ''] ?? { zh: '', en: '' }
  const after = unit === null ? '' : unit === '%' || unit === '％' ? '%' : ` ${unit}`
  return { zh: `${before.zh}${before.zh === '' ? '' : ' '}${number}${after}`, en: `${before.en}${number}${after}` }
}

/** Decimals as stored, 100.000000, lose their empty places. */
export const plain = (decimal: string) => thousands(decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal)

/** A value as text; null for nothing. */
export const textOf = (value: unknown): string | null => asText(value) || null

/** The reader was not sure, and nobody has decided yet. */
export const isDoubtful = ({ confidence, state }: Pick<PlanItem, 'confidence' | 'state'>) =>
  confidence < DOUBTFUL_BELOW && state === 'found'

/** A person has looked at it: it was marked, changed, taken out or confirmed. */
export function isChecked(item: PlanItem, marked: ReadonlySet<string>): boolean {
  return marked.has(item.id) || item.edited || item.state !== 'found'
}
