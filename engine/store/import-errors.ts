import { isRefusal, type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { type CellContent, cellText, type SheetFacts } from '#engine/kinds/cell.ts'
import { type FieldDefinition, kindOf } from '#engine/kinds/index.ts'
import { ISSUES_TITLE, ROW_ID, ROW_KEY, ROW_VERSION, sheetColumns } from '#engine/transfer/columns.ts'
import { cellAddress, columnAt, type HeadFound } from '#engine/transfer/heads.ts'
import { NO_LAYOUTS } from '#engine/transfer/layouts.ts'
import { sheetStart } from '#engine/transfer/sheet-start.ts'
import type { SheetRow } from '#engine/transfer/typed.ts'
import type { ColumnLook, SheetLine, SheetSource } from '#platform/sheets/sheet.ts'
import { writeWorkbook } from '#platform/sheets/write.ts'
import type { Store } from './context.ts'
import { sheetsIn } from './import-file.ts'
import { fieldsOfPast } from './import-history.ts'
import { changesOf } from './import-present.ts'
import { type CellFault, type ImportRow, rowsToMend } from './import-rows.ts'
import type { TableSource } from './import-tables.ts'
import { type Import, type KeptHeads, notReady } from './imports.ts'
import { poolReader, titlesFor } from './read.ts'

/**
 * The person's own rows that are wrong or that somebody else has changed too, as they were handed in, with their rows of sub-tables,
 * to be mended and handed in again: the same columns at the same places, the wrong cells marked, and a last column that says what
 * is wrong and what to do. Bytes come as they are read; nothing is held but the uploaded file and what is wrong in sub-tables.
 */
export async function errorWorkbook(store: Store, kept: Import): Promise<AsyncGenerator<Uint8Array> | Refusal> {
  const against = nothingToMend(kept)
  if (against) return against
  const register = store.catalogue.need(kept.register)
  const bytes = await store.readFile(kept.fileSha256)
  const layouts = (await store.sheetLayouts?.(register.name)) ?? NO_LAYOUTS
  const sheets = bytes && sheetsIn(bytes, { name: kept.fileName, register, layouts })
  if (!sheets || !kept.heads) return FILE_GONE
  const mending = { store, register, kept, heads: kept.heads, keys: new Set<string>(), inTables: new Map() }
  const rows = sheets.main[Symbol.asyncIterator]()
  const head = await headOf(rows, kept.heads.row)
  if (!head) return FILE_GONE
  const tables = await Promise.all(sheets.tables.map((table) => tableSheet(mending, table)))
  return writeWorkbook({ sheets: [mainSheet(mending, head, rows), ...tables.filter((table) => table !== undefined)] })
}

function nothingToMend(kept: Import): Refusal | undefined {
  if (kept.state === 'reading') return notReady(kept)
  if (kept.counts.wrong + kept.counts.conflict > 0) return undefined
  return refuse('state', 'import.no-errors', '这次导入没有需要改正的行', 'no row of this import is to be mended')
}

const FILE_GONE = refuse('not_found', 'import.file-gone', '上传的文件已不在，请重新上传', 'the uploaded file is gone; upload it again')

interface Mending {
  readonly store: Store
  readonly register: Register
  readonly kept: Import
  readonly heads: KeptHeads
  /** The numbers of the rows that were given back, by which rows of sub-tables belong to them. */
  readonly keys: Set<string>
  /** What is wrong in sub-tables, by sheet and row: 关键指标!7. */
  readonly inTables: Map<string, CellFault[]>
}

async function headOf(rows: AsyncIterator<SheetRow>, at: number): Promise<readonly CellContent[] | undefined> {
  for (;;) {
    const { value, done } = await rows.next()
    if (done) return undefined
    if (value.row === at) return value.cells
  }
}

function mainSheet(mending: Mending, head: readonly CellContent[], rows: AsyncIterator<SheetRow>): SheetSource {
  const { register, heads } = mending
  const fields = new Map(Object.entries(heads.columns).map(([field, at]) => [at, fieldsOfPast(register)[field]!]))
  return { name: sheetColumns(register).title, columns: looksOf(head, fields), frozenRows: 1, rows: linesOf(mending, head, rows) }
}

const ISSUES_LOOK: ColumnLook = { width: 80, format: 'lines' }
const PLAIN: Pick<SheetFacts, 'width' | 'format'> = { width: 16, format: 'text' }

function looksOf(head: readonly CellContent[], fields: ReadonlyMap<number, FieldDefinition>): readonly ColumnLook[] {
  const looks = head.map((title, at): ColumnLook => {
    const field = fields.get(at)
    const { width, format } = field ? kindOf(field).sheet(field) : PLAIN
    return { width, format, ...([ROW_ID, ROW_VERSION].includes(cellText(title)) && { hidden: true }) }
  })
  return [...looks, ISSUES_LOOK]
}

async function* linesOf(mending: Mending, head: readonly CellContent[], rows: AsyncIterator<SheetRow>): AsyncGenerator<SheetLine> {
  const keyAt = head.findIndex((title) => cellText(title) === ROW_KEY)
  yield [...head, ISSUES_TITLE]
  let line = 1
  for await (const wrong of rowsToMend(poolReader(mending.store), mending.store, mending.kept.id)) {
    noteInTables(mending, wrong)
    const cells = wrong.sheet === null ? await cellsAt(rows, wrong.row) : undefined
    if (!cells) continue
    mending.keys.add(cellText(cells[keyAt] ?? null))
    yield lineOf(head, cells, await issuesOf(mending, wrong, ++line))
  }
}

function lineOf(head: readonly CellContent[], cells: readonly CellContent[], issues: readonly Issue[]): SheetLine {
  const given = head.map((_title, at) => cells[at] ?? null)
  return { cells: [...given, issues.map(({ text }) => text).join('\n') || null], marked: new Set(issues.map(({ at }) => at)) }
}

async function cellsAt(rows: AsyncIterator<SheetRow>, wanted: number): Promise<readonly CellContent[] | undefined> {
  for (;;) {
    const { value, done } = await rows.next()
    if (done || value.row > wanted) return undefined
    if (value.row === wanted) return value.cells
  }
}

interface Issue {
  readonly at: number
  /** B3 属地：…（原表 B12） */
  readonly text: string
}

async function issuesOf({ store, register, heads }: Mending, wrong: ImportRow, line: number): Promise<readonly Issue[]> {
  const faults = wrong.faults.filter(({ cell = '' }) => !cell.includes('!')).map((fault) => issueOf(fault, line))
  if (wrong.outcome !== 'conflict') return faults
  const sides = wrong.changes.flatMap(({ field, before, after }) => [{ [field]: before }, { [field]: after }])
  const titles = await titlesFor(poolReader(store), store, register, sides)
  const clashes = changesOf(store, register, wrong, titles).filter(({ clash, choice }) => clash && choice === undefined)
  return [
    ...faults,
    ...clashes.map(({ field, label, before, after }) => {
      const at = heads.columns[field] ?? 0
      const text = `${cellAddress(line, at)} ${label.zh}：本表为“${after?.zh ?? '空'}”，系统中已改为“${before?.zh ?? '空'}”；以系统为准请照此改写，以本表为准请在导入页面选择“以表格为准”（原表 ${cellAddress(wrong.row, at)}）`
      return { at, text }
    }),
  ]
}

function issueOf({ cell = '', label, message }: CellFault, line: number): Issue {
  const at = columnAt(cell)
  return { at, text: `${cellAddress(line, at)}${label ? ` ${label.zh}` : ''}：${message.zh}（原表 ${cell.split('!').at(-1)}）` }
}

function noteInTables({ inTables }: Mending, { faults }: ImportRow): void {
  for (const fault of faults) {
    const [, sheet, row] = /^(.*)![A-Z]+(\d+)$/.exec(fault.cell ?? '') ?? []
    const place = `${sheet}!${row}`
    if (sheet !== undefined) inTables.set(place, [...(inTables.get(place) ?? []), fault])
  }
}

/** Rows of a sub-table that belong to a row that was given back, or are wrong themselves. It is written after the main sheet. */
async function tableSheet(mending: Mending, { sub, rows, wanted }: TableSource): Promise<SheetSource | undefined> {
  const start = await sheetStart(rows, wanted)
  if (start === 'empty' || isRefusal(start)) return undefined
  const { cells } = start.head
  const fields = new Map(
    start.heads.columns.map(({ field, at }: HeadFound) => [at, sub.columns.find((column) => column.field === field)!.definition]),
  )
  return { name: sub.title, columns: looksOf(cells, fields), frozenRows: 1, rows: tableLines(mending, sub.title, cells, start.body) }
}

async function* tableLines(
  { keys, inTables }: Mending,
  title: string,
  head: readonly CellContent[],
  body: AsyncIterable<SheetRow>,
): AsyncGenerator<SheetLine> {
  const keyAt = head.findIndex((cell) => cellText(cell) === ROW_KEY)
  yield [...head, ISSUES_TITLE]
  let line = 1
  const lines = (row: SheetRow): readonly SheetLine[] => {
    const faults = inTables.get(`${title}!${row.row}`) ?? []
    const key = cellText(row.cells[keyAt] ?? null)
    if (faults.length === 0 && (key === '' || !keys.has(key))) return []
    line++
    return [
      lineOf(
        head,
        row.cells,
        faults.map((fault) => issueOf(fault, line)),
      ),
    ]
  }
  for await (const row of body) yield* lines(row)
}
