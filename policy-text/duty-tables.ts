import type { Line } from './lines.ts'
import type { Range } from './sentences.ts'
import { type Cell, cellsOf } from './targets/cells.ts'
import { isUnitName, splitNames } from './unit-names.ts'

/** A row of a flattened division of tasks; positions are those of the page. */
export interface DutyRow extends Range {
  readonly task: Range
  readonly lead: readonly Range[]
  readonly support: readonly Range[]
}

const LEAD_HEAD = /^(主要|主)?(牵头|责任|负责|主责|主办|落实|实施)(责任)?(单位|部门|处室|主体)$/
const SUPPORT_HEAD = /^(协同|主要)?(配合|协同|参与|参加|协办|支持|责任)(配合)?(单位|部门|处室)$/
const TASK_HEAD = /(任务|内容|事项|举措|措施|工作|目标|项目)/
const OTHER_HEAD = /^(序号|编号|类别|领域|.{0,4}(时限|期限|时间|进度)|完成时间|备注|责任领导|分管领导|进度安排|来源)$/

/** “序号 重点工作任务 责任单位 配合单位 完成时限” and the rows after it. */
export function dutyRowsIn(lines: readonly Line[]): readonly DutyRow[] {
  const found: DutyRow[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? ''
    if (text.length > 80 || !/(单位|部门|处室|主体)/.test(text)) continue
    const head = headAt(lines, at)
    if (!head) continue
    found.push(...rowsAfter(lines, head))
    at = head.nextLine - 1
  }
  return found
}

/** The lines that hold a whole row of a division of tasks: task and units side by side. */
export function rowLinesOf(lines: readonly Line[]): ReadonlySet<number> {
  const rows = dutyRowsIn(lines)
  const found = new Set<number>()
  let at = 0
  for (const row of rows) {
    while (at < lines.length && (lines[at]?.end ?? 0) <= row.task.start) at += 1
    const line = lines[at]
    if (line && line.start <= row.task.start && row.end <= line.end) found.add(at)
  }
  return found
}

interface Head {
  readonly nextLine: number
  readonly hasSupport: boolean
}

/** The head may be one line of several cells, or several lines of one cell that end at `at`. */
function headAt(lines: readonly Line[], at: number): Head | null {
  const first = Math.max(0, at - 4)
  for (let from = at; from >= first; from -= 1) {
    const cells = lines.slice(from, at + 1).flatMap((line, index) => cellsOf(line, from + index))
    if (cells.length > 8 || !cells.every((cell) => isHead(cell.text))) return null
    const isLead = cells.some((cell) => LEAD_HEAD.test(cell.text))
    if (isLead && cells.some((cell) => TASK_HEAD.test(cell.text) && !/(单位|部门)$/.test(cell.text))) return withRest(lines, at, cells)
  }
  return null
}

function isHead(cell: string): boolean {
  return LEAD_HEAD.test(cell) || SUPPORT_HEAD.test(cell) || OTHER_HEAD.test(cell) || (cell.length <= 10 && TASK_HEAD.test(cell))
}

function withRest(lines: readonly Line[], at: number, cells: readonly Cell[]): Head {
  let next = at + 1
  const all = [...cells]
  for (const [offset, line] of lines.slice(at + 1, at + LONGEST_HEAD).entries()) {
    const more = cellsOf(line, at + 1 + offset)
    if (!more.every((cell) => isHead(cell.text))) break
    all.push(...more)
    next += 1
  }
  const leads = all.filter((cell) => LEAD_HEAD.test(cell.text)).length
  return { nextLine: next, hasSupport: leads > 1 || all.some((cell) => SUPPORT_HEAD.test(cell.text) && !LEAD_HEAD.test(cell.text)) }
}

const LONGEST_TABLE = 600
const LONGEST_HEAD = 10

function rowsAfter(lines: readonly Line[], head: Head): readonly DutyRow[] {
  const rows: DutyRow[] = []
  let task: Cell[] = []
  let units: Cell[] = []
  const flush = (): void => {
    const row = rowFrom(task, units, head.hasSupport)
    if (row) rows.push(row)
    task = []
    units = []
  }
  for (const [offset, line] of lines.slice(head.nextLine, head.nextLine + LONGEST_TABLE).entries()) {
    const cells = cellsOf(line, head.nextLine + offset)
    if (/^(注|备注|说明) ?:/.test(line.text)) break
    // The head of the next table.
    if (cells.length > 1 && cells.some((cell) => LEAD_HEAD.test(cell.text))) break
    for (const cell of cells) {
      if (isUnitCell(cell.text)) units.push(cell)
      else if (!isTime(cell.text)) {
        if (units.length > 0) flush()
        task.push(cell)
      }
    }
  }
  flush()
  return rows
}

const TIME =
  /^(20\d\d年.*|\d{1,2}月.*|(持续|长期|全年|定期|常态化|按[年季月周]度?|每(年|季度|半年|月|周))(推进|坚持|实施|落实|开展|更新|报送)?|年(底|内)前?(完成)?|第?[一二三四]季度(末|底)?前?)$/

function isTime(cell: string): boolean {
  return TIME.test(cell) && cell.length <= 14
}

function isUnitCell(cell: string): boolean {
  const names = splitNames(cell.replace(/[。;]$/, ''))
  return names.length > 0 && names.every(({ name }) => isUnitName(name) && !/^\d/.test(name))
}

function rowFrom(task: readonly Cell[], units: readonly Cell[], hasSupport: boolean): DutyRow | null {
  const [first, last] = [units[0], units.at(-1)]
  const text = task.filter((cell) => !/^\d{1,3}$/.test(cell.text))
  const [begin, end] = [text[0], text.at(-1)]
  if (!first || !last || !begin || !end) return null
  const lead = hasSupport ? [first] : units
  return {
    start: first.start,
    end: last.end,
    task: { start: begin.start, end: end.end },
    lead: lead.flatMap(names),
    support: hasSupport ? units.slice(1).flatMap(names) : [],
  }
}

function names(cell: Cell): readonly Range[] {
  return splitNames(cell.text).map(({ name, start }) => ({ start: cell.start + start, end: cell.start + start + name.length }))
}
