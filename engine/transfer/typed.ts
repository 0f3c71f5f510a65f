import type { Row } from '#engine/access/holds.ts'
import type { FieldFault } from '#engine/define/refusal.ts'
import type { Words } from '#engine/define/words.ts'
import { type CellContent, cellText, type SheetFacts } from '#engine/kinds/cell.ts'
import { type FieldDefinition, kindOf } from '#engine/kinds/index.ts'
import { cellAddress, type HeadFound, type Heads } from './heads.ts'
import type { Resolved } from './names.ts'
import { tidied } from './tidy.ts'

/** A row as a sheet has it. */
export interface SheetRow {
  /** From 1. */
  readonly row: number
  readonly cells: readonly CellContent[]
  /** The cells, from 0, whose value a formula gave. */
  readonly formulas?: readonly number[] | undefined
}

/** Something about a cell, with its address. */
export type AtCell = FieldFault & { readonly cell: string }

/** The values of a row, what is wrong with its cells and what is only doubtful. */
export interface TypedCells {
  readonly given: Row
  readonly faults: readonly AtCell[]
  readonly warnings: readonly AtCell[]
}

/** Turns the texts of a column into codes and ids, where it holds such. */
type ResolverOf = (field: string) => ((text: string) => Resolved) | undefined

/** A column that is read, with what is the same for every row. */
interface Column {
  readonly head: HeadFound
  readonly definition: FieldDefinition
  readonly kind: ReturnType<typeof kindOf>
  readonly facts: SheetFacts
}

/** Reads the cells of rows under the same heads; a cell that cannot be read is a fault and gives nothing. */
export function cellReader(
  fields: Readonly<Record<string, FieldDefinition>>,
  heads: Heads,
): (row: SheetRow, resolve: ResolverOf) => TypedCells {
  const columns = heads.columns.filter(({ closed }) => !closed).map((head) => columnFor(head, fields[head.field]!))
  return (row, resolve) => typedCells(columns, row, resolve)
}

function columnFor(head: HeadFound, definition: FieldDefinition): Column {
  const kind = kindOf(definition)
  return { head, definition, kind, facts: kind.sheet(definition) }
}

function typedCells(columns: readonly Column[], { row, cells, formulas }: SheetRow, resolve: ResolverOf): TypedCells {
  const given: Record<string, unknown> = {}
  const [faults, warnings]: [AtCell[], AtCell[]] = [[], []]
  const about = ({ head, definition }: Column, message: Words): AtCell => ({
    path: head.field,
    label: definition.label,
    message,
    cell: cellAddress(row, head.at),
  })
  for (const column of columns) {
    const { definition } = column
    const { field, at } = column.head
    const cell = cells[at] ?? null
    const narrowed = narrowedOnly(column, cells)
    if (narrowed) (definition.required ? faults : warnings).push(about(column, narrowed))
    if (narrowed && definition.required) continue
    const read = readCell(column, cell, resolve(field))
    if ('fault' in read) faults.push(about(column, read.fault))
    if (!('value' in read)) continue
    given[field] = read.value
    if ('note' in read && read.note) warnings.push(about(column, read.note))
    if (formulas?.includes(at)) warnings.push(about(column, computed(cell)))
  }
  // A value is doubtful in the light of the others, so all are read first.
  for (const column of columns) {
    const { kind, definition, head } = column
    if (!kind.doubt || !Object.hasOwn(given, head.field)) continue
    const doubt = kind.doubt(given[head.field], definition, { row: given, titles: {} })
    if (doubt) warnings.push(about(column, doubt))
  }
  return { given, faults, warnings }
}

/** Somebody chose the city in the column that only narrows the drop-down, and nothing in the column itself. */
function narrowedOnly({ head: { at, helper }, definition: { label } }: Column, cells: SheetRow['cells']): Words | undefined {
  const chosen = helper === undefined ? '' : cellText(cells[helper] ?? null).trim()
  if (chosen === '' || cellText(cells[at] ?? null).trim() !== '') return undefined
  return {
    zh: `只选了用来筛选的设区市“${chosen}”，它不会导入；请在“${label.zh}”列再选县（市、区），属于市本级的填“${chosen}”`,
    en: `only the city “${chosen}” was chosen, in the column that narrows the list and is not imported; choose the county under “${label.en}” as well, or “${chosen}” for the city itself`,
  }
}

/** Nothing is worked out here: what the program that wrote the file has kept may be older than the cells it was made from. */
function computed(cell: CellContent): Words {
  const text = cellText(cell)
  return {
    zh: `单元格是公式，按文件中保存的计算结果“${text}”读取；请核对，或粘贴为数值后重新上传`,
    en: `the cell is a formula; the result “${text}” kept in the file was read: compare it, or paste it as a value and upload again`,
  }
}

function readCell({ head, definition, kind, facts }: Column, cell: CellContent, resolve: ReturnType<ResolverOf>) {
  const error = typeof cell === 'string' && cell.startsWith('#') ? FORMULA_ERROR.exec(cell)?.[0] : undefined
  if (error !== undefined)
    return {
      fault: {
        zh: `公式出错（${error}），请改为填写数值`,
        en: `the formula failed (${error}); write the value instead`,
      },
    }
  const put = tidied(cell, facts, head.unit)
  if ('fault' in put) return put
  if (!resolve || put.cell === null) return kind.fromCell(put.cell, definition)
  const found = resolve(cellText(put.cell))
  return 'fault' in found ? found : { value: found.code, note: found.note }
}

const FORMULA_ERROR = /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!)$/

/** Whether nothing stands in the row: such rows are passed over, however many there are. */
export function isBlank({ cells }: SheetRow): boolean {
  return cells.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''))
}
