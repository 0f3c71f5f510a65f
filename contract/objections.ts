import { z } from 'zod'

/** POST /commands/selection.raise-objection — through the whole of the last day of the notice. */
export const raiseObjectionInput = z.object({
  batch: z.uuid(),
  entry: z.uuid(),
  from: z.string().trim().min(1).max(100),
  content: z.string().trim().min(1).max(2000),
  /** Today, when absent. */
  receivedOn: z.iso.date().optional(),
})
/** POST /commands/selection.settle-objection — upheld: the entry leaves the batch; dismissed: it is on notice again. */
export const settleObjectionInput = z.object({
  objection: z.uuid(),
  decision: z.enum(['upheld', 'dismissed']),
  conclusion: z.string().trim().min(1).max(2000),
})
export const objectionAnswer = z.object({ objection: z.uuid() })

/** GET /queries/selection.objections?batch=… — newest first; empty for those who may not read them. */
export const objectionsView = z.object({
  objections: z.array(
    z.object({
      id: z.uuid(),
      state: z.string(),
      title: z.string(),
      register: z.string(),
      entry: z.uuid(),
      from: z.string(),
      content: z.string(),
      receivedOn: z.string(),
      conclusion: z.string().nullable(),
    }),
  ),
  /** Whether one can be raised today, and whether the person may settle. */
  mayRaise: z.boolean(),
  maySettle: z.boolean(),
})
export type ObjectionsView = z.infer<typeof objectionsView>
