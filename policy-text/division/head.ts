import type { Line } from '../lines.ts'
import { cellsOf } from '../targets/cells.ts'
import { type RuledPage, ruledParts } from './ruled.ts'

type ColumnKind = 'number' | 'group' | 'task' | 'content' | 'lead' | 'support' | 'due' | 'other'

/** The head of a division of tasks. `ruled`: its cells are parted by tabs or strokes; `spaced`: by blanks; `listed`: one a line. */
export interface DivisionHead {
  readonly columns: readonly ColumnKind[]
  readonly form: 'ruled' | 'spaced' | 'listed'
  readonly firstLine: number
  readonly nextLine: number
  /** “责任单位(列第一位的为牵头单位)” */
  readonly firstLeads: boolean
}

const LEAD_HEAD = /^(主要|主|总)?(牵头|责任|负责|主责|主办|承办|落实|实施|推进)(责任)?(单位|部门|处室|主体|机关)(及责任人)?$/
const SUPPORT_HEAD = /^(协同|主要)?(配合|协同|参与|参加|协办|协作|支持|责任)(配合|责任)?(单位|部门|处室|机关)$/
const TASK_HEAD = /(任务|内容|事项|举措|措施|工作|目标|项目|行动|工程|要求|要点)/
const CONTENT_HEAD = /(内容|目标|要求|要点|成果|标准|举措|措施|分解)/
// “重点任务分工表” is the title above the head.
const TITLE = /(表|清单|分工|方案|分解)$/
const NUMBER_HEAD = /^(序号|编号|项目编号|项次)$/
const GROUP_HEAD = /^(类别|领域|方面|板块|分类|责任领域|工作类别|任务类别)$/
const DUE_HEAD = /^(.{0,4}(时限|期限|时间|进度|节点)|完成时间|进度安排|时间安排|时间节点|推进计划)$/
const OTHER_HEAD = /^(备注|责任领导|分管领导|牵头领导|责任人|联系人|来源|依据)$/
const LONGEST_HEAD = 10
const MOST_COLUMNS = 9

/** The head of a division of tasks that ends at a line, if one does. */
export function headAt(page: RuledPage, at: number): DivisionHead | null {
  const line = page.lines[at]
  if (!line || line.text.length > 120 || !/(单位|部门|处室|主体|机关)/.test(line.text)) return null
  const ruled = ruledParts(page, line).map((range) => page.text.slice(range.start, range.end).replaceAll(' ', ''))
  if (ruled.length > 2 && isWhole(ruled)) return headOf(ruled, 'ruled', at, at + 1)
  const first = Math.max(0, at - 5)
  for (let from = at; from >= first; from -= 1) {
    const cells = cellTexts(page.lines, from, at)
    if (cells.length > MOST_COLUMNS || !cells.every(isHeadCell)) return null
    if (isWhole(cells)) return from === at ? headOf(cells, 'spaced', at, at + 1) : listedHead(page.lines, from, at)
  }
  return null
}

function isWhole(cells: readonly string[]): boolean {
  return (
    cells.length <= MOST_COLUMNS &&
    cells.every((cell) => cell === '' || isHeadCell(cell)) &&
    cells.some((cell) => LEAD_HEAD.test(bare(cell))) &&
    cells.some((cell) => TASK_HEAD.test(cell) && !/(单位|部门)$/.test(bare(cell)))
  )
}

function listedHead(lines: readonly Line[], found: number, at: number): DivisionHead {
  let from = found
  while (from > 0 && at - from < LONGEST_HEAD && cellTexts(lines, from - 1, from - 1).every(isHeadCell)) from -= 1
  let next = at + 1
  const all = [...cellTexts(lines, from, at)]
  while (next < lines.length && next <= at + LONGEST_HEAD) {
    const more = cellTexts(lines, next, next)
    if (!more.every(isHeadCell)) break
    all.push(...more)
    next += 1
  }
  return headOf(all, 'listed', from, next)
}

function cellTexts(lines: readonly Line[], from: number, to: number): readonly string[] {
  return lines.slice(from, to + 1).flatMap((line, index) => cellsOf(line, from + index).map(({ text }) => text))
}

function headOf(cells: readonly string[], form: DivisionHead['form'], firstLine: number, nextLine: number): DivisionHead {
  const columns: ColumnKind[] = []
  for (const cell of cells) columns.push(kindOf(bare(cell), columns))
  return { columns, form, firstLine, nextLine, firstLeads: cells.some((cell) => /(列|排|名).{0,4}(第一|首)位?/.test(cell)) }
}

function kindOf(cell: string, before: readonly ColumnKind[]): ColumnKind {
  if (NUMBER_HEAD.test(cell)) return 'number'
  if (GROUP_HEAD.test(cell)) return 'group'
  if (LEAD_HEAD.test(cell) && !before.includes('lead')) return 'lead'
  if (LEAD_HEAD.test(cell) || SUPPORT_HEAD.test(cell)) return 'support'
  if (OTHER_HEAD.test(cell)) return 'other'
  if (DUE_HEAD.test(cell)) return 'due'
  return TASK_HEAD.test(cell) ? (CONTENT_HEAD.test(cell) ? 'content' : 'task') : 'other'
}

/** True for words that can only be the head of a column: they come again where a table goes on over a page. */
export function isColumnName(cell: string): boolean {
  const name = bare(cell)
  return LEAD_HEAD.test(name) || SUPPORT_HEAD.test(name) || NUMBER_HEAD.test(name) || DUE_HEAD.test(name) || OTHER_HEAD.test(name)
}

export function isHeadCell(cell: string): boolean {
  return isColumnName(cell) || GROUP_HEAD.test(cell) || (bare(cell).length <= 10 && TASK_HEAD.test(cell) && !TITLE.test(cell))
}

function bare(cell: string): string {
  return cell.replace(/\([^()]*\)$/, '')
}
