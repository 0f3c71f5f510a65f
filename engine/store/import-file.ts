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
  STAMP_LAYOUT,
  STAMP_REGISTER,
  STAMP_SHEET,
  STAMP_VERSION,
  type SubSheet,
  sheetColumns,
  sheetName,
} from '#engine/transfer/columns.ts'
import { type KeptLayouts, NO_LAYOUTS, titlesOf } from '#engine/transfer/layouts.ts'
import type { SheetRow } from '#engine/transfer/typed.ts'
import { type Book, openBook, type SheetEnd } from '#platform/sheets/read.ts'
import { readCsvRows } from '#platform/sheets/read-csv.ts'
import type { SheetRow as ReadRow } from '#platform/sheets/read-rows.ts'
import type { Store } from './context.ts'
import { AS_DEFINED, headsOf, headsOfPast, headsWanted } from './import-heads.ts'
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
  const layouts = (await store.sheetLayouts?.(register.name)) ?? NO_LAYOUTS
  const sheets = sheetsIn(bytes, { name: kept.fileName, register, layouts, onEnd: (end) => ends.push(end) })
  if (!sheets) return NO_WORKBOOK
  const stamp = await stampIn(sheets)
  const titles = titlesOf(layouts, madeFrom(stamp))
  const against = ofAnotherRegister(store, register, stamp)
  if (against) return against
  const reading = {
    store,
    register,
    actor,
    kept,
    wanted: kept.history ? headsOfPast(register, titles) : headsOf(register, titles),
    hidden: { id: ROW_ID, version: ROW_VERSION, key: ROW_KEY },
    tables: sheets.tables,
    isExample,
    notes: () => [...ends.flatMap(mergedCells), ...olderDefinition(store, register, stamp), ...otherLayout(layouts, stamp)],
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

/** What a file is read as. */
export interface FileRead {
  readonly name: string
  readonly register: Register
  readonly layouts: KeptLayouts
  readonly onEnd?: (end: SheetEnd) => void
}

/** The sheets of an uploaded file; none when it is no workbook. Sub-sheets are found under every name they had. */
export function sheetsIn(bytes: Uint8Array, { name, register, layouts, onEnd }: FileRead): SheetsOfFile | undefined {
  if (/\.csv$/i.test(name)) return { main: numbered(readCsvRows(bytes)), tables: [] }
  const book = opened(bytes)
  if (!book) return undefined
  const rows = (sheet: string | number) => numbered(book.rows(sheet, onEnd))
  const { title } = exportColumns(register)
  const open = new Map(sheetColumns(register).subSheets.map(({ field, columns }) => [field, columns]))
  return {
    main: rows(book.names.includes(title) ? title : 0),
    tables: subSheetsIn(book, register, layouts)
      .filter(({ field }) => open.has(field))
      .map((sub) => ({ sub, rows: rows(sub.title), wanted: headsWanted(sub.columns, open.get(sub.field)!, AS_DEFINED) })),
    ...(book.names.includes(STAMP_SHEET) && { stamp: rows(STAMP_SHEET) }),
  }
}

function subSheetsIn({ names }: Book, register: Register, layouts: KeptLayouts): readonly SubSheet[] {
  const titles = titlesOf(layouts, undefined)
  return exportColumns(register).subSheets.flatMap((sub) => {
    const own = titles({ ...sub, label: sub.definition.label })
    const found = [...own.titles, ...own.formerTitles].map(sheetName).find((name) => names.includes(name))
    return found === undefined ? [] : [{ ...sub, title: found }]
  })
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

/** The version of the layout that our own workbook was made from; 0 for the definition's own, undefined for what does not say. */
function madeFrom(stamp: Stamp): number | undefined {
  const said = stamp.get(STAMP_LAYOUT)
  return said === undefined ? (stamp.has(STAMP_REGISTER) ? 0 : undefined) : Number(said)
}

function otherLayout({ inForce }: KeptLayouts, stamp: Stamp): readonly Words[] {
  const made = madeFrom(stamp)
  if (made === undefined || made === inForce) return []
  return [
    {
      zh: '此表的列序或列名不是现行的表样，已按制表时的列名对应读取；再次填报请下载最新模板',
      en: 'this sheet has another order or other titles than the layout now in force and was read by those it was made with; take the latest template next time',
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

const MARKS_OF_OURS: ReadonlySet<string> = new Set([EXAMPLE_MARK, RULES_MARK])

/** The rows of our templates that say how to fill them in. */
function isExample({ cells }: SheetRow): boolean {
  return cells.some((cell) => typeof cell === 'string' && MARKS_OF_OURS.has(cell.trim()))
}
