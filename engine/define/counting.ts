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
  /** Questions a plan's text leaves open; the chosen answers add measures to the counted one or take them off. */
  readonly settings?: Readonly<Record<string, CountingSetting>>
  /** Named parts of a headline, each the sum of some measures. */
  readonly parts?: Readonly<Record<string, CountingPart>>
}

export interface CountingSetting {
  readonly question: Words
  readonly basis: Words
  readonly choices: Readonly<Record<string, CountingChoice>>
  /** The choice that holds until a person makes another. */
  readonly standard: string
}

export interface CountingChoice {
  readonly label: Words
  readonly plus?: readonly string[]
  readonly minus?: readonly string[]
}

export interface CountingPart {
  readonly title: Words
  readonly measures: readonly string[]
}

export interface Term {
  readonly measure: string
  readonly when: Expression
  readonly countsOn: string
  readonly amount?: 1 | -1
}

const countingSetting: z.ZodType<CountingSetting> = z.strictObject({
  question: wordsSchema,
  basis: wordsSchema,
  choices: z.record(
    z.string(),
    z.strictObject({ label: wordsSchema, plus: z.array(z.string()).exactOptional(), minus: z.array(z.string()).exactOptional() }),
  ),
  standard: z.string(),
})

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
      countsOn: z.string(),
      amount: z.union([z.literal(1), z.literal(-1)]).exactOptional(),
    }),
  ),
  settings: z.record(z.string(), countingSetting).exactOptional(),
  parts: z.record(z.string(), z.strictObject({ title: wordsSchema, measures: z.array(z.string()) })).exactOptional(),
})
