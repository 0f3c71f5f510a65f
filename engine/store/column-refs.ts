import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import { columnName, literal, quoted } from '#engine/derive/columns.ts'
import { kindOf } from '#engine/kinds/index.ts'
import type { RefColumn } from '#engine/kinds/kind.ts'
import { type Store, tableOf, titleColumn } from './context.ts'
import { kept } from './kept.ts'

/** A column of a sub-table that names entries of a register. */
interface ColumnRef extends RefColumn {
  readonly field: string
}

/** The columns of a register's sub-tables that name entries. */
export const columnRefsOf = kept((register: Register): readonly ColumnRef[] =>
  Object.entries(register.fields).flatMap(([field, definition]) =>
    (kindOf(definition).refersIn?.(definition) ?? []).map((by) => ({ field, ...by })),
  ),
)

/** The ids that stand in one column of a sub-table. */
export function idsIn({ column }: ColumnRef, rows: unknown): readonly string[] {
  const found = Array.isArray(rows) ? rows.map((cells: Row) => cells[column]) : []
  return found.filter((id): id is string => typeof id === 'string' && id !== '')
}

const UUID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
const titleKey = ({ field, column }: ColumnRef) => `titles in ${field}.${column}`

/** Beside the sub-tables of each row the names of the entries in them, by id; what is no id names nothing. */
export function columnRefTitles(store: Store, register: Register, table: string): readonly string[] {
  return columnRefsOf(register).map((by) => {
    const rows = `${table}.${quoted(columnName(by.field))}`
    const other = store.catalogue.need(by.to)
    const id = `cells ->> ${literal(by.column)}`
    return `(select jsonb_object_agg(other.id, other.${titleColumn(other)}) from ${tableOf(store, other)} other where other.id in (
      select case when ${id} ~ '${UUID}' then (${id})::uuid end
      from jsonb_array_elements(case when jsonb_typeof(${rows}) = 'array' then ${rows} else '[]' end) cells
    )) as "${titleKey(by)}"`
  })
}

/** The names that rows brought along, by id. */
export function titlesInTables(register: Register, rows: readonly Row[]): Record<string, string> {
  const found = columnRefsOf(register).flatMap((by) => rows.map((row) => row[titleKey(by)] ?? {}))
  return Object.assign({}, ...found) as Record<string, string> // texts by id, as the statement made them
}
