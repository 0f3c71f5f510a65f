import { knownStatistic } from '../known-metrics.ts'
import { unitClass } from '../targets/units.ts'
import type { Text } from '../text.ts'

const PLACE = /^(?:全省|全市|全区|全县|全社会|省内|市内|我省|我市|本省|本市|累计|年均|新增|新)+/
const COUNTING = /(?:累计)?(?:引进|引育|培育|培养|组建|布局|建设|认定|新增)?(?:拥有量|总数量|总数|数量|总量|规模|数)$/
const SPELT: readonly (readonly [RegExp, string])[] = [
  [/[“”"《》（）()\s]/g, ''],
  [/规模以上/g, '规上'],
  [/(?:研究与试验发展|研究与开发|R&D)/g, '研发'],
  [/(?:地区生产总值|国内生产总值)/g, 'GDP'],
  [/科学技术/g, '科技'],
  [/公共服务平台/g, '服务平台'],
]

/** What a metric measures, without the words that provinces put around it: “全省高新技术企业数量” and “高新技术企业总数” are one. */
export function metricKey(metric: string, unit: string | null): string {
  const known = knownStatistic(metric, plainUnit(unit))
  const spelt = SPELT.reduce((name, [pattern, word]) => name.replace(pattern, word), known?.title.zh ?? metric)
  const bare = spelt.replace(PLACE, '').replace(COUNTING, '')
  return bare.length >= 2 ? bare : spelt
}

/** A known statistic is recognised by its unit; other multiples of it are the same unit. */
function plainUnit(unit: string | null): string | null {
  const { base, kind } = unitOf(unit)
  return kind === 'money' && base === '元' ? '亿元' : base === '' ? unit : base
}

/** A unit taken apart: 万件 is 10⁴ of 件. Two figures can be put in one unit when `kind`, `base` and `each` agree; counts need no equal base. */
export interface MetricUnit {
  readonly kind: 'count' | 'share' | 'money' | 'measure' | 'span' | 'rank' | 'none'
  readonly base: string
  /** How many of the base one printed unit is, as a power of ten. */
  readonly power: number
  /** What it is counted for: “人” of “万元/人”. */
  readonly each: string
}

const POWERS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }
// 千瓦, 千米 and 千克 are units of their own: their 千 is no multiple that the figure was given in.
const MULTIPLE = /^((?:[十百千](?![瓦米克分])|[万亿])+)(?=.)/
/** Units of one measure as powers of ten of another. */
const MEASURES: Readonly<Record<string, readonly [base: string, power: number]>> = {
  千米: ['公里', 0],
  千克: ['公斤', 0],
  兆瓦: ['千瓦', 3],
  MW: ['千瓦', 3],
  kW: ['千瓦', 0],
  GW: ['千瓦', 6],
  千瓦时: ['千瓦时', 0],
  kWh: ['千瓦时', 0],
  MWh: ['千瓦时', 3],
  GWh: ['千瓦时', 6],
  平方千米: ['平方米', 6],
  平方公里: ['平方米', 6],
  公顷: ['平方米', 4],
  元人民币: ['元', 0],
  EFLOPS: ['PFLOPS', 3],
  EFlops: ['PFLOPS', 3],
  PFlops: ['PFLOPS', 0],
  TFLOPS: ['PFLOPS', -3],
  百分点: ['个百分点', 0],
}

/** Takes a printed unit apart. */
export function unitOf(printed: string | null): MetricUnit {
  const [whole = '', each = ''] = (printed ?? '').split('/')
  const multiple = MULTIPLE.exec(whole)?.[1] ?? ''
  const bare = whole.slice(multiple.length)
  const [base, power] = MEASURES[bare] ?? [bare, 0]
  const kind = whole === '' ? 'none' : unitClass(whole)
  return { kind, base, power: power + [...multiple].reduce((sum, sign) => sum + (POWERS[sign] ?? 0), 0), each }
}

/** Why figures in two units cannot be put side by side; null when they can. */
export function unitsApart(one: MetricUnit, other: MetricUnit, printed: readonly [string | null, string | null]): Text | null {
  const times = (unit: MetricUnit) => unit.base.endsWith('次')
  const apart =
    one.kind !== other.kind || one.each !== other.each || (one.kind === 'count' ? times(one) !== times(other) : one.base !== other.base)
  if (!apart) return null
  const [left, right] = printed.map((unit) => unit ?? '').toSorted() as [string, string]
  return {
    zh: `单位“${left}”与“${right}”不能换算`,
    en: `the units “${left}” and “${right}” cannot be converted into one another`,
  }
}
