import { z } from 'zod'
import { words } from './problem.ts'

export const taskUnit = z.object({
  /** As the plan prints it. */
  name: z.string(),
  /** The standard name, by the table of names valid on the document's day. */
  title: z.string().nullish(),
  unit: z.string().nullish(),
  /** Named in the mark, once for the whole document, or by default because nobody is named. */
  origin: z.enum(['mark', 'document', 'standard']).nullish(),
})

/** POST /commands/tasks.open-reports: asks for the progress reports that are open by now. */
export const openReportsInput = z.strictObject({})

/** GET /queries/tasks.task-list?document=…&mine=yes — the tasks of all plans or of one, in the order of their clauses; those of the own unit alone. */
export const taskListInput = z.object({ document: z.uuid().optional(), mine: z.literal('yes').optional() })

/** What a unit said last of a task. */
export const taskProgress = z.object({
  report: z.uuid(),
  period: z.string(),
  periodTitle: words,
  status: z.string().nullable(),
  percent: z.int().nullable(),
  state: z.string(),
})
export const taskList = z.object({
  tasks: z.array(
    z.object({
      id: z.uuid(),
      version: z.int(),
      title: z.string(),
      state: z.string(),
      stateLabel: words,
      tone: z.string(),
      /** The headings above, outermost first. */
      under: z.string().nullable(),
      document: z.uuid(),
      documentTitle: z.string(),
      item: z.uuid(),
      start: z.int(),
      actionClass: z.string().nullable(),
      dueYear: z.int().nullable(),
      dueOn: z.string().nullable(),
      /** The day by which the next step is due, and whether it has passed. */
      next: z.object({ label: words, due: z.string(), late: z.boolean() }).nullable(),
      /** The last report handed in; absent where the reader may see none. */
      progress: taskProgress.nullable(),
      lead: z.array(taskUnit),
      support: z.array(taskUnit),
      joint: z.boolean(),
      note: z.string().nullable(),
    }),
  ),
  /** More tasks than the first 2,000. */
  cut: z.boolean(),
})

export type TaskList = z.infer<typeof taskList>
export type TaskUnit = z.infer<typeof taskUnit>
export type TaskProgress = z.infer<typeof taskProgress>
