import { isFilled } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { cellText } from '#engine/kinds/cell.ts'
import { EXAMPLE_MARK, exportColumns, ROW_ID, ROW_VERSION, RULES_MARK, sheetColumns } from '#engine/transfer/columns.ts'
import type { HeadWanted } from '#engine/transfer/heads.ts'
import type { SheetRow } from '#engine/transfer/typed.ts'
import { readRows, sheetNames } from '#platform/sheets/read.ts'
import { readCsvRows } from '#platform/sheets/read-csv.ts'
import type { Store } from './context.ts'
import { readSheet } from './import-read.ts'
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
  const rows = await rowsIn(bytes, kept.fileName, register)
  if (!rows) return NO_WORKBOOK
  const reading = {
    store,
    register,
    actor,
    kept,
    wanted: headsWanted(register),
    hidden: { id: ROW_ID, version: ROW_VERSION },
    isExample,
    between,
  }
  return await readSheet(reading, rows)
}

const FILE_GONE: Words = { zh: '上传的文件已不在，请重新上传', en: 'the uploaded file is gone; upload it again' }
const NO_WORKBOOK: Words = {
  zh: '文件打不开：可能损坏或设有密码，请另存为不加密的 .xlsx 后重新上传',
  en: 'the file cannot be opened: it may be broken or have a password; save it as a plain .xlsx and upload it again',
}

/** The rows of an uploaded file: of the sheet that bears the register's title, else of the first one; none when it is no workbook. */
export async function rowsIn(bytes: Uint8Array, name: string, register: Register): Promise<AsyncIterable<SheetRow> | undefined> {
  if (/\.csv$/i.test(name)) return numbered(readCsvRows(bytes))
  try {
    const names = await sheetNames(bytes)
    const { title } = sheetColumns(register)
    return numbered(readRows(bytes, names.includes(title) ? title : 0))
  } catch {
    return undefined
  }
}

async function* numbered(rows: AsyncIterable<{ readonly number: number; readonly cells: SheetRow['cells'] }>): AsyncIterable<SheetRow> {
  for await (const { number, cells } of rows) yield { row: number, cells }
}

/** Every column that our own sheets may have; those that are only shown are known, so that they are not called strange. */
function headsWanted(register: Register): readonly HeadWanted[] {
  const open = new Set(sheetColumns(register).columns.map(({ field }) => field))
  return exportColumns(register).columns.map(({ field, definition, title, facts }) => ({
    field,
    label: definition.label,
    titles: [title, definition.label.zh, definition.label.en],
    unit: facts.unit,
    required: definition.required === true,
    closed: !open.has(field),
  }))
}

/** The rows of our templates that say how to fill them in. */
function isExample({ cells }: SheetRow): boolean {
  return cells.some((cell) => isFilled(cell) && [EXAMPLE_MARK, RULES_MARK].includes(cellText(cell)))
}
