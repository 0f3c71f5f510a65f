import { type DivisionHead, headAt } from './head.ts'
import { listedRows } from './listed-rows.ts'
import { placedRows } from './placed-rows.ts'
import { type DivisionRow, rowsFrom } from './rows.ts'
import type { RuledPage } from './ruled.ts'
import { ruledRows } from './ruled-rows.ts'

export type { DivisionRow } from './rows.ts'

/** The rows of all divisions of tasks of a page: “序号 重点任务 牵头单位 责任单位 完成时限” and what stands below. */
export function divisionRowsIn(page: RuledPage): readonly DivisionRow[] {
  const found: DivisionRow[] = []
  for (let at = 0; at < page.lines.length; at += 1) {
    const head = headAt(page, at)
    if (!head) continue
    const rows = rowsBelow(page, head)
    found.push(...rows)
    at = Math.max(head.nextLine - 1, rows.at(-1)?.lines[1] ?? 0)
  }
  return found
}

function rowsBelow(page: RuledPage, head: DivisionHead): readonly DivisionRow[] {
  if (head.form === 'ruled') return rowsFrom(head, ruledRows(page, head))
  const placed = head.form === 'spaced' ? placedRows(page, head) : null
  return placed ? rowsFrom(head, placed) : listedRows(page, head)
}
