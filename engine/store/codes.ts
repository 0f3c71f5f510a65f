import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import { columnName, literal, quoted } from '#engine/derive/columns.ts'
import { kindOf } from '#engine/kinds/index.ts'
import { type NamesBy, nameKey } from '#engine/kinds/kind.ts'
import { type Store, tableOf, titleColumn } from './context.ts'
import { kept } from './kept.ts'

/** A field that holds codes, and the register that names them. */
export interface CodeField extends NamesBy {
  readonly field: string
}

/** The fields of a register, and the columns of its sub-tables, in which codes stand. */
export const codeFields = kept((register: Register): readonly CodeField[] =>
  Object.entries(register.fields).flatMap(([field, definition]) =>
    (kindOf(definition).namesBy?.(definition) ?? []).map((by) => ({ field, ...by })),
  ),
)

/** The codes in the value of such a field. */
export function codesIn({ column }: CodeField, value: unknown): readonly string[] {
  if (column === undefined) return isCode(value) ? [value] : []
  return Array.isArray(value) ? value.map((cells: Row) => cells[column]).filter(isCode) : []
}

function isCode(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

const direct = kept((register: Register) => codeFields(register).filter(({ column }) => column === undefined))

/** Beside each code of a row the title it stands for, as columns of the same statement. */
export function codeTitleColumns(store: Store, register: Register, table: string): readonly string[] {
  return direct(register).map((by) => `${titleOfCode(store, by, `${table}.${quoted(columnName(by.field))}`)} as "${titleKey(by)}"`)
}

/** The titles that rows brought along, by `nameKey`. */
export function codeTitlesIn(register: Register, rows: readonly Row[]): Record<string, string> {
  const found: Record<string, string> = {}
  for (const by of direct(register)) {
    for (const row of rows) if (typeof row[titleKey(by)] === 'string') found[nameKey(by, String(row[by.field]))] = String(row[titleKey(by)])
  }
  return found
}

const titleKey = ({ field }: CodeField) => `name of ${field}`

const inLists = kept((register: Register) => codeFields(register).filter(({ column }) => column !== undefined))
const listKey = ({ field, column }: CodeField) => `names in ${field}.${column}`

/** Beside the codes in the sub-tables of a row aliased `own` the titles they stand for, by code. */
export function codeListColumns(store: Store, register: Register): readonly string[] {
  return inLists(register).map((by) => {
    const rows = `own.${quoted(columnName(by.field))}`
    // `offset 0` keeps the title from being asked for twice. A code that stands twice brings its title twice; parting them costs 0.1 ms a look.
    return `(select jsonb_object_agg(named.code, named.title) filter (where named.title is not null)
      from (select cells ->> ${literal(by.column!)} as code, ${titleOfCode(store, by, `cells ->> ${literal(by.column!)}`)} as title
        from jsonb_array_elements(case when jsonb_typeof(${rows}) = 'array' then ${rows} else '[]' end) cells offset 0) named where named.code <> '') as "${listKey(by)}"`
  })
}

/** The titles that a row's sub-tables brought along, by `nameKey`. */
export function codeListTitles(register: Register, row: Row): Record<string, string> {
  return Object.fromEntries(
    inLists(register).flatMap((by) =>
      Object.entries(row[listKey(by)] ?? {}).map(([code, title]) => [nameKey(by, code), String(title)] as const),
    ),
  )
}

/** A code that was abolished or renamed keeps its rows; the one valid the longest gives the title. */
export function titleOfCode(store: Store, by: NamesBy, code: string): string {
  const other = store.catalogue.need(by.register)
  const ofScheme = by.scheme === undefined ? '' : ` and other."scheme" = ${literal(by.scheme)}`
  return `(select other.${titleColumn(other)} from ${tableOf(store, other)} other where other."code" = (${code}) collate ${collationOf(other)}${ofScheme} order by other."until_on" desc nulls first limit 1)`
}

/** Two columns with different collations cannot be compared until one of them gives way. */
export function collationOf(register: Register): string {
  const code = register.fields['code']!
  return / collate (.*)$/.exec(kindOf(code).column(code))?.[1] ?? '"default"'
}
