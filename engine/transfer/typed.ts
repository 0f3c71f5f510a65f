import type { Row } from '#engine/access/holds.ts'
import type { FieldFault } from '#engine/define/refusal.ts'
import type { Words } from '#engine/define/words.ts'
import { type CellContent, cellText } from '#engine/kinds/cell.ts'
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

/** Reads the cells of a row; a cell that cannot be read is a fault and gives nothing. */
export function typedCells(
  fields: Readonly<Record<string, FieldDefinition>>,
  heads: Heads,
  { row, cells, formulas }: SheetRow,
  resolve: (field: string) => ((text: string) => Resolved) | undefined,
): TypedCells {
  const given: Record<string, unknown> = {}
  const [faults, warnings]: [AtCell[], AtCell[]] = [[], []]
  // A value is doubtful in the light of the others, so all are read first.
  const taken: { readonly definition: FieldDefinition; readonly value: unknown; readonly at: (message: Words) => AtCell }[] = []
  for (const head of heads.columns.filter(({ closed }) => !closed)) {
    const read = readCell(fields[head.field]!, head, cells[head.at] ?? null, resolve(head.field))
    const definition = fields[head.field]!
    const at = (message: Words): AtCell => ({ path: head.field, label: definition.label, message, cell: cellAddress(row, head.at) })
    if ('fault' in read) faults.push(at(read.fault))
    if (!('value' in read)) continue
    given[head.field] = read.value
    if (formulas?.includes(head.at)) warnings.push(at(computed(cells[head.at] ?? null)))
    taken.push({ definition, value: read.value, at })
  }
  for (const { definition, value, at } of taken) {
    const doubt = kindOf(definition).doubt?.(value, definition, { row: given, titles: {} })
    if (doubt) warnings.push(at(doubt))
  }
  return { given, faults, warnings }
}

/** Nothing is worked out here: what the program that wrote the file has kept may be older than the cells it was made from. */
function computed(cell: CellContent): Words {
  const text = cellText(cell)
  return {
    zh: `单元格是公式，按文件中保存的计算结果“${text}”读取；请核对，或粘贴为数值后重新上传`,
    en: `the cell is a formula; the result “${text}” kept in the file was read: compare it, or paste it as a value and upload again`,
  }
}

function readCell(definition: FieldDefinition, { unit }: HeadFound, cell: CellContent, resolve: ((text: string) => Resolved) | undefined) {
  const kind = kindOf(definition)
  const error = typeof cell === 'string' ? FORMULA_ERROR.exec(cell)?.[0] : undefined
  if (error !== undefined)
    return {
      fault: {
        zh: `公式出错（${error}），请改为填写数值`,
        en: `the formula failed (${error}); write the value instead`,
      },
    }
  const put = tidied(cell, kind.sheet(definition), unit)
  if ('fault' in put) return put
  if (!resolve || put.cell === null) return kind.fromCell(put.cell, definition)
  const found = resolve(cellText(put.cell))
  return 'fault' in found ? found : { value: found.code }
}

const FORMULA_ERROR = /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!)$/

/** Whether nothing stands in the row: such rows are passed over, however many there are. */
export function isBlank({ cells }: SheetRow): boolean {
  return cells.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''))
}
