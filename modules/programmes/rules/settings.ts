import type { CountingRule } from '#engine/define/counting.ts'
import { addDecimals } from '#engine/define/decimals.ts'
import type { Words } from '#engine/define/words.ts'

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

/** The figure of one named part of a headline. */
export function partFigure(rule: CountingRule, sums: Sums, part: string): string {
  return addDecimals((rule.parts?.[part]?.measures ?? []).map((measure) => sums[measure] ?? '0'))
}
