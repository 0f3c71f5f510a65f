import { z } from 'zod'
import { words } from './problem.ts'

export const importOutcome = z.enum(['new', 'changed', 'unchanged', 'wrong', 'conflict'])

/** POST /registers/:register/imports (multipart, one part named "file"; `?history=true` for 历史导入) answers it; GET /imports/:import tells how far it is. */
export const importState = z.object({
  id: z.uuid(),
  register: z.string(),
  fileName: z.string(),
  /** reading → ready → applying → done; cancelled; failed with `fault`. */
  state: z.enum(['reading', 'ready', 'applying', 'done', 'cancelled', 'failed']),
  mode: z.enum(['good', 'all']).nullable(),
  /** 历史导入: entries decided before the register was kept here, with the days of their documents. */
  history: z.boolean(),
  cancelAsked: z.boolean(),
  /** About the sheet as a whole: columns that are missing or unknown. */
  notes: z.array(words),
  rowsRead: z.int(),
  fault: words.nullable(),
  createdAt: z.string(),
  counts: z.object({
    new: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    wrong: z.int(),
    conflict: z.int(),
    /** Of the new and changed ones, those that are in. */
    applied: z.int(),
    /** Of all rows, those about which something is doubtful; they go in all the same. */
    warned: z.int(),
  }),
})

const atCell = z.object({ cell: z.string().optional(), label: words.optional(), message: words })

/**
 * GET /imports/:import/rows?outcome=wrong&after=120 — a hundred rows of the preview; with `warned=true` those with something doubtful,
 * with `field=area` those with something wrong in that column.
 * GET /imports/:import/errors.xlsx gives the wrong rows and the open clashes back as a workbook to mend.
 */
export const importRows = z.object({
  rows: z.array(
    z.object({
      /** As the sheet counts. */
      row: z.int(),
      /** The sheet of a sub-table, for a row in it that belongs to no row of the main sheet; `row` counts in that sheet then. */
      sheet: z.string().optional(),
      outcome: importOutcome,
      title: z.string(),
      entry: z.uuid().nullable(),
      applied: z.boolean(),
      /** What changes, as people read it; a clash was changed in the system, too, and waits for a choice. */
      changes: z.array(
        z.object({
          field: z.string(),
          label: words,
          before: words.nullable(),
          after: words.nullable(),
          clash: z.boolean(),
          /** In a clash: the value when the sheet was made. */
          was: words.nullable().optional(),
          choice: z.enum(['sheet', 'system']).optional(),
          /** Of a sub-table: what becomes of which of its rows. */
          rows: z
            .array(z.object({ act: z.enum(['added', 'changed', 'removed']), before: words.nullable(), after: words.nullable() }))
            .optional(),
        }),
      ),
      faults: z.array(atCell),
      /** A formula's value, a credit code with a wrong check character: the row goes in all the same. */
      warnings: z.array(atCell),
    }),
  ),
  /** What `after` of the next page is; absent on the last. */
  next: z.int().optional(),
})

/** GET /imports/:import/faults — in which columns rows are wrong, and in how many; a field of '' is the row as a whole. */
export const faultFields = z.object({ fields: z.array(z.object({ field: z.string(), label: words.nullable(), rows: z.int() })) })

/** POST /imports/:import/apply */
export const applyInput = z.object({ mode: z.enum(['good', 'all']) })
/** POST /imports/:import/choices — in a clash, whose value is taken; without `field` for all clashes of the row, without `row` for all rows. */
export const choiceInput = z.object({ row: z.int().optional(), field: z.string().optional(), choice: z.enum(['sheet', 'system']) })

/** GET /registers/:register/imports — what the post may hand in: a sheet of entries, a sheet of old ones (历史导入). */
export const importRights = z.object({ import: z.boolean(), history: z.boolean() })

export type FaultFields = z.infer<typeof faultFields>
export type ImportRights = z.infer<typeof importRights>
export type ImportState = z.infer<typeof importState>
export type ImportRows = z.infer<typeof importRows>
