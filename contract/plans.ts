import { z } from 'zod'
import { uploadedFile } from './files.ts'
import { words } from './problem.ts'

/**
 * POST /commands/plans.read — reads an uploaded text into a policy_document (state `draft`) and its plan_item entries.
 * Answers { document, items, warnings, encoding }. Faults: plan.empty, plan.not-text, plan.too-long.
 */
/** `supersedes`: the document of the running plan that this is a new version of. */
export const readPlanInput = z.object({ file: uploadedFile, supersedes: z.uuid().optional() })
export const readPlanAnswer = z.object({ document: z.uuid(), items: z.int(), encoding: z.string(), warnings: z.array(words) })

/** GET /queries/plans.document?document=… — the text and what was found; items are corrected through /registers/plan_item/entries. */
export const planDocumentInput = z.object({ document: z.uuid() })
const planItemKind = z.enum(['heading', 'target', 'duty', 'list'])
export const planItem = z.object({
  id: z.uuid(),
  version: z.int(),
  /** Replaced items, those that were split or joined, are left out of the answer. */
  state: z.enum(['found', 'checked', 'removed', 'confirmed', 'leftOut']),
  itemKind: planItemKind,
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
  /** Names of units, parted by “、”. */
  lead: z.string().nullable(),
  support: z.string().nullable(),
  joint: z.boolean(),
  listKind: z.string().nullable(),
  parentQuote: z.string().nullable(),
  origin: z.enum(['read', 'added', 'split', 'joined', 'assistant']),
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
    state: z.enum(['draft', 'confirmed', 'superseded', 'discarded']),
    /** The document of the running plan that this one is a new version of. */
    supersedes: z.uuid().nullable(),
    title: z.string(),
    issuers: z.array(z.string()),
    documentNo: z.string().nullable(),
    documentDate: z.string().nullable(),
    encoding: z.string(),
    sourceType: z.enum(['txt', 'html', 'docx', 'pdf']),
    /** The plan's last year, which items without a year of their own inherit. */
    toYear: z.int().nullable(),
    fileName: z.string(),
    warnings: z.array(words),
    readAt: z.string(),
  }),
  text: z.string(),
  /** In traditional characters: it can be shown with its simplified wording. */
  traditional: z.boolean(),
  items: z.array(planItem),
  mayEdit: z.boolean(),
  mayConfirm: z.boolean(),
  /** Counted indicators a target may be tied to. */
  indicators: z.array(z.object({ code: z.string(), title: words, unit: words })),
})

const seenItem = z.object({ id: z.uuid(), version: z.int().positive() })
const text = z.string().trim().max(2000).nullable().optional()

/**
 * POST /commands/plans.add-item — an item over words that a person selected; the server takes the words from the text.
 * Without `values` the reader's reading of the words is kept. `beside` names items of the same kind over the same words that
 * the person has seen: the refusal plan.item-overlaps names them; exact doubles are refused always.
 */
export const addItemInput = z.object({
  document: z.uuid(),
  itemKind: planItemKind,
  start: z.int().min(0),
  end: z.int().min(1),
  values: z
    .strictObject({
      label: z.string().trim().min(1).max(300),
      level: z.int().min(1).max(9).nullable().optional(),
      low: text,
      high: text,
      unit: text,
      comparator: text,
      qualifier: text,
      deadline: text,
      period: text,
      lead: text,
      support: text,
      joint: z.boolean().optional(),
      listKind: text,
    })
    .optional(),
  beside: z.array(z.uuid()).max(100).optional(),
  /** Who proposed what a person takes on here; absent: the person found it. */
  proposedBy: z.literal('assistant').optional(),
})
/** POST /commands/plans.split-item — at this offset of the document's text, inside the item. Answers { items }, the two new ones. */
export const splitItemInput = z.object({ item: seenItem, at: z.int().min(1) })
/** POST /commands/plans.join-items — two neighbours of one kind. Answers { items }, the new one. */
export const joinItemsInput = z.object({ items: z.tuple([seenItem, seenItem]) })
/** POST /commands/plans.bring-back — takes a split or a join back. Answers { items }, those that stood there before. */
export const bringBackInput = z.object({ items: z.array(seenItem).min(1).max(2) })
export const itemsAnswer = z.object({ items: z.array(z.uuid()) })

export type AddItemInput = z.infer<typeof addItemInput>
export type ItemsAnswer = z.infer<typeof itemsAnswer>
export type PlanDocument = z.infer<typeof planDocument>
export type PlanItem = z.infer<typeof planItem>
