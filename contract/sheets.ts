import { z } from 'zod'
import { words } from './problem.ts'

/** A title of a column as people give it. */
const title = z
  .string()
  .trim()
  .max(60)
  .regex(/^\P{Cc}*$/u)

/** A column of a layout; without a title it has the definition's, left out it does not stand in the template. */
export const layoutColumn = z.strictObject({
  field: z.string().max(60),
  title: title.nullable().exactOptional(),
  leftOut: z.boolean().exactOptional(),
})
export type LayoutColumn = z.infer<typeof layoutColumn>

/** Which register's sheet is meant. */
export const layoutInput = z.strictObject({ register: z.string().max(40) })

/** POST /commands/sheets.keep-layout: every column in its order; `seen` is the version that was looked at, 0 for the default. */
export const keepLayoutInput = layoutInput.extend({ columns: z.array(layoutColumn).min(1).max(300), seen: z.int().min(0) })

export type KeepLayout = z.infer<typeof keepLayoutInput>

/** GET /queries/sheets.layouts */
export const layoutsView = z.object({
  registers: z.array(
    z.object({
      register: z.string(),
      title: words,
      columns: z.int(),
      isOwn: z.boolean(),
      changedAt: z.string().nullable(),
      changedBy: z.string().nullable(),
    }),
  ),
})
export type LayoutsView = z.infer<typeof layoutsView>

/** GET /queries/sheets.layout: the columns in their order as they are now, and every layout there was, the last first. */
export const layoutView = z.object({
  register: z.string(),
  title: words,
  /** Of the layout that was kept last, also of one that is no longer used; 0 when none was. */
  version: z.int(),
  isOwn: z.boolean(),
  columns: z.array(
    z.object({
      field: z.string(),
      label: words,
      defaultTitle: z.string(),
      title: z.string().nullable(),
      unit: z.string().nullable(),
      required: z.enum(['always', 'in time', 'never']),
      leftOut: z.boolean(),
      isSheet: z.boolean(),
      onlyShown: z.boolean(),
      /** What the second and third row of the template say under the head. */
      rule: z.string(),
      example: z.string(),
    }),
  ),
  versions: z.array(z.object({ version: z.int(), state: z.enum(['active', 'restored']), at: z.string(), by: z.string().nullable() })),
})
export type LayoutView = z.infer<typeof layoutView>
/** A column as the page shows it. */
export type LayoutViewColumn = LayoutView['columns'][number]
