import { z } from 'zod'
import { words } from './problem.ts'

/** GET /queries/collaboration.work-list — what waits for me as the holder of my post, oldest first, each with one next step. */
export const workList = z.object({
  items: z.array(
    z.object({
      register: z.string(),
      registerTitle: words,
      id: z.uuid(),
      no: z.int(),
      title: z.string(),
      state: z.string(),
      stateLabel: words,
      tone: z.string(),
      areaTitle: z.string(),
      move: z.string(),
      moveLabel: words,
      since: z.string(),
    }),
  ),
  /** Entries I handled lately. */
  done: z.array(z.object({ register: z.string(), id: z.uuid(), title: z.string(), actLabel: words, at: z.string() })),
})
export type WorkList = z.infer<typeof workList>
