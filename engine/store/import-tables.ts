import type { Row } from '#engine/access/holds.ts'
import { isRefusal } from '#engine/define/refusal.ts'
import type { Words } from '#engine/define/words.ts'
import { cellText } from '#engine/kinds/cell.ts'
import { type FieldDefinition, kindOf } from '#engine/kinds/index.ts'
import { ROW_KEY, type SubSheet } from '#engine/transfer/columns.ts'
import { cellAddress, type Heads, type HeadWanted } from '#engine/transfer/heads.ts'
import { isSameRow } from '#engine/transfer/merge.ts'
import { sheetStart } from '#engine/transfer/sheet-start.ts'
import { cellReader, isBlank, type SheetRow } from '#engine/transfer/typed.ts'
import type { Resolvers } from './import-names.ts'
import type { CellFault, Orphan } from './import-rows.ts'

/** A sheet of a workbook whose rows belong to rows of the main sheet. */
export interface TableSource {
  readonly sub: SubSheet
  readonly rows: AsyncIterable<SheetRow>
  readonly wanted: readonly HeadWanted[]
}

/** A row of a sub-sheet, read. */
export interface SubRow {
  readonly values: Row
  /** What stands in the columns that are shown and never read, such as the names of files. */
  readonly shown: Readonly<Record<string, string>>
  readonly faults: readonly CellFault[]
  readonly warnings: readonly CellFault[]
  /** 关键指标!B3 */
  cellOf(column: string): string
}

/** The sub-sheets of a workbook. Their rows are held until the row they belong to has come by. */
export interface Tables {
  /** The rows of each sub-sheet that bear a number; undefined when an earlier row had the same number and took them. */
  take(key: string): ReadonlyMap<string, readonly SubRow[]> | undefined
  /** Those that nobody has taken. */
  left(): readonly Orphan[]
}

export const NO_TABLES: Tables = { take: () => new Map(), left: () => [] }

interface Table {
  readonly place: number
  readonly sub: SubSheet
  readonly heads: Heads
  readonly keyAt: number
  readonly read: ReturnType<typeof cellReader>
  readonly rows: Map<string, SheetRow[]>
}

interface ReadingTables {
  /** How the texts of the cells are turned into codes and ids; asked for once all rows are there, by `rights.unit`. */
  readonly resolversFor: (textsOf: (place: string) => readonly string[]) => Promise<Resolvers>
  readonly isExample: (row: SheetRow) => boolean
  readonly most: number
}

/** Reads the sub-sheets to their ends; words when one of them cannot be read at all. */
export async function readTables(
  sources: readonly TableSource[],
  { resolversFor, isExample, most }: ReadingTables,
): Promise<Tables | Words> {
  const tables: Table[] = []
  let count = 0
  for (const [at, source] of sources.entries()) {
    const table = await opened(source, at + 1)
    if (table === undefined) continue
    if ('zh' in table) return inSheet(source.sub, table)
    for await (const row of table.body) {
      if (isBlank(row) || isExample(row)) continue
      if (++count > most) return inSheet(source.sub, TOO_MANY)
      const key = cellText(row.cells[table.keyAt] ?? null)
      table.rows.set(key, [...(table.rows.get(key) ?? []), row])
    }
    tables.push(table)
  }
  return tables.length === 0 ? NO_TABLES : tablesOf(tables, await resolversFor((place) => textsAt(tables, place)))
}

/** What stands in one column of a sub-sheet. */
function textsAt(tables: readonly Table[], place: string): readonly string[] {
  return tables.flatMap(({ sub, heads, rows }) => {
    const head = heads.columns.find(({ field }) => `${sub.field}.${field}` === place)
    return head ? [...rows.values()].flat().map(({ cells }) => cellText(cells[head.at] ?? null)) : []
  })
}

const TOO_MANY: Words = { zh: '有内容的行过多，请分成几个文件上传', en: 'too many rows hold something; upload the sheet in parts' }

function inSheet({ title, definition }: SubSheet, { zh, en }: Words): Words {
  return { zh: `工作表“${title}”：${zh}`, en: `sheet “${definition.label.en}”: ${en}` }
}

async function opened(
  { sub, rows, wanted }: TableSource,
  place: number,
): Promise<(Table & { readonly body: AsyncIterable<SheetRow> }) | Words | undefined> {
  const start = await sheetStart(rows, wanted)
  if (start === 'empty') return undefined
  if (isRefusal(start)) return start.words
  const { heads, head, body } = start
  const keyAt = head.cells.findIndex((cell) => cellText(cell) === ROW_KEY)
  const fields = Object.fromEntries(sub.columns.map(({ field, definition }) => [field, definition]))
  return keyAt < 0 ? NO_KEY : { place, sub, heads, keyAt, read: cellReader(fields, heads), rows: new Map(), body }
}

const NO_KEY: Words = {
  zh: `缺少“${ROW_KEY}”列，不知道各行属于哪一条记录；请使用系统的模板或导出的表`,
  en: `the column “${ROW_KEY}” is missing, so nobody knows which entry a row belongs to; use the system's template or an exported sheet`,
}

