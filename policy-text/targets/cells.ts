import { headingMark } from '../heading-marks.ts'
import type { Line } from '../lines.ts'

/** A cell of a table that was flattened into text; positions are those of the page. */
export interface Cell {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly line: number
}

type ColumnKind = 'label' | 'unit' | 'year' | 'change' | 'cumulative' | 'nature'

/** A column named in the head of a table. */
export interface Column {
  readonly kind: ColumnKind
  readonly year: number | null
}

/** The cells of one line: blanks and strokes part them, “2025 年” stays together. */
export function cellsOf(line: Line, index: number): readonly Cell[] {
  const cells: Cell[] = []
  for (const match of line.text.matchAll(/\d{4} 年[^\s|]*|[^\s|]+/g)) {
    const start = line.start + match.index
    cells.push({ text: match[0].replaceAll(' ', ''), start, end: start + match[0].length, line: index })
  }
  return cells
}

const HEAD = [
  [
    'year',
    /^[“"]?(?:20\d\d年?(?:末|底)?|“?十[三四五六]五”?末?)(?:目标|目标值|规划值|规划目标|实际|实际值|现状|现状值|基期值|基础值|完成值?|预计)?(?:\(.*\))?$/,
  ],
  ['year', /^(?:规划|预期|发展)?(?:目标|目标值)$/],
  ['year', /^(?:现状|现状值|基期|基期值|基准值|基础值|现值)$/],
  ['change', /^(?:五年|年均|累计)?\[?(?:年均)?(?:增长|增速|增幅|增减|变化|提高)(?:率|值)?\]?(?:\(%\)|\[.*\])?(?:\/\[?累计\]?)?$/],
  ['change', /^年均(?:增长|增速|\/累计|\/\[累计\]).*$/],
  ['cumulative', /^\[?(?:五年)?累计(?:值|数)?\]?.*$/],
  ['nature', /^(?:指标)?(?:属性|性质|类型)$/],
  ['unit', /^(?:计量|指标)?单位$/],
  [
    'label',
    /^(?:序号|类别|领域|维度|一级指标|二级指标|指标类别|指标名称|主要指标|具体指标|核心指标|指标|名称|责任单位|牵头单位|责任部门|备注|项目|分类|类型|方面)$/,
  ],
] as const satisfies readonly (readonly [ColumnKind, RegExp])[]

/** What a head cell names: “2025年目标” a year, “属性” the nature; null for a cell that is no head. */
export function columnOf(cell: string): Column | null {
  const known = HEAD.find(([, pattern]) => pattern.test(cell))
  if (!known) return null
  const year = /20\d\d/.exec(cell)?.[0]
  return { kind: known[0], year: year === undefined ? (planYear(cell) ?? null) : Number(year) }
}

function planYear(cell: string): number | null {
  const plans: Readonly<Record<string, number>> = { 十三五: 2020, 十四五: 2025, 十五五: 2030 }
  return plans[/十[三四五]五/.exec(cell)?.[0] ?? ''] ?? null
}

/** “2.8”, “>7”, “[5]”, “65左右”, “—”: a cell of a value column. */
export function isValue(cell: string): boolean {
  return (
    /^(?:约|≥|≤|>=|<=|>|<|\[|\(|不低于|不少于|超过|达到|大于)*[-+]?\d[\d,]*(?:\.\d+)?(?:[-—~]\d[\d.]*)?(?:%|‰|万|亿|个百分点|[万亿]?[家个项人件元名])?(?:左右|以上|以内)?[\])*+]*$/.test(
      cell,
    ) ||
    RANK.test(cell) ||
    isDash(cell)
  )
}

// “全国第3”, “保持前3”, “前五位”
const RANK =
  /^(?:保持|稳居|进入|位居|力争|居)*(?:全国|全省|全市|全球|世界)?(?:第|前)(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:位|名)?(?:以内)?$/

/** “完成国家下达任务”, “持续改善”: the aim of a value column told in words. */
export function isTold(cell: string): boolean {
  return (
    cell.length <= 16 &&
    /^(?:完成|持续|保持|稳步|不断|逐步|进一步|达到|力争|明显|显著|全面|控制在|有所|有效|国家|省定|省下达|全国|全省|高于|优于|低于|不低于|稳中|基本|大幅|较大).*(?:任务|目标|改善|提升|提高|下降|降低|增长|消除|要求|水平|范围内|稳定|优化|前列|领先|下达|向好|良好|健全|完善|覆盖)$/.test(
      cell,
    )
  )
}

export function isDash(cell: string): boolean {
  return /^(?:[-—/]+|……|\*)$/.test(cell)
}

/** A cell that cannot stand in a table of indicators: the text goes on. */
export function endsTable(cell: string): boolean {
  return (
    cell.length > 45 ||
    /[。;]$/.test(cell) ||
    /^(注|备注|说明)[::]/.test(cell) ||
    /^(专栏|附件|附表)/.test(cell) ||
    (headingMark(cell)?.mark.rank ?? 9) <= 5
  )
}
