import type { TableLines } from '../layout.ts'
import type { DivisionRow } from './rows.ts'
import { type RuledPage, ruledParts } from './ruled.ts'
import { type CellWords, printedOnly, wordsIn } from './words.ts'

/** How rows stand in the body: those of divisions cell by cell, even where their cells run over lines side by side. */
export function writtenRows(page: RuledPage, rows: readonly DivisionRow[], inTable: ReadonlySet<number>): TableLines {
  const first = new Map<number, readonly CellWords[]>()
  const others = new Set<number>()
  for (const { lines, cells } of rows) {
    if (!cells) continue
    first.set(lines[0], cells.map(printedOnly))
    for (let at = lines[0] + 1; at <= lines[1]; at += 1) others.add(at)
  }
  return {
    skips: (line) => inTable.has(line) || others.has(line),
    rowAt: (line) => first.get(line) ?? ruledRow(page, line),
  }
}

const FEWEST_CELLS = 3

/** A row of any table whose cells are parted by tabs. */
function ruledRow(page: RuledPage, at: number): readonly CellWords[] | null {
  const line = page.lines[at]
  if (!line || !hasTabs(page, line)) return null
  const cells = ruledParts(page, line).map((range) => wordsIn(page.text, range))
  return cells.filter(({ text }) => text !== '').length >= FEWEST_CELLS ? cells : null
}

function hasTabs(page: RuledPage, { start, end }: { readonly start: number; readonly end: number }): boolean {
  for (let at = page.text.indexOf(' ', start); at >= 0 && at < end; at = page.text.indexOf(' ', at + 1)) if (page.isTab(at)) return true
  return false
}
