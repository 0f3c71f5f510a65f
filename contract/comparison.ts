import { z } from 'zod'
import { words } from './problem.ts'

const amount = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/)
/** An area that no statistics of the product know, with what a person says of its size: resident population in 万人, GDP in 亿元. */
const sizedArea = z.strictObject({
  name: z.string().trim().min(1).max(60),
  year: z.string().regex(/^\d{4}$/),
  population: amount.optional(),
  gdp: amount.optional(),
})
/** For a plan whose text names no area or another one: by its code, or by its size. Figures per head and per GDP are those of this area. */
export const comparedArea = z.union([z.string().regex(/^\d{4}[0-9A-Z]{2}$/), sizedArea])
/** A plan to be compared: a document of the product, or a text that is not kept. */
const comparedPlan = z.union([
  z.strictObject({ document: z.uuid(), area: comparedArea.optional() }),
  z.strictObject({ text: z.string().min(1).max(1_000_000), area: comparedArea.optional() }),
])

/**
 * POST /documents:compare?format=…&language=… — two plans side by side. As JSON this; as multipart the parts "one" and "other", each
 * a file or the id of a document, and "oneArea", "otherArea" (an area's code, or the JSON of its size) where an area is chosen. Documents that the post may not read are answered
 * with entry.not-found; one that came in a pack without its text is compared by its entries. Nothing is kept. `language` is that of
 * files for people; without it the one that Accept-Language asks for.
 */
export const comparePlansInput = z.strictObject({ one: comparedPlan, other: comparedPlan })
export const comparePlansQuery = z.object({
  format: z.enum(['json', 'md', 'xlsx', 'html']).default('json'),
  language: z.enum(['zh', 'en']).optional(),
})

const finding = z.object({ name: z.string(), says: words, quote: z.string(), start: z.int(), end: z.int(), clause: z.string() })
const basisValue = z.object({ value: z.number(), words })
const head = z.object({
  title: z.string().nullable(),
  docNumber: z.string().nullable(),
  date: z.string().nullable(),
  issuer: z.array(z.string()),
  planPeriod: z.object({ from: z.int(), to: z.int() }).nullable(),
  area: z.string().nullable(),
  /** False of a plan that came in a pack without its text; it has no clauses to open. */
  hasText: z.boolean(),
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

export type ComparedArea = z.infer<typeof comparedArea>
export type SizedArea = z.infer<typeof sizedArea>
export type ComparedPlan = z.infer<typeof comparePlansInput>['one']
