import { z } from 'zod'

/**
 * The one small language for conditions: rights, filters, what a move needs, checks, counting rules.
 * It is data. `engine/access` answers it in memory and in words, `engine/store` renders it as SQL;
 * a law holds the two readings equal. A comparison with an empty field is false, never unknown.
 */
export type Expression =
  | { readonly all: readonly Expression[] }
  | { readonly any: readonly Expression[] }
  | { readonly not: Expression }
  | { readonly always: boolean }
  | Comparison
  | ActorCondition

/** About a field of the entry, by the field's name (or a column every register has, such as `state`). */
export type Comparison =
  | { readonly field: string; readonly is: Scalar }
  | { readonly field: string; readonly oneOf: readonly Scalar[] }
  | { readonly field: string; readonly atLeast: Scalar }
  | { readonly field: string; readonly atMost: Scalar }
  | { readonly field: string; readonly filled: boolean }
  /** The text contains these characters, letters in either case. */
  | { readonly field: string; readonly has: string }
  /** The area in this field lies within the named one (a code). */
  | { readonly field: string; readonly within: string }
  /** At least one row of a `rows` field fulfils the condition; inside it, `field` and `ownUnit` name a column. */
  | { readonly field: string; readonly some: Expression }

/** About the person who asks: the role of the post, its unit, its area, the person. */
export type ActorCondition =
  | { readonly role: string }
  | { readonly ownUnit: string }
  /** The area in this field lies within the area the post works for. */
  | { readonly withinArea: string }
  /** The person in this field is the one who asks. */
  | { readonly ownPerson: string }

/** A value that an expression compares with. */
export type Scalar = string | number | boolean

const scalar = z.union([z.string(), z.number(), z.boolean()])
const field = z.string().min(1)

/** Reads an expression from a stored definition or a question of a list. */
export const expressionSchema: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(expressionSchema) }),
    z.strictObject({ any: z.array(expressionSchema) }),
    z.strictObject({ not: expressionSchema }),
    z.strictObject({ always: z.boolean() }),
    z.strictObject({ field, is: scalar }),
    z.strictObject({ field, oneOf: z.array(scalar) }),
    z.strictObject({ field, atLeast: scalar }),
    z.strictObject({ field, atMost: scalar }),
    z.strictObject({ field, filled: z.boolean() }),
    z.strictObject({ field, has: z.string().min(1) }),
    z.strictObject({ field, within: z.string().length(6) }),
    z.strictObject({ field, some: expressionSchema }),
    z.strictObject({ role: z.string() }),
    z.strictObject({ ownUnit: field }),
    z.strictObject({ withinArea: field }),
    z.strictObject({ ownPerson: field }),
  ]),
)

/** The fields an expression speaks of; `some` speaks of its own field only. */
export function fieldsOf(expression: Expression): readonly string[] {
  if ('all' in expression) return expression.all.flatMap(fieldsOf)
  if ('any' in expression) return expression.any.flatMap(fieldsOf)
  if ('not' in expression) return fieldsOf(expression.not)
  if ('field' in expression) return [expression.field]
  if ('ownUnit' in expression) return [expression.ownUnit]
  if ('withinArea' in expression) return [expression.withinArea]
  if ('ownPerson' in expression) return [expression.ownPerson]
  return []
}
