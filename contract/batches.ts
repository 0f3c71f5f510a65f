import { z } from 'zod'
import { words } from './problem.ts'

/** Commands on the register `batch` (states: collecting → onNotice → noticeOver → published; cancelled). All answer { batch: id }. */
const batch = z.uuid()
const entries = z.array(z.uuid()).min(1).max(2000)
const reason = z.string().trim().min(1).max(2000)

/** POST /commands/selection.start-batch */
export const startBatchInput = z.object({
  title: z.string().trim().min(1).max(200),
  register: z.string(),
  /** What is decided, of the register's decisions. */
  decision: z.string().default('publish'),
})
/** POST /commands/selection.add-to-batch — entries stand where the decision takes them up, such as `reviewed`. */
export const addToBatchInput = z.object({ batch, entries })
/** POST /commands/selection.remove-from-batch — back to where they came from, with the reason. */
export const removeFromBatchInput = z.object({ batch, entries, reason })
/** POST /commands/selection.open-notice — first and last day of 公示; at least five working days by default. */
export const openNoticeInput = z.object({ batch, from: z.iso.date(), to: z.iso.date() })
/** POST /commands/selection.close-notice — after its last day; entries objected to are taken out first with remove-from-batch. */
export const closeNoticeInput = z.object({ batch })
/** POST /commands/selection.publish-batch — after the notice, or from the list where the decision has none; counted from `documentDate`. */
export const publishBatchInput = z.object({
  batch,
  documentNo: z.string().trim().min(1).max(60),
  documentTitle: z.string().trim().min(1).max(200),
  documentDate: z.iso.date(),
})
/** POST /commands/selection.cancel-batch — entries go back to where they came from. */
export const cancelBatchInput = z.object({ batch, reason })
/** POST /commands/selection.publish-withdrawal — 撤销 of published entries by a document, counted off from its date. */
export const publishWithdrawalInput = z.object({
  register: z.string(),
  entries,
  documentNo: z.string().trim().min(1).max(60),
  documentTitle: z.string().trim().min(1).max(200),
  documentDate: z.iso.date(),
  reason,
})
export const batchAnswer = z.object({ batch, entries: z.int() })

/** GET /queries/selection.batch?batch=… */
export const batchView = z.object({
  batch: z.object({
    id: z.uuid(),
    version: z.int(),
    state: z.string(),
    title: z.string(),
    register: z.string(),
    decision: z.string(),
    decisionLabel: words,
    /** Whether the decision asks for a public notice. */
    notice: z.boolean(),
    noticeFromOn: z.string().nullable(),
    noticeUntilOn: z.string().nullable(),
    documentNo: z.string().nullable(),
    documentTitle: z.string().nullable(),
    documentDate: z.string().nullable(),
  }),
  entries: z.array(
    z.object({
      id: z.uuid(),
      no: z.int(),
      title: z.string(),
      state: z.string(),
      area: z.string(),
      areaTitle: z.string(),
      unitTitle: z.string(),
      version: z.int(),
    }),
  ),
  /** Entries that the decision can take up and no batch holds yet. */
  waiting: z.array(
    z.object({ id: z.uuid(), no: z.int(), title: z.string(), area: z.string(), areaTitle: z.string(), unitTitle: z.string() }),
  ),
  /** Next command → the sentences that stand against it now (empty: it can be given). Commands the person has no right to are absent. */
  next: z.record(z.string(), z.array(z.object({ zh: z.string(), en: z.string() }))),
})
export type BatchView = z.infer<typeof batchView>
