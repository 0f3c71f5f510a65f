import { headingMark } from '../heading-marks.ts'
import type { Line } from '../lines.ts'
import { type Cell, cellsOf, isDash } from '../targets/cells.ts'
import { type DivisionHead, isColumnName } from './head.ts'
import type { DivisionRow, ReadRows } from './rows.ts'
import type { RuledPage } from './ruled.ts'
import { isTime, isUnitCell, unitsIn, wordsIn } from './words.ts'

const LONGEST_TABLE = 600

/** Rows whose columns are not known, cell after cell: a row is what is to be done and then who does it. */
export function listedRows(page: RuledPage, head: DivisionHead): ReadRows<DivisionRow> {
  const rows: DivisionRow[] = []
  let task: Cell[] = []
  let units: Cell[] = []
  let due: Cell | null = null
  const flush = (): void => {
    const row = rowFrom(page, head, { task, units, due })
    if (row) rows.push(row)
    task = []
    units = []
    due = null
  }
  const last = Math.min(page.lines.length, head.nextLine + LONGEST_TABLE)
  let at = head.nextLine
  for (; at < last; at += 1) {
    const line = page.lines[at]
    if (!line || line.noise) continue
    const cells = cellsOf(line, at)
    if (endsTable(line)) break
    // The head of the next table, or of this one on its next page.
    if (cells.length > 1 && cells.some(({ text }) => isColumnName(text))) break
    for (const cell of cells) {
      if (isColumnName(cell.text) || isDash(cell.text)) continue
      if (isUnitCell(cell.text) && !isNumber(task.at(-1))) units.push(cell)
      else if (isTime(cell.text)) due ??= units.length > 0 ? cell : null
      else {
        if (units.length > 0) flush()
        task.push(cell)
      }
    }
  }
  flush()
  return { rows, until: at }
}

function endsTable({ text }: Line): boolean {
  return /^(注|备注|说明) ?:/.test(text)
}

interface Gathered {
  readonly task: readonly Cell[]
  readonly units: readonly Cell[]
  readonly due: Cell | null
}

function rowFrom(page: RuledPage, head: DivisionHead, { task, units, due }: Gathered): DivisionRow | null {
  const [first, last] = [units[0], units.at(-1)]
  const text = ownCells(head, task)
  const [begin, end] = [text[0], text.at(-1)]
  const line = begin && page.lines[begin.line]
  if (!first || !last || !begin || !end) return null
  const named = (cells: readonly Cell[]) => cells.flatMap((cell) => unitsIn(wordsIn(page.text, cell)))
  const hasSupport = head.columns.includes('support')
  const all = named(units)
  const lead = hasSupport ? named([first]) : head.firstLeads ? all.slice(0, 1) : all
  return {
    start: first.start,
    end: last.end,
    lines: [begin.line, last.line],
    cells:
      line && line.start <= begin.start && last.end <= line.end ? cellsOf(line, begin.line).map((cell) => wordsIn(page.text, cell)) : null,
    inColumns: false,
    task: wordsIn(page.text, hasBoth(head) ? begin : { start: begin.start, end: end.end }),
    content: hasBoth(head) && text.length > 1 ? wordsIn(page.text, { start: text[1]?.start ?? 0, end: end.end }) : null,
    lead,
    support: hasSupport ? named(units.slice(1)) : head.firstLeads ? all.slice(1) : [],
    whole: { start: begin.start, end: Math.max(last.end, due?.end ?? 0) },
    due: due ? wordsIn(page.text, due) : null,
    isInherited: false,
  }
}

function hasBoth({ columns }: DivisionHead): boolean {
  return columns.includes('task') && columns.includes('content')
}

/** Without the row's number, and without the name of a group of rows that stands before it. */
function ownCells({ columns }: DivisionHead, task: readonly Cell[]): readonly Cell[] {
  const number = columns.includes('number') ? task.findIndex((cell) => isNumber(cell)) : -1
  const own = number >= 0 ? task.slice(number + 1) : task
  const words = own.filter((cell) => !isNumber(cell))
  const rest = words.filter((cell, at) => at === words.length - 1 || !isGroup(cell))
  return rest.length > 0 ? rest : words
}

// What follows a row's number is its task, though it may end like the name of a unit: “搭建服务平台”.
function isNumber(cell: Cell | undefined): boolean {
  return cell !== undefined && /^\d{1,3}[.、]?$/.test(cell.text)
}

function isGroup({ text }: Cell): boolean {
  return text.length <= 30 && (headingMark(text)?.mark.rank ?? 9) <= 4
}
