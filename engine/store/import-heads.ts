import type { Register } from '#engine/define/register.ts'
import { exportColumns, type SheetColumn, STATE_TITLE, sheetColumns } from '#engine/transfer/columns.ts'
import type { HeadWanted } from '#engine/transfer/heads.ts'
import { NO_LAYOUTS, titlesOf } from '#engine/transfer/layouts.ts'
import { fieldsOfPast, pastOf, STATE_FIELD } from './import-history.ts'

/** The titles a column goes by. */
export type TitlesOf = ReturnType<typeof titlesOf>

/** Titles of the definition alone. */
export const AS_DEFINED: TitlesOf = titlesOf(NO_LAYOUTS, undefined)

/** The heads that a sheet of entries may have. */
export function headsOf(register: Register, titles: TitlesOf): readonly HeadWanted[] {
  return headsWanted(exportColumns(register).columns, sheetColumns(register).columns, titles)
}

/** Old entries bring what their document gave, and the state they had. */
export function headsOfPast(register: Register, titles: TitlesOf): readonly HeadWanted[] {
  const past = pastOf(register)
  const needed = new Set([past?.documentNo, past?.documentDate])
  const open = headsOf(register, titles).map((head) =>
    past?.fields.includes(head.field) ? { ...head, closed: false, required: needed.has(head.field) } : head,
  )
  const { label } = fieldsOfPast(register)[STATE_FIELD] ?? { label: { zh: STATE_TITLE, en: 'State' } }
  return [...open, { field: STATE_FIELD, label, titles: [STATE_TITLE, label.en], required: true, closed: false }]
}

/** Every column that our own sheets may have; those that are only shown are known, so that they are not called strange. */
export function headsWanted(shown: readonly SheetColumn[], open: readonly SheetColumn[], titles: TitlesOf): readonly HeadWanted[] {
  const read = new Set(open.map(({ field }) => field))
  return shown.map(({ field, definition, title, facts }) => ({
    field,
    label: definition.label,
    ...titles({ field, title, label: definition.label }),
    unit: facts.unit,
    required: definition.required === true,
    closed: !read.has(field),
  }))
}
