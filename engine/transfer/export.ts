import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import type { CellContent } from '#engine/kinds/cell.ts'
import { kindOf } from '#engine/kinds/index.ts'
import type { Titles } from '#engine/kinds/kind.ts'
import type { Store } from '#engine/store/context.ts'
import type { ExportPage } from '#engine/store/export.ts'
import { dayIn, today } from '#platform/clock/clock.ts'
import type { CellValue, SheetSource } from '#platform/sheets/sheet.ts'
import { openSideSheet, type SideSheet } from '#platform/sheets/side-sheet.ts'
import { MOST_ROWS, writeWorkbook } from '#platform/sheets/write.ts'
import { exportColumns, ROW_ID, ROW_KEY, ROW_VERSION, SHOWN_ONLY, type SheetColumn, STATE_TITLE, type SubSheet } from './columns.ts'
import { BOM, csvLine } from './csv.ts'
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
  readonly pages: AsyncGenerator<ExportPage>
  readonly layouts: KeptLayouts
  onWritten(entries: number): void
}

/** Who may be shown the entry stands on every sheet that leaves the house. */
const DISCLOSURE = 'disclosure'

const WRITERS = { xlsx: xlsxBytes, csv: csvBytes, json: jsonBytes } as const satisfies Record<
  ExportFormat,
  (given: Export) => AsyncGenerator<Uint8Array>
>

/** The entries as bytes of a file, page after page: memory does not grow with their number. */
export function exportBytes(format: ExportFormat, given: Export): AsyncGenerator<Uint8Array> {
  return WRITERS[format](given)
}

/** What an export holds: one column after the other, and the sub-tables. */
export interface ExportPlan {
  readonly title: string
  readonly columns: readonly ExportColumn[]
  readonly subSheets: readonly SubSheet[]
  /** What of an entry is read for it. */
  readonly reads: readonly string[]
}

/** A field, or what every entry has: its number and the day of its last change. */
type ExportColumn = SheetColumn | { readonly title: string; readonly of: keyof typeof SHOWN_ONLY }

/** The columns of an export: these in their order, as a list shows them, or every field as the province has laid them out. */
export function exportPlan(register: Register, layouts: KeptLayouts, shown?: readonly string[]): ExportPlan {
  const { title, columns, subSheets } = exportColumns(register, layoutInForce(layouts))
  const wanted = shown && [...new Set([...shown, DISCLOSURE])]
  const plan = {
    title,
    columns: wanted ? wanted.flatMap((name) => shownColumn(name, columns)) : columns,
    subSheets: wanted ? subSheets.filter(({ field }) => wanted.includes(field)) : subSheets,
  }
  return { ...plan, reads: [...plan.columns, ...plan.subSheets].map((column) => ('of' in column ? column.of : column.field)) }
}

function shownColumn(name: string, columns: readonly SheetColumn[]): readonly ExportColumn[] {
  if (name === 'no' || name === 'changedAt') return [{ title: SHOWN_ONLY[name], of: name }]
  return columns.filter(({ field }) => field === name)
}

/** The entries are gone through once: rows of their sub-tables wait packed on sheets beside until the main sheet has ended. */
async function* xlsxBytes(given: Export): AsyncGenerator<Uint8Array> {
  const { store, register, layouts, plan } = given
  const sides: Side[] = []
  try {
    for (const sub of plan.subSheets) sides.push(await openSide(sub))
    const sheets = [mainSheet(given, plan, sides), ...sides.map(({ sheet }) => sheet)]
    yield* writeWorkbook({ sheets: [...sheets, stampSheet(store, register, layouts, today(store.clock, store.timeZone))] })
  } finally {
    await Promise.all(sides.map(({ sheet }) => sheet.close()))
  }
}

/** A sub-sheet and what it takes of each entry. */
interface Side {
  readonly field: string
  readonly sheet: SideSheet
  readonly cellsOf: (row: Row, titles: Titles) => readonly CellContent[]
}

const looks = (columns: readonly ExportColumn[]) =>
  columns.map((column) => ('of' in column ? OWN_LOOKS[column.of] : { width: column.facts.width, format: column.facts.format }))

const OWN_LOOKS = { no: { width: 10, format: 'whole' }, changedAt: { width: 13, format: 'day' } } as const

async function openSide({ field, title, columns }: SubSheet): Promise<Side> {
  const look = { name: title, columns: [KEY_COLUMN, ...looks(columns)], frozenRows: 1, frozenColumns: 1 }
  const head = [ROW_KEY, ...columns.map((column) => column.title)]
  return { field, sheet: await openSideSheet(look, head, MOST_ROWS), cellsOf: cellsOf(columns, 'UTC') }
}

