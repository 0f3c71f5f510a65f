import { z } from 'zod'
import { uploadedFile } from './files.ts'
import { words } from './problem.ts'

/**
 * POST /commands/plans.read — reads an uploaded text into a policy_document (state `draft`) and its plan_item entries.
 * Answers { document, items, warnings, encoding }. Faults: plan.empty, plan.not-text, plan.too-long.
 */
export const readPlanInput = z.object({ file: uploadedFile })
export const readPlanAnswer = z.object({ document: z.uuid(), items: z.int(), encoding: z.string(), warnings: z.array(words) })

/** GET /queries/plans.document?document=… — the text and what was found; items are corrected through /registers/plan_item/entries. */
export const planDocumentInput = z.object({ document: z.uuid() })
export const planItem = z.object({
  id: z.uuid(),
  version: z.int(),
  state: z.enum(['found', 'removed', 'confirmed', 'leftOut']),
  itemKind: z.enum(['heading', 'target', 'duty', 'list']),
  quote: z.string(),
  start: z.int(),
  end: z.int(),
  /** Metric of a target, name of a list, text of a heading, leading units of a duty. */
  label: z.string(),
  level: z.int().nullable(),
  /** Decimal strings; a range has both. */
  low: z.string().nullable(),
  high: z.string().nullable(),
  unit: z.string().nullable(),
  comparator: z.string().nullable(),
  qualifier: z.string().nullable(),
  deadline: z.string().nullable(),
  deadlineInherited: z.boolean(),
  period: z.string().nullable(),
  parentQuote: z.string().nullable(),
  confidence: z.number(),
  why: words.nullable(),
  /** The counted indicator that fits the target best, with the reason; a person decides on confirming. */
  indicator: z.string().nullable(),
  indicatorWhy: words.nullable(),
  edited: z.boolean(),
})
export const planDocument = z.object({
  document: z.object({
    id: z.uuid(),
    version: z.int(),
    state: z.enum(['draft', 'confirmed', 'discarded']),
    title: z.string(),
    issuers: z.array(z.string()),
    documentNo: z.string().nullable(),
    documentDate: z.string().nullable(),
    encoding: z.string(),
    fileName: z.string(),
    warnings: z.array(words),
    readAt: z.string(),
  }),
  text: z.string(),
  items: z.array(planItem),
  mayEdit: z.boolean(),
  mayConfirm: z.boolean(),
  /** Counted indicators a target may be tied to. */
  indicators: z.array(z.object({ code: z.string(), title: words, unit: words })),
})

export type PlanDocument = z.infer<typeof planDocument>
export type PlanItem = z.infer<typeof planItem>
