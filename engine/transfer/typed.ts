import type { Row } from '#engine/access/holds.ts'
import type { FieldFault } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { type CellContent, cellText } from '#engine/kinds/cell.ts'
import { kindOf } from '#engine/kinds/index.ts'
import { cellAddress, type HeadFound, type Heads } from './heads.ts'
import type { Resolved } from './names.ts'
import { tidied } from './tidy.ts'

/** A row as a sheet has it; `formulas` are the columns whose value was computed by the program that wrote the file. */
export interface SheetRow {
  /** From 1. */
  readonly row: number
  readonly cells: readonly CellContent[]
}

/** The values of a row, and what is wrong with its cells, each with its address. */
export interface TypedCells {
  readonly given: Row
  readonly faults: readonly (FieldFault & { readonly cell: string })[]
}

/** Reads the cells of a row; a cell that cannot be read is a fault and gives nothing. */
export function typedCells(
  register: Register,
  heads: Heads,
  { row, cells }: SheetRow,
  resolve: (field: string) => ((text: string) => Resolved) | undefined,
): TypedCells {
  const given: Record<string, unknown> = {}
  const faults: (FieldFault & { readonly cell: string })[] = []
  for (const head of heads.columns.filter(({ closed }) => !closed)) {
    const read = readCell(register, head, cells[head.at] ?? null, resolve(head.field))
    if ('fault' in read) {
      const label = register.fields[head.field]!.label
      faults.push({ path: head.field, label, message: read.fault, cell: cellAddress(row, head.at) })
    } else if ('value' in read) given[head.field] = read.value
  }
  return { given, faults }
}

function readCell(register: Register, { field, unit }: HeadFound, cell: CellContent, resolve: ((text: string) => Resolved) | undefined) {
  const definition = register.fields[field]!
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
