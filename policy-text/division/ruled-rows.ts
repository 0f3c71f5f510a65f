import { type DivisionHead, isHeadCell } from './head.ts'
import type { OpenRow, ReadRows } from './rows.ts'
import { type RuledPage, ruledParts } from './ruled.ts'
import { type CellWords, continued, isTime, isUnitCell, wordsIn } from './words.ts'

const LONGEST_TABLE = 1200
/** So many lines without any mark may stand between two rows: the name of a group, a page's foot. */
const LONGEST_GAP = 3

/** Rows whose cells are parted by tabs or strokes; a line break inside a cell breaks the line, not the row. */
export function ruledRows(page: RuledPage, head: DivisionHead): ReadRows<OpenRow> {
  const rows: OpenRow[] = []
  const width = head.columns.length
  let open: CellWords[] = []
  let lines: [number, number] = [head.nextLine, head.nextLine]
  const flush = (): void => {
    if (open.length > 2) rows.push({ cells: open, lines })
    open = []
  }
  const last = Math.min(page.lines.length, head.nextLine + LONGEST_TABLE)
  let at = head.nextLine
  for (; at < last; at += 1) {
    const line = page.lines[at]
    if (!line || line.noise) continue
    const parts = ruledParts(page, line).map((range) => wordsIn(page.text, range))
    if (parts.every(({ text }) => /^[-:—]*$/.test(text))) continue
    if (isHead(parts)) flush()
    else if (parts.length > 1) {
      if (opensRow(parts, open, head)) flush()
      if (open.length === 0) lines = [at, at]
      open = open.length === 0 ? parts : joined(open, parts)
      lines = [lines[0], at]
    } else if (open.length > 0 && (open.length < width || isTail(open, parts[0]))) {
      open = joined(open, parts)
      lines = [lines[0], at]
    } else if (!goesOn(page, at)) break
  }
  flush()
  return { rows, until: at }
}

function isHead(parts: readonly CellWords[]): boolean {
  return parts.length > 2 && parts.every(({ text }) => text === '' || isHeadCell(text))
}

function opensRow(parts: readonly CellWords[], open: readonly CellWords[], { columns }: DivisionHead): boolean {
  if (open.length + parts.length - 1 > columns.length) return true
  return columns[0] === 'number' && parts.length > 2 && /^\d{1,3}[.、]?$/.test(parts[0]?.text ?? '')
}

/** The first part goes on with the last cell, the others are new cells. */
function joined(open: readonly CellWords[], parts: readonly CellWords[]): CellWords[] {
  const [first, ...others] = parts
  const last = open.at(-1)
  return [...open.slice(0, -1), ...(last && first ? [continued(last, first)] : []), ...others]
}

/** One more line of the last cell: “2029年 / 6月底前”, or one more unit. */
function isTail(open: readonly CellWords[], part: CellWords | undefined): boolean {
  const last = open.at(-1)?.text ?? ''
  return part !== undefined && ((isUnitCell(last) && isUnitCell(part.text)) || (/\d年$/.test(last) && isTime(part.text)))
}

function goesOn(page: RuledPage, at: number): boolean {
  return page.lines.slice(at + 1, at + 1 + LONGEST_GAP).some((line) => ruledParts(page, line).length > 2)
}
