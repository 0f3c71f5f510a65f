import { z } from 'zod'
import { words } from './problem.ts'

/** A plan to be compared: a document of the product, or a text that is not kept. */
const comparedPlan = z.union([z.strictObject({ document: z.uuid() }), z.strictObject({ text: z.string().min(1).max(1_000_000) })])

/**
 * POST /documents:compare?format=… — two plans side by side. As JSON this; as multipart the parts "one" and "other", each a file
 * or the id of a document. Documents that the post may not read are answered with entry.not-found. Nothing is kept.
 */
export const comparePlansInput = z.strictObject({ one: comparedPlan, other: comparedPlan })
export const comparePlansQuery = z.object({ format: z.enum(['json', 'md', 'xlsx', 'html']).default('json') })

const finding = z.object({ name: z.string(), says: words, quote: z.string(), start: z.int(), end: z.int(), clause: z.string() })
const basisValue = z.object({ value: z.number(), words })
const head = z.object({
  title: z.string().nullable(),
  docNumber: z.string().nullable(),
  date: z.string().nullable(),
  issuer: z.array(z.string()),
  planPeriod: z.object({ from: z.int(), to: z.int() }).nullable(),
  area: z.string().nullable(),
  clauses: z.array(z.object({ id: z.string(), title: z.string(), start: z.int(), text: z.string() })),
})

/** The answer as JSON: what is at `one` and `other` changes places when the plans do. */
export const planComparison = z.object({
  one: head,
  other: head,
  pairs: z.array(
    z.object({
      subject: z.enum(['target', 'field', 'measure', 'duty', 'register', 'instrument']),
      kind: z.enum(['different', 'offered', 'only_one', 'only_other', 'same']),
      one: finding.nullable(),
      other: finding.nullable(),
      why: words,
      bases: z.array(
        z.object({
          basis: z.enum(['as_stated', 'per_year', 'per_person', 'per_gdp']),
          unit: words.nullable(),
          one: basisValue.nullable(),
          other: basisValue.nullable(),
          why: words.nullable(),
        }),
      ),
    }),
  ),
  fieldGroups: z.array(z.object({ scheme: words, title: words, one: z.array(z.string()), other: z.array(z.string()) })),
  missingSizes: z.object({ population: words.nullable(), gdp: words.nullable() }),
})

export type ComparedPlan = z.infer<typeof comparePlansInput>['one']