function mainSheet(given: Export, { title, columns }: ExportPlan, sides: readonly Side[]): SheetSource {
  return {
    name: title,
    columns: [HIDDEN_COLUMN, HIDDEN_COLUMN, KEY_COLUMN, ...looks(columns), KEY_COLUMN],
    frozenRows: 1,
    frozenColumns: 3,
    rows: { pages: () => mainRows(given, columns, sides) },
  }
}

async function* mainRows(
  given: Export,
  columns: readonly ExportColumn[],
  sides: readonly Side[],
): AsyncGenerator<readonly (readonly CellValue[])[]> {
  yield [[ROW_ID, ROW_VERSION, ROW_KEY, ...columns.map(({ title }) => title), STATE_TITLE]]
  const cells = cellsOf(columns, given.store.timeZone)
  let key = 0
  for await (const { rows, titles } of given.pages) {
    const lines = rows.map((row) => {
      key++
      for (const side of sides) sideRows(side, key, row, titles)
      return [String(row['id']), String(row['version']), key, ...cells(row, titles), stateOf(given, row)]
    })
    await Promise.all(sides.map(({ sheet }) => sheet.settled()))
    given.onWritten(key)
    yield lines
  }
}

function sideRows({ field, sheet, cellsOf: cells }: Side, key: number, row: Row, titles: Titles): void {
  for (const inner of Array.isArray(row[field]) ? (row[field] as readonly Row[]) : []) sheet.write([key, ...cells(inner, titles)])
}

/** What the kinds say once for all rows: which function makes the cell of a column. */
function cellsOf(columns: readonly ExportColumn[], timeZone: string): (row: Row, titles: Titles) => readonly CellContent[] {
  const makers = columns.map((column) => {
    if ('of' in column) return (row: Row) => ownCell(row[column.of], timeZone)
    const { field, definition } = column
    const kind = kindOf(definition)
    return (row: Row, titles: Titles) => kind.toCell(row[field] ?? null, definition, titles)
  })
  return (row, titles) => makers.map((cell) => cell(row, titles))
}

/** A number stays one; of an instant a list shows the day. */
function ownCell(value: unknown, timeZone: string): CellContent {
  return typeof value === 'number' ? value : new Date(dayIn(timeZone, new Date(String(value))))
}

const stateOf = ({ register }: Export, row: Row) => register.states[String(row['state'])]?.label.zh ?? String(row['state'])

async function* csvBytes(given: Export): AsyncGenerator<Uint8Array> {
  const { columns, subSheets } = given.plan
  const cells = cellsOf(columns, given.store.timeZone)
  yield Buffer.from(BOM + csvLine([ROW_KEY, ...columns.map(({ title }) => title), ...subSheets.map(({ title }) => title), STATE_TITLE]))
  let key = 0
  for await (const { rows, titles } of given.pages) {
    let lines = ''
    for (const row of rows) {
      const subs = subSheets.map(({ field, definition }) => kindOf(definition).print(row[field] ?? null, definition, 'zh', titles))
      lines += csvLine([++key, ...cells(row, titles), ...subs, stateOf(given, row)])
    }
    given.onWritten(key)
    yield Buffer.from(lines)
  }
}

async function* jsonBytes(given: Export): AsyncGenerator<Uint8Array> {
  const { columns, subSheets } = given.plan
  const fields = [...columns, ...subSheets].flatMap((column) => ('of' in column ? [] : [column.field]))
  const { store, register } = given
  const head = { register: register.name, definitionVersion: store.definitionVersions.get(register.name) ?? 1 }
  yield Buffer.from(`${JSON.stringify({ ...head, exportedAt: store.clock.now() }).slice(0, -1)},"entries":[`)
  let count = 0
  for await (const { rows } of given.pages) {
    const lines = rows.map((row) => `${count++ === 0 ? '\n' : ',\n'}${JSON.stringify(entryOf(row, fields))}`)
    given.onWritten(count)
    yield Buffer.from(lines.join(''))
  }
  yield Buffer.from('\n]}\n')
}

function entryOf(row: Row, fields: readonly string[]) {
  const values = Object.fromEntries(fields.map((field) => [field, row[field] ?? null]))
  return { id: row['id'], no: Number(row['no']), version: row['version'], state: row['state'], values }
}
