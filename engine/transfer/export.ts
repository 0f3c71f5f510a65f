import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import type { CellContent } from '#engine/kinds/cell.ts'
import { type FieldDefinition, kindOf } from '#engine/kinds/index.ts'
import type { Titles } from '#engine/kinds/kind.ts'
import type { Store } from '#engine/store/context.ts'
import type { EntryCells } from '#engine/store/export-shapes.ts'
import { dayIn, today } from '#platform/clock/clock.ts'
import type { CellValue, SheetSource } from '#platform/sheets/sheet.ts'
import { openSideSheet, type SideSheet } from '#platform/sheets/side-sheet.ts'
import { MOST_ROWS, writeWorkbook } from '#platform/sheets/write.ts'
import { exportColumns, ROW_ID, ROW_KEY, ROW_VERSION, SHOWN_ONLY, type SheetColumn, STATE_TITLE, type SubSheet } from './columns.ts'
import { BOM, csvCell, csvLine } from './csv.ts'
import { type KeptLayouts, layoutInForce } from './layouts.ts'
import { HIDDEN_COLUMN, KEY_COLUMN, stampSheet } from './template.ts'

/** The formats in which a list goes out. */
export const EXPORT_FORMATS = ['xlsx', 'csv', 'json'] as const
/** One of them. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** What is to be written, and how many entries have been, for the event. */
export interface Export {
  readonly store: Store
  readonly register: Register
  readonly plan: ExportPlan
  readonly layouts: KeptLayouts
  readonly onWritten: (entries: number) => void
}

/** Some entries, each as the values of `cellFields`, with the names of what they speak of. */
export interface SheetPage {
  readonly entries: readonly EntryCells[]
  readonly titles: Titles
}

export type SheetPages = AsyncGenerator<SheetPage>

/** Who may be shown the entry stands on every sheet that leaves the house. */
const DISCLOSURE = 'disclosure'

/** The formats that show an entry as a line of cells; memory does not grow with the number of entries. */
export const SHEET_WRITERS = { xlsx: xlsxBytes, csv: csvBytes } as const

/** What every entry has in front of its fields. */
const ALWAYS = ['id', 'version', 'state'] as const
const ID = 0
const VERSION = 1
const STATE = 2
const FIRST = ALWAYS.length

/** The fields of an entry's cells, in their order. */
export function cellFields({ columns, subSheets }: ExportPlan): readonly string[] {
  return [...ALWAYS, ...[...columns, ...subSheets].map((column) => ('of' in column ? column.of : column.field))]
}

/** What an export holds: one column after the other, and the sub-tables. */
export interface ExportPlan {
  readonly title: string
  readonly columns: readonly ExportColumn[]
  readonly subSheets: readonly SubSheet[]
}

/** A field, or what every entry has: its number and the day of its last change. */
type ExportColumn = SheetColumn | { readonly title: string; readonly of: keyof typeof SHOWN_ONLY }

/** The columns of an export: these in their order, as a list shows them, or every field as the province has laid them out. */
export function exportPlan(register: Register, layouts: KeptLayouts, shown?: readonly string[]): ExportPlan {
  const { title, columns, subSheets } = exportColumns(register, layoutInForce(layouts))
  const wanted = shown && [...new Set([...shown, DISCLOSURE])]
  return {
    title,
    columns: wanted ? wanted.flatMap((name) => shownColumn(name, columns)) : columns,
    subSheets: wanted ? subSheets.filter(({ field }) => wanted.includes(field)) : subSheets,
  }
}

function shownColumn(name: string, columns: readonly SheetColumn[]): readonly ExportColumn[] {
  if (name === 'no' || name === 'changedAt') return [{ title: SHOWN_ONLY[name], of: name }]
  return columns.filter(({ field }) => field === name)
}

/** The entries are gone through once: rows of their sub-tables wait packed on sheets beside until the main sheet has ended. */
async function* xlsxBytes(given: Export, pages: SheetPages): AsyncGenerator<Uint8Array> {
  const { store, register, layouts, plan } = given
  const sides: Side[] = []
  try {
    for (const [at, sub] of plan.subSheets.entries()) sides.push(await openSide(sub, FIRST + plan.columns.length + at))
    const sheets = [mainSheet(given, pages, sides), ...sides.map(({ sheet }) => sheet)]
    yield* writeWorkbook({ sheets: [...sheets, stampSheet(store, register, layouts, today(store.clock, store.timeZone))] })
  } finally {
    await Promise.all(sides.map(({ sheet }) => sheet.close()))
  }
}

/** A sub-sheet, and where its rows stand among the cells of an entry. */
interface Side {
  readonly at: number
  readonly sheet: SideSheet
  readonly cellsOf: (row: Row, titles: Titles) => CellContent[]
}

const looks = (columns: readonly ExportColumn[]) =>
  columns.map((column) => ('of' in column ? OWN_LOOKS[column.of] : { width: column.facts.width, format: column.facts.format }))

const OWN_LOOKS = { no: { width: 10, format: 'whole' }, changedAt: { width: 13, format: 'day' } } as const

