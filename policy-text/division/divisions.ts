import { type DivisionHead, headAt } from './head.ts'
import { listedRows } from './listed-rows.ts'
import { placedRows } from './placed-rows.ts'
import { type DivisionRow, type OpenRow, type ReadRows, rowsFrom } from './rows.ts'
import type { RuledPage } from './ruled.ts'
import { ruledRows } from './ruled-rows.ts'

export type { DivisionRow } from './rows.ts'

/** The rows of all divisions of tasks of a page: “序号 重点任务 牵头单位 责任单位 完成时限” and what stands below. */
export function divisionRowsIn(page: RuledPage): readonly DivisionRow[] {
  const found: DivisionRow[] = []
  // What was looked through for columns once is not looked through again: a text may be nothing but heads.
  let placedUntil = 0
  for (let at = 0; at < page.lines.length; at += 1) {
    const head = headAt(page, at)
    if (!head) continue
    const placed = head.form === 'spaced' && head.firstLine >= placedUntil ? placedRows(page, head) : NOTHING
    if (placed.rows.length === 0) placedUntil = Math.max(placedUntil, placed.until)
    const { rows, until } = placed.rows.length > 0 ? { rows: rowsFrom(head, placed.rows), until: placed.until } : rowsBelow(page, head)
    found.push(...rows)
    at = Math.max(head.nextLine, until) - 1
  }
  return found
}

const NOTHING: ReadRows<OpenRow> = { rows: [], until: 0 }

function rowsBelow(page: RuledPage, head: DivisionHead): ReadRows<DivisionRow> {
  if (head.form !== 'ruled') return listedRows(page, head)
  const { rows, until } = ruledRows(page, head)
  return { rows: rowsFrom(head, rows), until }
}
