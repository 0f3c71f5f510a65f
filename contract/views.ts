import { z } from 'zod'
import { words } from './problem.ts'

/** How a list looks: the state of its address, without its page, its day and what is peeked at. */
export const listLook = z.strictObject({
  q: z.string().max(100).optional(),
  state: z.string().max(2000).optional(),
  area: z.string().length(6).optional(),
  sort: z.string().max(60).optional(),
  /** A condition as JSON, as the list takes it. */
  filter: z.string().max(10_000).optional(),
  /** Only entries whose next step is overdue on the day on which the list is looked at. */
  late: z.literal(1).optional(),
  f: z.record(z.string(), z.array(z.string().max(200)).max(200)).optional(),
  /** The columns in their order; absent: those of the register. */
  columns: z.array(z.string()).max(60).optional(),
  density: z.enum(['comfortable', 'compact']).optional(),
  /** The kind of view; absent: the table. */
  as: z.enum(['board', 'map']).optional(),
  /** For the board: the field whose values are its columns; absent: the states. */
  by: z.string().max(60).optional(),
})

export const viewShare = z.enum(['own', 'unit', 'all'])

/** POST /commands/collaboration.save-view — a new view, or with `view` and its `version` another content of one's own. */
export const saveViewInput = z.strictObject({
  view: z.uuid().optional(),
  version: z.int().positive().optional(),
  register: z.string().max(40),
  title: z.string().trim().min(1).max(40),
  share: viewShare,
  list: listLook,
})
export const saveViewAnswer = z.object({ view: z.uuid() })

/** POST /commands/collaboration.choose-view — with which view a register opens for the person; null: without one. */
export const chooseViewInput = z.strictObject({ register: z.string().max(40), view: z.uuid().nullable() })

/** GET /queries/collaboration.views?register=… — my own views of a register, and those shared with my unit or with all. */
export const viewsInput = z.object({ register: z.string().max(40) })
export const viewsAnswer = z.object({
  views: z.array(
    z.object({
      id: z.uuid(),
      version: z.int(),
      title: z.string(),
      share: viewShare,
      own: z.boolean(),
      by: z.string(),
      /** What of the view can still be asked. */
      list: listLook,
      /** What it asked besides, and why that is not possible any more. */
      faults: z.array(words),
    }),
  ),
  /** The view with which the person opens the register. */
  opens: z.uuid().nullable(),
})

export type ListLook = z.infer<typeof listLook>
export type ViewShare = z.infer<typeof viewShare>
export type SaveViewInput = z.infer<typeof saveViewInput>
export type ViewsAnswer = z.infer<typeof viewsAnswer>