function tablesOf(tables: readonly Table[], resolvers: Resolvers): Tables {
  const taken = new Set<string>()
  return {
    take(key) {
      // A row without a number says nothing about its tables.
      if (key === '') return new Map()
      if (taken.has(key)) return undefined
      taken.add(key)
      return new Map(
        tables.map((table) => {
          const rows = table.rows.get(key) ?? []
          table.rows.delete(key)
          return [table.sub.field, rows.map((row) => subRow(table, row, resolvers))]
        }),
      )
    },
    left: () => tables.flatMap((table) => [...table.rows].flatMap(([key, rows]) => rows.map(({ row }) => orphan(table, key, row)))),
  }
}

function subRow({ sub, heads, read }: Table, row: SheetRow, resolvers: Resolvers): SubRow {
  const typed = read(row, (field) => resolvers.get(`${sub.field}.${field}`))
  const at = new Map(heads.columns.map((head) => [head.field, head.at]))
  const cellOf = (column: string) => `${sub.title}!${cellAddress(row.row, at.get(column) ?? heads.columns[0]!.at)}`
  const here = (fault: CellFault): CellFault => ({ ...fault, path: `${sub.field}.${fault.path}`, cell: cellOf(fault.path) })
  const closed = heads.columns.filter((head) => head.closed)
  return {
    values: Object.fromEntries(Object.entries(typed.given).filter(([, value]) => value !== null)),
    shown: Object.fromEntries(closed.map((head) => [head.field, cellText(row.cells[head.at] ?? null)])),
    faults: typed.faults.map(here),
    warnings: typed.warnings.map(here),
    cellOf,
  }
}

function orphan({ place, sub, keyAt }: Table, key: string, row: number): Orphan {
  const cell = `${sub.title}!${cellAddress(row, keyAt)}`
  const message =
    key === ''
      ? {
          zh: `没有填写行号，不知道属于哪一条记录；请填写主表中对应行的“${ROW_KEY}”`,
          en: `has no number, so nobody knows which entry it belongs to; write the “${ROW_KEY}” of its row in the main sheet`,
        }
      : {
          zh: `主表中没有行号为“${key}”的行；请改正行号，或在主表中补上该行`,
          en: `no row of the main sheet has the number “${key}”; correct it, or add that row to the main sheet`,
        }
  return { table: place, sheet: sub.title, row, fault: { path: sub.field, label: sub.definition.label, message, cell } }
}

/** The rows of a table as the entry gets them: files stay with the row that shows their names, whatever else of it was changed. */
export function withFiles(
  sub: SubSheet,
  rows: readonly SubRow[],
  present: unknown,
): { readonly value: readonly Row[]; readonly faults: readonly CellFault[] } {
  const left = Array.isArray(present) ? [...(present as readonly Row[])] : []
  const closed = sub.columns.filter(({ facts }) => facts.closed)
  const faults: CellFault[] = []
  const at = (field: string, { label }: FieldDefinition) => ({ path: `${sub.field}.${field}`, label })
  const value = rows.map((row): Row => {
    const own = closed.filter(({ field }) => (row.shown[field] ?? '') !== '')
    const bare = closed.filter(({ field, definition }) => definition.needed && (row.shown[field] ?? '') === '')
    faults.push(...bare.map(({ field, definition }) => ({ ...at(field, definition), message: NEEDS_FILES, cell: row.cellOf(field) })))
    if (own.length === 0) return row.values
    const isLike = (there: Row) => own.every(({ field, definition }) => shownAs(definition, there[field]) === row.shown[field])
    const found = bestOf(left, isLike, (there) => isSameRow(openColumns(sub), row.values, there))
    if (found < 0) {
      const { field, definition } = own[0]!
      faults.push({ ...at(field, definition), message: NO_FILES, cell: row.cellOf(field) })
      return row.values
    }
    const [there] = left.splice(found, 1)
    return { ...row.values, ...Object.fromEntries(own.map(({ field }) => [field, there![field]])) }
  })
  return { value, faults }
}

function openColumns({ columns }: SubSheet): Readonly<Record<string, FieldDefinition>> {
  return Object.fromEntries(columns.filter(({ facts }) => !facts.closed).map(({ field, definition }) => [field, definition]))
}

const NEEDS_FILES: Words = {
  zh: '此行须附文件，而文件只能在系统中上传；请删去此行，导入后在页面上添加',
  en: 'this row needs its files, which can only be uploaded in the system; take the row out and add it there after the import',
}
const NO_FILES: Words = {
  zh: '附件不能在表中填写或改名；请清空此格，保存后在系统中上传',
  en: 'files cannot be written or renamed in a sheet; empty the cell and upload them in the system',
}

function shownAs(definition: FieldDefinition, value: unknown): string {
  return cellText(kindOf(definition).toCell(value ?? null, definition))
}

/** Of the rows with the same files the one that is the same in everything, else the first. */
function bestOf(rows: readonly Row[], isLike: (row: Row) => boolean, isSame: (row: Row) => boolean): number {
  const same = rows.findIndex((row) => isLike(row) && isSame(row))
  return same >= 0 ? same : rows.findIndex(isLike)
}
