import type { CountingRule } from '#engine/define/counting.ts'
import type { Words } from '#engine/define/words.ts'
import { addDecimals } from './decimals.ts'

/** Measures by name, as decimal strings. */
type Sums = Readonly<Record<string, string>>

/** An answer somebody gave to a question that the plan's text leaves open. */
export interface ChosenSetting {
  readonly indicator: string
  readonly setting: string
  readonly choice: string
}

export interface StandingSetting {
  readonly setting: string
  readonly question: Words
  readonly basis: Words
  readonly choice: string
  /** Nobody has decided yet: the choice is the rule's own. */
  readonly standard: boolean
  readonly choices: readonly { readonly choice: string; readonly label: Words }[]
}

/** The one place that reads settings of a counting rule: every question with the answer that holds. */
export function standingSettings(indicator: string, rule: CountingRule, chosen: readonly ChosenSetting[]): readonly StandingSetting[] {
  return Object.entries(rule.settings ?? {}).map(([setting, { question, basis, choices, standard }]) => {
    const own = chosen.find((each) => each.indicator === indicator && each.setting === setting)
    const known = own !== undefined && Object.hasOwn(choices, own.choice)
    return {
      setting,
      question,
      basis,
      choice: known ? own.choice : standard,
      standard: !known,
      choices: Object.entries(choices).map(([choice, { label }]) => ({ choice, label })),
    }
  })
}

/** The figure held against the target: the counted measure with the measures of the standing choices added or taken off. */
export function heldFigure(rule: CountingRule, sums: Sums, standing: readonly Pick<StandingSetting, 'setting' | 'choice'>[]): string {
  const of = (measure: string) => sums[measure] ?? '0'
  const changes = standing.flatMap(({ setting, choice }) => {
    const { plus = [], minus = [] } = rule.settings?.[setting]?.choices[choice] ?? {}
    return [...plus.map(of), ...minus.map((measure) => negated(of(measure)))]
  })
  return addDecimals([of(rule.counted), ...changes])
}

/** The figure of one named part of a headline. */
export function partFigure(rule: CountingRule, sums: Sums, part: string): string {
  return addDecimals((rule.parts?.[part]?.measures ?? []).map((measure) => sums[measure] ?? '0'))
}

function negated(decimal: string): string {
  return decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`
}
