import { isFilled } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { cellText } from '#engine/kinds/cell.ts'
import { EXAMPLE_MARK, exportColumns, ROW_ID, ROW_VERSION, RULES_MARK, sheetColumns } from '#engine/transfer/columns.ts'
import type { HeadWanted } from '#engine/transfer/heads.ts'
import type { SheetRow } from '#engine/transfer/typed.ts'
import { readRows, type SheetEnd, sheetNames } from '#platform/sheets/read.ts'
import { readCsvRows } from '#platform/sheets/read-csv.ts'
import type { SheetRow as ReadRow } from '#platform/sheets/read-rows.ts'
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
  const ends: SheetEnd[] = []
  const rows = rowsIn(bytes, kept.fileName, register, (end) => ends.push(end))
  if (!rows) return NO_WORKBOOK
  const reading = {
    store,
    register,
    actor,
    kept,
    wanted: headsWanted(register),
    hidden: { id: ROW_ID, version: ROW_VERSION },
    isExample,
    notes: () => ends.flatMap(mergedCells),
    between,
  }
  return await readSheet(reading, rows)
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

const FILE_GONE: Words = { zh: '上传的文件已不在，请重新上传', en: 'the uploaded file is gone; upload it again' }
const NO_WORKBOOK: Words = {
  zh: '文件打不开：可能损坏或设有密码，请另存为不加密的 .xlsx 后重新上传',
  en: 'the file cannot be opened: it may be broken or have a password; save it as a plain .xlsx and upload it again',
}

/** The rows of an uploaded file: of the sheet that bears the register's title, else of the first one; none when it is no workbook. */
export function rowsIn(
  bytes: Uint8Array,
  name: string,
  register: Register,
  onEnd?: (end: SheetEnd) => void,
): AsyncIterable<SheetRow> | undefined {
  if (/\.csv$/i.test(name)) return numbered(readCsvRows(bytes))
  try {
    const names = sheetNames(bytes)
    const { title } = sheetColumns(register)
    return numbered(readRows(bytes, names.includes(title) ? title : 0, onEnd))
  } catch {
    return undefined
  }
}

async function* numbered(rows: AsyncIterable<ReadRow>): AsyncIterable<SheetRow> {
  for await (const { number, cells, formulas } of rows) yield { row: number, cells, formulas }
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