async function openSide({ title, columns }: SubSheet, at: number): Promise<Side> {
  const look = { name: title, columns: [KEY_COLUMN, ...looks(columns)], frozenRows: 1, frozenColumns: 1 }
  const head = [ROW_KEY, ...columns.map((column) => column.title)]
  const makers = columns.map(({ field, definition }) => ({ field, make: fieldCell(definition) }))
  return {
    at,
    sheet: await openSideSheet(look, head, MOST_ROWS),
    cellsOf: (row, titles) => makers.map(({ field, make }) => make(row[field], titles)),
  }
}

function mainSheet(given: Export, pages: SheetPages, sides: readonly Side[]): SheetSource {
  const { title, columns } = given.plan
  return {
    name: title,
    columns: [HIDDEN_COLUMN, HIDDEN_COLUMN, KEY_COLUMN, ...looks(columns), KEY_COLUMN],
    frozenRows: 1,
    frozenColumns: 3,
    rows: { pages: () => mainRows(given, pages, sides) },
  }
}

async function* mainRows(given: Export, pages: SheetPages, sides: readonly Side[]): AsyncGenerator<readonly (readonly CellValue[])[]> {
  const { columns } = given.plan
  yield [[ROW_ID, ROW_VERSION, ROW_KEY, ...columns.map(({ title }) => title), STATE_TITLE]]
  const cells = cellsOf(given)
  const state = stateOf(given)
  let key = 0
  for await (const { entries, titles } of pages) {
    const lines = entries.map((entry) => {
      key++
      for (const side of sides) sideRows(side, key, entry, titles)
      return [String(entry[ID]), String(entry[VERSION]), key, ...cells(entry, titles), state(entry)]
    })
    await Promise.all(sides.map(({ sheet }) => sheet.settled()))
    given.onWritten(key)
    yield lines
  }
}

function sideRows({ at, sheet, cellsOf: cells }: Side, key: number, entry: EntryCells, titles: Titles): void {
  const rows = entry[at]
  if (Array.isArray(rows)) for (const row of rows as readonly Row[]) sheet.write([key, ...cells(row, titles)])
}

type CellMaker = (value: unknown, titles: Titles) => CellContent

/** The cells of the columns; what the kinds say once for all entries is asked once. */
function cellsOf({ plan, store }: Export): (entry: EntryCells, titles: Titles) => CellContent[] {
  const makers = plan.columns.map(
    (column): CellMaker => ('of' in column ? (value) => ownCell(value, store.timeZone) : fieldCell(column.definition)),
  )
  return (entry, titles) => makers.map((make, at) => make(entry[FIRST + at], titles))
}

/** Every kind has an empty cell for nothing. */
function fieldCell(definition: FieldDefinition): CellMaker {
  const kind = kindOf(definition)
  return (value, titles) => (value === null || value === undefined ? null : kind.toCell(value, definition, titles))
}

/** A number stays one; of an instant a list shows the day. */
function ownCell(value: unknown, timeZone: string): CellContent {
  return typeof value === 'number' ? value : new Date(dayIn(timeZone, new Date(String(value))))
}

function stateOf({ register }: Export): (entry: EntryCells) => string {
  return (entry) => {
    const state = String(entry[STATE])
    return register.states[state]?.label.zh ?? state
  }
}

async function* csvBytes(given: Export, pages: SheetPages): AsyncGenerator<Uint8Array> {
  const { columns, subSheets } = given.plan
  const cells = cellsOf(given)
  const state = stateOf(given)
  const tables = subSheets.map(({ definition }, at) => ({ at: FIRST + columns.length + at, definition, kind: kindOf(definition) }))
  yield Buffer.from(BOM + csvLine([ROW_KEY, ...columns.map(({ title }) => title), ...subSheets.map(({ title }) => title), STATE_TITLE]))
  let key = 0
  for await (const { entries, titles } of pages) {
    let lines = ''
    for (const entry of entries) {
      lines += String(++key)
      for (const cell of cells(entry, titles)) lines += `,${csvCell(cell)}`
      for (const { at, definition, kind } of tables) lines += `,${csvCell(kind.print(entry[at] ?? null, definition, 'zh', titles))}`
      lines += `,${csvCell(state(entry))}\r\n`
    }
    given.onWritten(key)
    yield Buffer.from(lines)
  }
}

/** The fields of an entry that an export as JSON has under `values`. */
export function jsonFields({ columns, subSheets }: ExportPlan): readonly string[] {
  return [...columns, ...subSheets].flatMap((column) => ('of' in column ? [] : [column.field]))
}

/** One document, an entry a line; the entries are JSON already. */
export async function* jsonBytes(
  { store, register, onWritten }: Export,
  pages: AsyncGenerator<readonly string[]>,
): AsyncGenerator<Uint8Array> {
  const head = { register: register.name, definitionVersion: store.definitionVersions.get(register.name) ?? 1 }
  yield Buffer.from(`${JSON.stringify({ ...head, exportedAt: store.clock.now() }).slice(0, -1)},"entries":[`)
  let count = 0
  for await (const entries of pages) {
    const lines = `${count === 0 ? '\n' : ',\n'}${entries.join(',\n')}`
    count += entries.length
    onWritten(count)
    yield Buffer.from(lines)
  }
  yield Buffer.from('\n]}\n')
}
