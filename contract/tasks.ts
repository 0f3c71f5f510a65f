import { z } from 'zod'

export const taskUnit = z.object({
  /** As the plan prints it. */
  name: z.string(),
  /** The standard name, by the table of names valid on the document's day. */
  title: z.string().nullish(),
  unit: z.string().nullish(),
  /** Named in the mark, once for the whole document, or by default because nobody is named. */
  origin: z.enum(['mark', 'document', 'standard']).nullish(),
})

/** GET /queries/tasks.task-list?document=… — the tasks of all plans or of one, in the order of their clauses. */
export const taskListInput = z.object({ document: z.uuid().optional() })
export const taskList = z.object({
  tasks: z.array(
    z.object({
      id: z.uuid(),
      version: z.int(),
      title: z.string(),
      /** The headings above, outermost first. */
      under: z.string().nullable(),
      document: z.uuid(),
      documentTitle: z.string(),
      item: z.uuid(),
      start: z.int(),
      actionClass: z.string().nullable(),
      dueYear: z.int().nullable(),
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
