import { z } from 'zod'
import { countingRuleSchema } from '#engine/define/counting.ts'
import { wordsSchema } from '#engine/define/words.ts'
import { ACTION_CLASSES, INSTRUMENT_KINDS } from '#policy-text/index.ts'

const key = z.string().regex(/^[a-z0-9][a-z0-9-]*$/)
const place = { start: z.int().min(0), end: z.int().min(1) }
const number = z.string().regex(/^-?\d+(\.\d+)?$/)

/** A measure within a task: what sort of work on what, and a proposal of what would prove it done. */
export const packAction = z.strictObject({
  action: z.enum(ACTION_CLASSES),
  object: z.string().min(1).max(60),
  /** `encourage`: 鼓励, 支持; a person must say what the result is. */
  strength: z.enum(['do', 'encourage']),
  deliverable: z.string().min(1).max(200),
  /** `proposed` until a person has said what is to be handed in. */
  standing: z.enum(['proposed', 'decided']),
  ...place,
})

const amount = z.strictObject({
  role: z.enum(['condition', 'rate', 'ceiling', 'amount', 'duration']),
  low: number,
  high: number.nullable(),
  unit: z.string().max(20),
  /** What a rate is a share of, or what a condition measures. */
  of: z.string().max(60).nullable(),
})

/** Who gets what on which conditions, as a draft of a rule that a program can check; nothing is paid by it. */
export const packInstrument = z.strictObject({
  key,
  kind: z.enum(INSTRUMENT_KINDS),
  recipient: z.string().max(100).nullable(),
  conditions: z.array(amount),
  benefits: z.array(amount),
  per: z.array(z.string()),
  clause: z.string().max(80).nullable(),
  standing: z.enum(['proposed', 'decided']),
  ...place,
})

/**
 * What a target is followed by. `register`: a register of the product counts it. `statistic`: its value is entered from a published
 * statistic; where things are counted one by one, `rule` proposes how a register would count them instead.
 */
export const packIndicator = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/),
  title: wordsSchema,
  unit: z.string().max(20).nullable(),
  follows: z.enum(['register', 'statistic']),
  register: z.string().nullable(),
  rule: countingRuleSchema.nullable(),
  targets: z.array(key),
  why: wordsSchema,
})
