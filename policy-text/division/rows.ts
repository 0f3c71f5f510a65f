import type { Range } from '../sentences.ts'
import { isDash } from '../targets/cells.ts'
import type { DivisionHead } from './head.ts'
import { type CellWords, isUnitCell, NO_WORDS, rangeOf, unitsIn } from './words.ts'

/** A row of a division of tasks; positions are those of the page. */
export interface DivisionRow extends Range {
  /** The first and the last line it stands on. */
  readonly lines: readonly [number, number]
  /** Its cells in order; null where one or more of them stand on lines of their own. */
  readonly cells: readonly CellWords[] | null
  /** Whether each cell is known to stand in its column. */
  readonly inColumns: boolean
  readonly task: CellWords
  readonly content: CellWords | null
  readonly lead: readonly CellWords[]
  readonly support: readonly CellWords[]
  readonly due: CellWords | null
  /** From the first to the last of its cells. */
  readonly whole: Range
  /** A cell over several rows: the units, or the task, are those of the row before. */
  readonly isInherited: boolean
}

/** The rows of one table, and the first line after it. */
export interface ReadRows<Row> {
  readonly rows: readonly Row[]
  readonly until: number
}

/** The cells of a row by columns, and the lines they stand on. */
export interface OpenRow {
  readonly cells: readonly CellWords[]
  readonly lines: readonly [number, number]
}

/** Gives rows the cells that a merged cell above reaches down to. */
export function rowsFrom(head: DivisionHead, open: readonly OpenRow[]): readonly DivisionRow[] {
  const rows: DivisionRow[] = []
  for (const one of open) {
    const row = rowFrom(head, one, rows.at(-1))
    if (row) rows.push(row)
  }
  return rows
}

function rowFrom(head: DivisionHead, { cells, lines }: OpenRow, above: DivisionRow | undefined): DivisionRow | null {
  const own = aligned(head, cells)
  const of = (kind: DivisionHead['columns'][number]): CellWords => own[head.columns.indexOf(kind)] ?? NO_WORDS
  const [task, content] = [of('task'), of('content')]
  const words = task.text === '' ? content : task
  const units = unitsOf(head, own)
  const [lead, support] = units.lead.length + units.support.length > 0 ? [units.lead, units.support] : [[], []]
  if (words.text === '' && lead.length === 0) return null
  const isMerged = lead.length === 0 && above !== undefined && head.columns.includes('lead')
  const all = isMerged ? { lead: above.lead, support: support.length > 0 ? support : above.support } : { lead, support }
  const range = rangeOf([...lead, ...support]) ?? rangeOf([words])
  if (!range || all.lead.length === 0 || (words.text === '' && !above)) return null
  return {
    ...range,
    lines,
    cells: own,
    inColumns: true,
    task: words.text === '' ? (above?.task ?? NO_WORDS) : words,
    content: task.text === '' || content.text === '' ? null : content,
    ...all,
    due: of('due').text === '' ? null : of('due'),
    whole: rangeOf(own) ?? range,
    isInherited: isMerged || words.text === '',
  }
}

/** A row with fewer cells than columns lost its merged ones in copying: the units of the lead, and what stands before the task. */
function aligned({ columns }: DivisionHead, cells: readonly CellWords[]): readonly CellWords[] {
  const missing = columns.length - cells.length
  if (missing <= 0) return cells
  const firstUnits = cells.findIndex((cell, at) => at > 0 && isUnitCell(cell.text))
  const lead = columns.indexOf('lead')
  const own = [...cells]
  const pads = Array.from({ length: missing }, () => NO_WORDS)
  if (firstUnits >= 0 && firstUnits === lead) own.splice(isUnitCell(cells[lead + 1]?.text ?? '') ? own.length : lead, 0, ...pads)
  else if (firstUnits >= 0 && firstUnits < lead)
    own.splice(columns[0] === 'number' && /^\d+$/.test(cells[0]?.text ?? '') ? 1 : 0, 0, ...pads)
  return own
}

function unitsOf({ columns, firstLeads }: DivisionHead, cells: readonly CellWords[]): Pick<DivisionRow, 'lead' | 'support'> {
  const named = (kind: 'lead' | 'support'): readonly CellWords[] =>
    cells.filter((cell, at) => columns[at] === kind && !isDash(cell.text)).flatMap(unitsIn)
  const [lead, support] = [named('lead'), named('support')]
  return firstLeads && support.length === 0 ? { lead: lead.slice(0, 1), support: lead.slice(1) } : { lead, support }
}
