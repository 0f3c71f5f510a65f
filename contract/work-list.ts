import { z } from 'zod'
import { words } from './problem.ts'
import { listLook } from './views.ts'

/** Most lines of one page. */
export const MOST_LINES = 200
const limit = z.coerce.number().int().min(1).max(MOST_LINES).default(50)
const cursor = z.string().max(600).optional()

/** Which of what waits is asked for; without anything all of it, from the first page. */
export const workListInput = z.strictObject({
  register: z.string().max(40).optional(),
  move: z.string().max(60).optional(),
  /** One call, batch or document: its entries one by one, where the whole list would put them together. */
  under: z.uuid().optional(),
  lateness: z.enum(['overdue', 'soon']).optional(),
  /** Puts nothing together: for the checking queue. */
  single: z.enum(['yes']).optional(),
  cursor,
  limit,
})

const line = {
  register: z.string(),
  registerTitle: words,
  id: z.uuid(),
  no: z.int(),
  title: z.string(),
  state: z.string(),
  stateLabel: words,
  tone: z.string(),
  areaTitle: z.string(),
}

/** GET /queries/collaboration.work-list — what waits for me as the holder of my post, what is due first, each with one next step. */
export const workList = z.object({
  items: z.array(
    z.object({
      ...line,
      move: z.string(),
      moveLabel: words,
      since: z.string(),
      due: z.iso.date().nullable(),
      lateness: z.enum(['overdue', 'soon']).nullable(),
      /** Working days until it is due, or since it was. */
      days: z.int().nullable(),
      /** The call, batch or document that it belongs to. */
      under: z.object({ register: z.string(), id: z.uuid(), title: z.string() }).nullable(),
      /** How many of the same kind under the same one this line stands for; 1 is the entry itself. */
      many: z.int(),
    }),
  ),
  cursor: z.string().optional(),
  /** Everything that waits, whatever was asked for: for the tabs and the filters. */
  counts: z.object({ todo: z.int(), overdue: z.int(), soon: z.int(), copied: z.int() }),
  kinds: z.array(z.object({ register: z.string(), registerTitle: words, move: z.string(), moveLabel: words, count: z.int() })),
})
export type WorkList = z.infer<typeof workList>

/** GET /queries/collaboration.late — overdue steps of entries the reader may see, whoever should make them. */
export const lateInput = z.strictObject({})
export const lateList = z.object({
  /** What has been overdue longest first. */
  lines: z.array(
    z.object({
      register: z.string(),
      registerTitle: words,
      state: z.string(),
      move: z.string(),
      moveLabel: words,
      /** The city the entries lie in, 省直 as the province; null for what lies nowhere. */
      city: z.string().nullable(),
      cityTitle: z.string().nullable(),
      /** Roles that may make the step. */
      by: z.array(words),
      count: z.int(),
      /** The first day by which one of them should have been moved, and working days since. */
      due: z.iso.date(),
      days: z.int(),
      /** How the list of the register shows these entries and no others. */
      list: listLook.pick({ state: true, late: true, area: true, f: true }),
    }),
  ),
})
export type LateList = z.infer<typeof lateList>

/** What the other tabs are asked for. */
export const workPageInput = z.strictObject({ register: z.string().max(40).optional(), cursor, limit })

/** GET /queries/collaboration.done — the acts I made as the holder of my post, the last first. */
export const doneList = z.object({
  items: z.array(
    z.object({
      register: z.string(),
      registerTitle: words,
      id: z.uuid(),
      title: z.string(),
      actLabel: words,
      at: z.string(),
      readable: z.boolean(),
    }),
  ),
  cursor: z.string().optional(),
})
export type DoneList = z.infer<typeof doneList>

/** GET /queries/collaboration.started — the entries I made, the one that changed last first. */
export const startedList = z.object({ items: z.array(z.object({ ...line, changedAt: z.string() })), cursor: z.string().optional() })
export type StartedList = z.infer<typeof startedList>

/** GET /queries/collaboration.copies — what I was copied on and have not marked as read; with read=all what I have as well. */
export const copiesInput = workPageInput.extend({ read: z.enum(['all']).optional() })
export const copyList = z.object({
  items: z.array(
    z.object({
      ...line,
      copy: z.uuid(),
      version: z.int(),
      note: z.string(),
      from: z.string(),
      at: z.string(),
      isRead: z.boolean(),
      readable: z.boolean(),
    }),
  ),
  cursor: z.string().optional(),
})
export type CopyList = z.infer<typeof copyList>

/** POST /commands/collaboration.copy-to */
export const copyToInput = z.strictObject({
  register: z.string().max(40),
  entry: z.uuid(),
  posts: z.array(z.uuid()).min(1).max(20),
  note: z.string().trim().max(300).optional(),
})
