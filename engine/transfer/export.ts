import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import type { CellContent } from '#engine/kinds/cell.ts'
import { kindOf } from '#engine/kinds/index.ts'
import type { Titles } from '#engine/kinds/kind.ts'
import type { Store } from '#engine/store/context.ts'
import type { ExportPage } from '#engine/store/export.ts'
import { today } from '#platform/clock/clock.ts'
import type { CellValue, SheetSource } from '#platform/sheets/sheet.ts'
import { openSideSheet, type SideSheet } from '#platform/sheets/side-sheet.ts'
import { MOST_ROWS, writeWorkbook } from '#platform/sheets/write.ts'
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
  readonly plan: RegisterSheet
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

/** The columns of an export: these fields in their order, or all of them as the province has laid them out. */
export function exportPlan(register: Register, layouts: KeptLayouts, fields?: readonly string[]): RegisterSheet {
  const plan = exportColumns(register, layoutInForce(layouts))
  if (!fields) return plan
  const wanted = [...new Set([...fields, DISCLOSURE])]
  return {
    title: plan.title,
    columns: wanted.flatMap((field) => plan.columns.filter((column) => column.field === field)),
    subSheets: plan.subSheets.filter(({ field }) => wanted.includes(field)),
  }
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

const looks = (columns: readonly SheetColumn[]) => columns.map(({ facts }) => ({ width: facts.width, format: facts.format }))

async function openSide({ field, title, columns }: SubSheet): Promise<Side> {
  const look = { name: title, columns: [KEY_COLUMN, ...looks(columns)], frozenRows: 1, frozenColumns: 1 }
  const head = [ROW_KEY, ...columns.map((column) => column.title)]
  return { field, sheet: await openSideSheet(look, head, MOST_ROWS), cellsOf: cellsOf(columns) }
}

function mainSheet(given: Export, { title, columns }: RegisterSheet, sides: readonly Side[]): SheetSource {
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
  columns: readonly SheetColumn[],
  sides: readonly Side[],
): AsyncGenerator<readonly (readonly CellValue[])[]> {
  yield [[ROW_ID, ROW_VERSION, ROW_KEY, ...columns.map(({ title }) => title), STATE_TITLE]]
  const cells = cellsOf(columns)
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
function cellsOf(columns: readonly SheetColumn[]): (row: Row, titles: Titles) => readonly CellContent[] {
  const makers = columns.map(({ field, definition }) => {
    const kind = kindOf(definition)
    return (row: Row, titles: Titles) => kind.toCell(row[field] ?? null, definition, titles)
  })
  return (row, titles) => makers.map((cell) => cell(row, titles))
}

const stateOf = ({ register }: Export, row: Row) => register.states[String(row['state'])]?.label.zh ?? String(row['state'])

async function* csvBytes(given: Export): AsyncGenerator<Uint8Array> {
  const { columns, subSheets } = given.plan
  const cells = cellsOf(columns)
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
  const fields = [...columns, ...subSheets].map(({ field }) => field)
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
