import type { CountingRule } from '#engine/define/counting.ts'
import { addDecimals, negated } from '#engine/define/decimals.ts'

/** The choice made for each setting of a rule. */
export type Choices = Readonly<Record<string, string>>

/** The choices that hold until somebody decides otherwise. */
export function standardChoices({ settings = {} }: CountingRule): Choices {
  return Object.fromEntries(Object.entries(settings).map(([setting, { standard }]) => [setting, standard]))
}

/** The figure that is held against the target: the counted measure with what the choices add to it and take from it. */
export function countedWith(rule: CountingRule, sums: Readonly<Record<string, string>>, choices: Choices): string {
  return addDecimals(
    signsOf(rule, choices).map(({ measure, sign }) => {
      const sum = sums[measure] ?? '0'
      return sign === 1 ? sum : negated(sum)
    }),
  )
}

/** A measure that is added to a figure or taken off it. */
export interface SignedMeasure {
  readonly measure: string
  readonly sign: 1 | -1
}

/** The measures that make up the figure under these choices; an unknown choice is the standard one. */
export function signsOf(rule: CountingRule, choices: Choices): readonly SignedMeasure[] {
  const chosen = Object.entries(rule.settings ?? {}).map(
    ([setting, { choices: all, standard }]) => all[choices[setting] ?? standard] ?? all[standard]!,
  )
  return [
    { measure: rule.counted, sign: 1 },
    ...chosen.flatMap(({ plus = [], minus = [] }) => [
      ...plus.map((measure): SignedMeasure => ({ measure, sign: 1 })),
      ...minus.map((measure): SignedMeasure => ({ measure, sign: -1 })),
    ]),
  ]
}
