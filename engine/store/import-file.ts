import { isFilled } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { cellText } from '#engine/kinds/cell.ts'
import {
  EXAMPLE_MARK,
  exportColumns,
  ROW_ID,
  ROW_KEY,
  ROW_VERSION,
  RULES_MARK,
  type SheetColumn,
  STAMP_REGISTER,
  STAMP_SHEET,
  STAMP_VERSION,
  STATE_TITLE,
  sheetColumns,
} from '#engine/transfer/columns.ts'
import type { HeadWanted } from '#engine/transfer/heads.ts'
import type { SheetRow } from '#engine/transfer/typed.ts'
import { type Book, openBook, type SheetEnd } from '#platform/sheets/read.ts'
import { readCsvRows } from '#platform/sheets/read-csv.ts'
import type { SheetRow as ReadRow } from '#platform/sheets/read-rows.ts'
import type { Store } from './context.ts'
import { fieldsOfPast, pastOf, STATE_FIELD } from './import-history.ts'
import { readSheet } from './import-read.ts'
import type { TableSource } from './import-tables.ts'
import type { Import } from './imports.ts'

/** Reads the uploaded file of an import and keeps what each of its rows would do. */
export async function readImport(
  store: Store,
  kept: Import,
  actor: Actor,
  between: () => Promise<'go on' | 'stop'>,
): Promise<'ready' | 'cancelled' | Words> {
  const bytes = await store.readFile(kept.fileSha256)
  if (!bytes) return FILE_GONE
  const register = store.catalogue.need(kept.register)
  const ends: SheetEnd[] = []
  const sheets = sheetsIn(bytes, kept.fileName, register, (end) => ends.push(end))
  if (!sheets) return NO_WORKBOOK
  const stamp = await stampIn(sheets)
  const against = ofAnotherRegister(store, register, stamp)
  if (against) return against
  const reading = {
    store,
    register,
    actor,
    kept,
    wanted: kept.history ? headsOfPast(register) : headsOf(register),
    hidden: { id: ROW_ID, version: ROW_VERSION, key: ROW_KEY },
    tables: sheets.tables,
    isExample,
    notes: () => [...ends.flatMap(mergedCells), ...olderDefinition(store, register, stamp)],
    between,
  }
  try {
    return await readSheet(reading, sheets.main)
  } catch (error) {
    if (error instanceof UnreadableSheet) return NO_WORKBOOK
    throw error
  }
}

const FILE_GONE: Words = { zh: '上传的文件已不在，请重新上传', en: 'the uploaded file is gone; upload it again' }
const NO_WORKBOOK: Words = {
  zh: '文件打不开：可能损坏或设有密码，请另存为不加密的 .xlsx 后重新上传',
  en: 'the file cannot be opened: it may be broken or have a password; save it as a plain .xlsx and upload it again',
}

/** The sheets of an uploaded file that are read. */
export interface SheetsOfFile {
  /** The sheet that bears the register's title, else the first one. */
  readonly main: AsyncIterable<SheetRow>
  readonly tables: readonly TableSource[]
  readonly stamp?: AsyncIterable<SheetRow>
}

/** The sheets of an uploaded file; none when it is no workbook. */
export function sheetsIn(bytes: Uint8Array, name: string, register: Register, onEnd?: (end: SheetEnd) => void): SheetsOfFile | undefined {
  if (/\.csv$/i.test(name)) return { main: numbered(readCsvRows(bytes)), tables: [] }
  const book = opened(bytes)
  if (!book) return undefined
  const rows = (sheet: string | number) => numbered(book.rows(sheet, onEnd))
  const { title, subSheets } = exportColumns(register)
  const open = new Map(sheetColumns(register).subSheets.map(({ field, columns }) => [field, columns]))
  const there = subSheets.filter((sub) => book.names.includes(sub.title) && open.has(sub.field))
  return {
    main: rows(book.names.includes(title) ? title : 0),
    tables: there.map((sub) => ({ sub, rows: rows(sub.title), wanted: headsWanted(sub.columns, open.get(sub.field)!) })),
    ...(book.names.includes(STAMP_SHEET) && { stamp: rows(STAMP_SHEET) }),
  }
}

function opened(bytes: Uint8Array): Book | undefined {
  try {
    const book = openBook(bytes)
    return book.names.length > 0 ? book : undefined
  } catch {
    return undefined
  }
}

