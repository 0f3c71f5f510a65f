import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import type { CellContent } from '#engine/kinds/cell.ts'
import { kindOf } from '#engine/kinds/index.ts'
import type { Titles } from '#engine/kinds/kind.ts'
import type { Store } from '#engine/store/context.ts'
import type { Snapshot } from '#engine/store/export.ts'
import { today } from '#platform/clock/clock.ts'
import type { CellValue, SheetSource } from '#platform/sheets/sheet.ts'
import { writeWorkbook } from '#platform/sheets/write.ts'
import { exportColumns, type RegisterSheet, ROW_ID, ROW_KEY, ROW_VERSION, type SheetColumn, STATE_TITLE, type SubSheet } from './columns.ts'
import { BOM, csvLine } from './csv.ts'
import { type KeptLayouts, layoutInForce } from './layouts.ts'
import { HIDDEN_COLUMN, KEY_COLUMN, stampSheet } from './template.ts'

export const EXPORT_FORMATS = ['xlsx', 'csv', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** What is to be written, and how many entries have been, for the event. */
export interface Export {
  readonly store: Store
  readonly register: Register
  readonly snapshot: Snapshot
  /** The fields wanted, in their order; absent: all. */
  readonly fields?: readonly string[] | undefined
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

function planOf({ register, fields, layouts }: Export): RegisterSheet {
  const plan = exportColumns(register, layoutInForce(layouts))
  if (!fields) return plan
  const wanted = [...new Set([...fields, DISCLOSURE])]
  return {
    title: plan.title,
    columns: wanted.flatMap((field) => plan.columns.filter((column) => column.field === field)),
    subSheets: plan.subSheets.filter(({ field }) => wanted.includes(field)),
  }
}

async function* xlsxBytes(given: Export): AsyncGenerator<Uint8Array> {
  const plan = planOf(given)
  const { store, register, layouts } = given
  const sheets = [mainSheet(given, plan), ...plan.subSheets.map((sub) => subSheet(given, sub))]
  yield* writeWorkbook({ sheets: [...sheets, stampSheet(store, register, layouts, today(store.clock, store.timeZone))] })
}

const looks = (columns: readonly SheetColumn[]) => columns.map(({ facts }) => ({ width: facts.width, format: facts.format }))

function mainSheet(given: Export, { title, columns }: RegisterSheet): SheetSource {
  return {
    name: title,
    columns: [HIDDEN_COLUMN, HIDDEN_COLUMN, KEY_COLUMN, ...looks(columns), KEY_COLUMN],
    frozenRows: 1,
    frozenColumns: 3,
    rows: mainRows(given, columns),
  }
}

async function* mainRows(given: Export, columns: readonly SheetColumn[]): AsyncGenerator<readonly CellValue[]> {
  yield [ROW_ID, ROW_VERSION, ROW_KEY, ...columns.map(({ title }) => title), STATE_TITLE]
  let key = 0
  for await (const { rows, titles } of given.snapshot.pages()) {
    for (const row of rows) yield [String(row['id']), String(row['version']), ++key, ...cellsOf(columns, row, titles), stateOf(given, row)]
    given.onWritten(key)
  }
}

function subSheet(given: Export, { title, field, columns }: SubSheet): SheetSource {
  return { name: title, columns: [KEY_COLUMN, ...looks(columns)], frozenRows: 1, frozenColumns: 1, rows: subRows(given, field, columns) }
}

async function* subRows({ snapshot }: Export, field: string, columns: readonly SheetColumn[]): AsyncGenerator<readonly CellValue[]> {
  yield [ROW_KEY, ...columns.map(({ title }) => title)]
  let key = 0
  for await (const { rows, titles } of snapshot.pages()) {
    for (const row of rows) {
      key++
      for (const inner of Array.isArray(row[field]) ? (row[field] as readonly Row[]) : []) yield [key, ...cellsOf(columns, inner, titles)]
    }
  }
}

function cellsOf(columns: readonly SheetColumn[], row: Row, titles: Titles): readonly CellContent[] {
  return columns.map(({ field, definition }) => kindOf(definition).toCell(row[field] ?? null, definition, titles))
}

const stateOf = ({ register }: Export, row: Row) => register.states[String(row['state'])]?.label.zh ?? String(row['state'])

async function* csvBytes(given: Export): AsyncGenerator<Uint8Array> {
  const { columns, subSheets } = planOf(given)
  yield Buffer.from(BOM + csvLine([ROW_KEY, ...columns.map(({ title }) => title), ...subSheets.map(({ title }) => title), STATE_TITLE]))
  let key = 0
  for await (const { rows, titles } of given.snapshot.pages()) {
    let lines = ''
    for (const row of rows) {
      const subs = subSheets.map(({ field, definition }) => kindOf(definition).print(row[field] ?? null, definition, 'zh', titles))
      lines += csvLine([++key, ...cellsOf(columns, row, titles), ...subs, stateOf(given, row)])
    }
    given.onWritten(key)
    yield Buffer.from(lines)
  }
}

async function* jsonBytes(given: Export): AsyncGenerator<Uint8Array> {
  const { columns, subSheets } = planOf(given)
  const fields = [...columns, ...subSheets].map(({ field }) => field)
  const { store, register } = given
  const head = { register: register.name, definitionVersion: store.definitionVersions.get(register.name) ?? 1 }
  yield Buffer.from(`${JSON.stringify({ ...head, exportedAt: store.clock.now() }).slice(0, -1)},"entries":[`)
  let count = 0
  for await (const { rows } of given.snapshot.pages()) {
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
