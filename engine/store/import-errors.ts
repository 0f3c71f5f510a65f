import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { type CellContent, cellText, type SheetFacts } from '#engine/kinds/cell.ts'
import { kindOf } from '#engine/kinds/index.ts'
import { ISSUES_TITLE, ROW_ID, ROW_VERSION, sheetColumns } from '#engine/transfer/columns.ts'
import { cellAddress, columnAt } from '#engine/transfer/heads.ts'
import type { SheetRow } from '#engine/transfer/typed.ts'
import type { ColumnLook, SheetLine } from '#platform/sheets/sheet.ts'
import { writeWorkbook } from '#platform/sheets/write.ts'
import type { Store } from './context.ts'
import { rowsIn } from './import-file.ts'
import { changesOf } from './import-present.ts'
import { type ImportRow, rowsToMend } from './import-rows.ts'
import { countsOf, type Import, type KeptHeads, notReady } from './imports.ts'
import { poolReader, titlesFor } from './read.ts'

/**
 * The person's own rows that are wrong or that somebody else has changed too, as they were handed in, to be mended and handed in
 * again: the same columns at the same places, the wrong cells marked, and a last column that says what is wrong and what to do.
 * Bytes come as they are read; nothing is held but the uploaded file.
 */
export async function errorWorkbook(store: Store, kept: Import): Promise<AsyncGenerator<Uint8Array> | Refusal> {
  const against = await nothingToMend(store, kept)
  if (against) return against
  const register = store.catalogue.need(kept.register)
  const bytes = await store.readFile(kept.fileSha256)
  const rows = bytes && rowsIn(bytes, kept.fileName, register)
  if (!rows || !kept.heads) return FILE_GONE
  return await written({ store, register, kept, heads: kept.heads }, rows)
}

async function nothingToMend(store: Store, kept: Import): Promise<Refusal | undefined> {
  if (kept.state === 'reading') return notReady(kept)
  const counts = (await countsOf(poolReader(store), store, [kept.id])).get(kept.id)
  if (counts && counts.wrong + counts.conflict > 0) return undefined
  return refuse('state', 'import.no-errors', '这次导入没有需要改正的行', 'no row of this import is to be mended')
}

const FILE_GONE = refuse('not_found', 'import.file-gone', '上传的文件已不在，请重新上传', 'the uploaded file is gone; upload it again')

interface Mending {
  readonly store: Store
  readonly register: Register
  readonly kept: Import
  readonly heads: KeptHeads
}

/** The head is read before the first byte is written: it says how the columns look. */
async function written(mending: Mending, source: AsyncIterable<SheetRow>): Promise<AsyncGenerator<Uint8Array> | Refusal> {
  const rows = source[Symbol.asyncIterator]()
  const head = await headOf(rows, mending.heads.row)
  if (!head) return FILE_GONE
  const sheet = {
    name: sheetColumns(mending.register).title,
    columns: [...looksOf(mending, head), ISSUES_LOOK],
    frozenRows: 1,
    rows: linesOf(mending, head, rows),
  }
  return writeWorkbook({ sheets: [sheet] })
}

async function headOf(rows: AsyncIterator<SheetRow>, at: number): Promise<readonly CellContent[] | undefined> {
  for (;;) {
    const { value, done } = await rows.next()
    if (done) return undefined
    if (value.row === at) return value.cells
  }
}

const ISSUES_LOOK: ColumnLook = { width: 80, format: 'lines' }
const PLAIN: Pick<SheetFacts, 'width' | 'format'> = { width: 16, format: 'text' }

function looksOf({ register, heads }: Mending, head: readonly CellContent[]): readonly ColumnLook[] {
  const fields = new Map(Object.entries(heads.columns).map(([field, at]) => [at, register.fields[field]!]))
  return head.map((title, at) => {
    const field = fields.get(at)
    const { width, format } = field ? kindOf(field).sheet(field) : PLAIN
    return { width, format, ...([ROW_ID, ROW_VERSION].includes(cellText(title)) && { hidden: true }) }
  })
}

async function* linesOf(mending: Mending, head: readonly CellContent[], rows: AsyncIterator<SheetRow>): AsyncGenerator<SheetLine> {
  yield [...head, ISSUES_TITLE]
  let line = 1
  for await (const wrong of rowsToMend(poolReader(mending.store), mending.store, mending.kept.id)) {
    const cells = await cellsAt(rows, wrong.row)
    if (!cells) return
    line++
    const given = head.map((_title, at) => cells[at] ?? null)
    const issues = await issuesOf(mending, wrong, line)
    yield { cells: [...given, issues.map(({ text }) => text).join('\n')], marked: new Set(issues.map(({ at }) => at)) }
  }
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
  const faults = wrong.faults.map(({ cell = '', label, message }) => {
    const at = columnAt(cell)
    return { at, text: `${cellAddress(line, at)}${label ? ` ${label.zh}` : ''}：${message.zh}（原表 ${cell}）` }
  })
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
