import { z } from 'zod'
import { type Expression, expressionSchema } from './expression.ts'
import { type Words, wordsSchema } from './words.ts'

/**
 * What an entry adds to an indicator. A rule is a list of terms; an entry version that fulfils a term's condition
 * adds `amount` (1 unless said) to the term's measure, on the business day in the field `countsOn`.
 * Changing a rule makes a new version of it, counted beside the old.
 */
export interface CountingRule {
  readonly version: number
  readonly title: Words
  /** The unit of the figure, as officials print it: 项, 家, 个. */
  readonly unit: Words
  readonly measures: Readonly<Record<string, Words>>
  /** The measure that is held against the target. */
  readonly counted: string
  readonly terms: readonly Term[]
  /** Measures that are told as details, below the figures themselves. */
  readonly details?: readonly string[]
  /** Named parts of the figure, each the sum of its measures. */
  readonly parts?: Readonly<Record<string, Part>>
  /** What the plan's words leave open; the choices add measures to the counted one, so a change needs no recount. */
  readonly settings?: Readonly<Record<string, Setting>>
}

/** A part of a figure that is shown by itself, such as 储备 or 已公布, and the measures that make it up. */
export interface Part {
  readonly title: Words
  readonly measures: readonly string[]
}

/** A question of counting that the plan leaves open, with its possible answers and the one taken until a jurisdiction chooses. */
export interface Setting {
  readonly question: Words
  /** The words of the plan, or the practice, that leave it open. */
  readonly basis: Words
  readonly choices: Readonly<Record<string, SettingChoice>>
  readonly standard: string
}

/** An answer to a setting: the measures it adds to the figure or takes off. */
export interface SettingChoice {
  readonly label: Words
  readonly plus?: readonly string[]
  readonly minus?: readonly string[]
}

/** What an entry adds to a measure: while it fulfils `when`, as of its business day, by `amount` (1 unless said otherwise). */
export interface Term {
  readonly measure: string
  readonly when: Expression
  /** The field of the business day; of several the latest, when all are filled. */
  readonly countsOn: string | readonly string[]
  readonly amount?: 1 | -1
}

/** The days of a term, whether it names one or several. */
export function daysOf({ countsOn }: Pick<Term, 'countsOn'>): readonly string[] {
  return typeof countsOn === 'string' ? [countsOn] : countsOn
}

const names = z.array(z.string())

/** Reads a counting rule from a stored definition. */
export const countingRuleSchema: z.ZodType<CountingRule> = z.strictObject({
  version: z.int().positive(),
  title: wordsSchema,
  unit: wordsSchema,
  measures: z.record(z.string(), wordsSchema),
  counted: z.string(),
  terms: z.array(
    z.strictObject({
      measure: z.string(),
      when: expressionSchema,
      countsOn: z.union([z.string(), names.min(1)]),
      amount: z.union([z.literal(1), z.literal(-1)]).exactOptional(),
    }),
  ),
  details: names.exactOptional(),
  parts: z.record(z.string(), z.strictObject({ title: wordsSchema, measures: names })).exactOptional(),
  settings: z
    .record(
      z.string(),
      z.strictObject({
        question: wordsSchema,
        basis: wordsSchema,
        choices: z.record(z.string(), z.strictObject({ label: wordsSchema, plus: names.exactOptional(), minus: names.exactOptional() })),
        standard: z.string(),
      }),
    )
    .exactOptional(),
})
