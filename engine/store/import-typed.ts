import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { cellText } from '#engine/kinds/cell.ts'
import type { FieldDefinition } from '#engine/kinds/index.ts'
import { cellAddress, type Heads } from '#engine/transfer/heads.ts'
import { cellReader, type SheetRow } from '#engine/transfer/typed.ts'
import type { Store } from './context.ts'
import type { TypedRow } from './import-judge.ts'
import { type Resolvers, refResolvers } from './import-names.ts'
import type { CellFault, ImportRow } from './import-rows.ts'
import type { Tables } from './import-tables.ts'
import { type Reader, refsOf } from './read.ts'

/** The titles of the columns of our own sheets: the entry's number and version, and the row's number, by which sub-tables know it. */
export interface HiddenTitles {
  readonly id: string
  readonly version: string
  readonly key: string
}

/** Where they stand, from 0; -1 where they do not. */
interface Hidden {
  readonly id: number
  readonly version: number
  readonly key: number
}

export function hiddenColumns(titles: HiddenTitles, { cells }: SheetRow): Hidden {
  const at = (title: string) => cells.findIndex((cell) => cellText(cell) === title)
  return { id: at(titles.id), version: at(titles.version), key: at(titles.key) }
}

/** What the rows of a sheet stand under, and what turns their cells into values. */
export interface UnderHeads {
  readonly fields: Readonly<Record<string, FieldDefinition>>
  readonly heads: Heads
  readonly hidden: Hidden
  readonly resolvers: Resolvers
  readonly tables: Tables
}

/** The rows as values, with what is wrong with their cells; names of other entries are asked for at once. */
export async function typedRows(
  reader: Reader,
  store: Store,
  register: Register,
  { fields, heads, hidden, resolvers, tables }: UnderHeads,
  rows: readonly SheetRow[],
): Promise<readonly TypedRow[]> {
  const columns = new Map(heads.columns.map(({ field, at }) => [field, at]))
  const textsOf = (field: string) =>
    rows.map(({ cells }) => cellText(cells[columns.get(field) ?? -1] ?? null)).filter((text) => text !== '')
  const refs = refsOf(register).length === 0 ? new Map() : await refResolvers(reader, store, register, textsOf)
  const read = cellReader(fields, heads)
  return rows.map((row) => {
    const { given, faults, warnings } = read(row, (field) => resolvers.get(field) ?? refs.get(field))
    const own = tables.take(cellText(row.cells[hidden.key] ?? null))
    const against = [...idFault(row, hidden), ...(own ? [] : [keyTwice(row, hidden)])]
    return { row: row.row, given, tables: own ?? new Map(), faults: [...faults, ...against], warnings, ...named(row, hidden) }
  })
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function named({ cells }: SheetRow, { id, version }: Hidden): Pick<TypedRow, 'id' | 'version'> {
  const entry = cellText(cells[id] ?? null)
  if (!UUID.test(entry)) return {}
  const seen = Number(cellText(cells[version] ?? null))
  return { id: entry, ...(Number.isInteger(seen) && seen > 0 && { version: seen }) }
}

/** A hidden number that somebody has written over must not make a second entry of the same thing. */
function idFault({ row, cells }: SheetRow, { id }: Hidden): readonly CellFault[] {
  const entry = cellText(cells[id] ?? null)
  if (entry === '' || UUID.test(entry)) return []
  return [
    {
      path: '',
      cell: cellAddress(row, id),
      message: { zh: '隐藏的记录编号被改动，请从系统重新导出', en: 'the hidden number was altered; export the sheet again' },
    },
  ]
}

function keyTwice({ row, cells }: SheetRow, { key }: Hidden): CellFault {
  const number = cellText(cells[key] ?? null)
  return {
    path: '',
    cell: cellAddress(row, key),
    message: {
      zh: `行号“${number}”与上面的行重复，不知道各子表的行属于哪一条；请改成不重复的行号`,
      en: `the number “${number}” stands further up as well, so nobody knows which row the sub-tables belong to; use another number`,
    },
  }
}

/** Each fault with the cell it stands in; one of the whole row with the cell of its title. */
export function withCells(register: Register, heads: Heads, row: ImportRow, { tables }: TypedRow): ImportRow {
  if (row.faults.length === 0 && row.warnings.length === 0) return row
  const at = (field: string) => heads.columns.find((head) => head.field === field)?.at
  const placed = (fault: CellFault): CellFault => {
    if (fault.cell !== undefined) return fault
    const [field = '', place = '', inner = ''] = fault.path.split('.')
    // keyFigures.0.name is a cell of a row; rights.type, of a code that is not known, of some row.
    const [inTable, named] = [tables.get(field)?.[Number(place)] ?? tables.get(field)?.[0], inner || place]
    if (inTable) return { ...fault, cell: inTable.cellOf(named) }
    const column = at(field)
    if (column !== undefined) return { ...fault, cell: cellAddress(row.row, column) }
    const cell = cellAddress(row.row, at(register.titleField ?? 'title') ?? heads.columns[0]!.at)
    return { ...fault, cell, message: withoutColumn(fault, register) }
  }
  return { ...row, faults: row.faults.map(placed), warnings: row.warnings.map(placed) }
}

/** A cell that is not there cannot be filled in. */
function withoutColumn({ path, label, message: { zh, en } }: CellFault, { fields }: Register): Words {
  if (label === undefined || fields[path]?.required !== true) return { zh, en }
  return {
    zh: `${zh}；表中没有“${label.zh}”这一列，请补上列名和内容`,
    en: `${en}; there is no column “${label.en}”: add its head and what belongs under it`,
  }
}