/** A file whose list of sheets is whole and whose sheets are not. */
class UnreadableSheet extends Error {}

async function* numbered(rows: AsyncIterable<ReadRow>): AsyncIterable<SheetRow> {
  const iterator = rows[Symbol.asyncIterator]()
  try {
    for (;;) {
      const { value, done } = await iterator.next().catch((cause: unknown) => {
        throw new UnreadableSheet('a sheet cannot be read', { cause })
      })
      if (done) return
      yield { row: value.number, cells: value.cells, formulas: value.formulas }
    }
  } finally {
    await iterator.return?.()
  }
}

/** What our own workbooks say they were made from. */
type Stamp = ReadonlyMap<string, string>

const STAMP_ROWS = 10

async function stampIn({ stamp }: SheetsOfFile): Promise<Stamp> {
  const found = new Map<string, string>()
  if (!stamp) return found
  try {
    for await (const { row, cells } of stamp) {
      if (row > STAMP_ROWS) break
      found.set(cellText(cells[0] ?? null), cellText(cells[1] ?? null))
    }
  } catch (error) {
    if (!(error instanceof UnreadableSheet)) throw error
  }
  return found
}

function ofAnotherRegister({ catalogue }: Store, register: Register, stamp: Stamp): Words | undefined {
  const name = stamp.get(STAMP_REGISTER)
  if (name === undefined || name === register.name) return undefined
  const other = catalogue.get(name)?.title ?? { zh: name, en: name }
  return {
    zh: `这是“${other.zh}”的表，不能导入“${register.title.zh}”；请换用本台账的模板，或到“${other.zh}”导入`,
    en: `this is a sheet of ${other.en} and cannot go into ${register.title.en}; use the template of this register, or import it there`,
  }
}

function olderDefinition({ definitionVersions }: Store, register: Register, stamp: Stamp): readonly Words[] {
  const [made, now] = [Number(stamp.get(STAMP_VERSION)), definitionVersions.get(register.name) ?? 1]
  if (!Number.isInteger(made) || made === 0 || made >= now) return []
  return [
    {
      zh: `此表按旧版栏目（第 ${made} 版）制作，现为第 ${now} 版；按列名对应读取，新增的栏目请补填，或下载最新模板`,
      en: `this sheet was made from version ${made} of the columns, now it is ${now}; columns were found by their heads: fill in the new ones, or take the latest template`,
    },
  ]
}

/** Of merged cells only the first holds the value; the others are empty to every program. */
function mergedCells({ merged }: SheetEnd): readonly Words[] {
  if (merged.length === 0) return []
  const listed = merged.join('、')
  return [
    {
      zh: `表中有合并的单元格（${listed} 等），只有第一格有值，其余按空白读取；请取消合并、逐行填写后重新上传`,
      en: `the sheet has merged cells (${listed} and so on); only the first of them holds a value, the others were read as empty: split them, fill in every row and upload again`,
    },
  ]
}

const headsOf = (register: Register) => headsWanted(exportColumns(register).columns, sheetColumns(register).columns)

/** Old entries bring what their document gave, and the state they had. */
function headsOfPast(register: Register): readonly HeadWanted[] {
  const past = pastOf(register)
  const needed = new Set([past?.documentNo, past?.documentDate])
  const open = headsOf(register).map((head) =>
    past?.fields.includes(head.field) ? { ...head, closed: false, required: needed.has(head.field) } : head,
  )
  const { label } = fieldsOfPast(register)[STATE_FIELD] ?? { label: { zh: STATE_TITLE, en: 'State' } }
  return [...open, { field: STATE_FIELD, label, titles: [STATE_TITLE, label.en], required: true, closed: false }]
}

/** Every column that our own sheets may have; those that are only shown are known, so that they are not called strange. */
function headsWanted(shown: readonly SheetColumn[], open: readonly SheetColumn[]): readonly HeadWanted[] {
  const read = new Set(open.map(({ field }) => field))
  return shown.map(({ field, definition, title, facts }) => ({
    field,
    label: definition.label,
    titles: [title, definition.label.zh, definition.label.en],
    unit: facts.unit,
    required: definition.required === true,
    closed: !read.has(field),
  }))
}

/** The rows of our templates that say how to fill them in. */
function isExample({ cells }: SheetRow): boolean {
  return cells.some((cell) => isFilled(cell) && [EXAMPLE_MARK, RULES_MARK].includes(cellText(cell)))
}
