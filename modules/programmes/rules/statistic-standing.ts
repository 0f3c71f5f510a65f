import { dayInChinese, parsePeriod } from '#engine/define/period.ts'
import type { Words } from '#engine/define/words.ts'
import { type Light, lightTitle } from './light.ts'
import { type Forecast, pathTo } from './pace.ts'

/** A value of an indicator as it was published. */
export interface PublishedValue {
  /** 2025, 2025H1, 2025Q3 or 2025-09. */
  readonly period: string
  readonly value: string
}

/** What a published value is held against. */
export interface StatisticTarget {
  readonly value: number
  readonly comparator: string
  readonly baseline: number | null
  readonly from: string | null
  readonly until: string | null
}

/** Upper bounds are reached by being at or below them. */
const UPPER = new Set(['at_most', 'less_than'])
const ON_TRACK = 1
const AT_RISK = 0.8

/**
 * The light of a published value. A level is not counted up from nothing: without a baseline no pace can be told, and the light says so.
 * With one it is held against the straight line from the baseline at the plan's first day to the target, on the last day of its period.
 */
export function lightOfStatistic(latest: PublishedValue, target: StatisticTarget, unit: string, today: string): Light {
  const value = Number(latest.value)
  const period = parsePeriod(latest.period)
  const said = { zh: `${period?.title.zh ?? latest.period}为${value}${unit}`, en: `${value}${unit} for ${latest.period}` }
  if (UPPER.has(target.comparator) ? value <= target.value : value >= target.value)
    return light('done', `${said.zh}，达到目标${target.value}${unit}`, `${said.en}, the target of ${target.value}${unit} is reached`)
  if (target.from !== null && today < target.from)
    return light('not_started', `方案自${dayInChinese(target.from)}起执行`, `the plan begins on ${target.from}`)
  if (target.baseline === null || target.from === null || target.until === null || target.baseline === target.value)
    return light(
      'warning',
      `${said.zh}，距目标${target.value}${unit}差${gap(value, target.value)}${unit}；没有基期值或起止时间，无法按进度判断`,
      `${said.en}, ${gap(value, target.value)}${unit} from the target of ${target.value}${unit}; without a baseline and dates no pace can be worked out`,
    )
  const day = period?.to ?? today
  const share = pathTo(1, target.from, target.until, day).share
  const expected = target.baseline + (target.value - target.baseline) * share
  const ratio = share === 0 ? ON_TRACK : (value - target.baseline) / (expected - target.baseline)
  const code = ratio >= ON_TRACK ? 'normal' : ratio >= AT_RISK ? 'warning' : 'behind'
  const percent = `${(ratio * 100).toFixed(1)}%`
  return light(
    code,
    `${said.zh}；由基期${target.baseline}${unit}匀速到${target.value}${unit}，到${dayInChinese(day)}应为${rounded(expected)}${unit}，为应有进度的${percent}`,
    `${said.en}; an even pace from ${target.baseline}${unit} asks for ${rounded(expected)}${unit} by ${day}: ${percent} of it`,
  )
}

/** What the mean yearly change would lead to by the deadline; the smallest and largest change are the ends of the band. */
export function forecastOfStatistic(series: readonly PublishedValue[], until: string | null, unit: string): Forecast | null {
  const years = series.filter(({ period }) => /^\d{4}$/.test(period)).toSorted((a, b) => a.period.localeCompare(b.period))
  const [first, last] = [years[0], years.at(-1)]
  if (!first || !last || first === last || until === null) return null
  const left = Number(until.slice(0, 4)) - Number(last.period)
  if (left <= 0) return null
  const changes = years.slice(1).map(({ period, value }, at) => {
    const before = years[at]!
    return (Number(value) - Number(before.value)) / (Number(period) - Number(before.period))
  })
  const mean = (Number(last.value) - Number(first.value)) / (Number(last.period) - Number(first.period))
  const at = (change: number) => rounded(Number(last.value) + change * left)
  const [low, likely, high] = [at(Math.min(...changes)), at(mean), at(Math.max(...changes))]
  return { by: until, low, likely, high, method: methodWords({ first, last, mean, left, low, likely, high, unit }) }
}

interface Method {
  readonly first: PublishedValue
  readonly last: PublishedValue
  readonly mean: number
  readonly left: number
  readonly low: number
  readonly likely: number
  readonly high: number
  readonly unit: string
}

function methodWords({ first, last, mean, left, low, likely, high, unit }: Method): Words {
  const band = low === high ? '' : `（${low}～${high}）`
  return {
    zh: `推算，不是目标也不是承诺：${first.period}至${last.period}年平均每年变化${rounded(mean)}${unit}，再过${left}年约${likely}${unit}${band}`,
    en: `An extrapolation, neither target nor promise: ${rounded(mean)}${unit} a year from ${first.period} to ${last.period}; ${left} years on about ${likely}${unit}${low === high ? '' : ` (${low} to ${high})`}`,
  }
}

const rounded = (value: number) => Math.round(value * 100) / 100
const gap = (value: number, target: number) => rounded(Math.abs(target - value))

function light(code: Light['code'], zh: string, en: string): Light {
  return { code, title: lightTitle(code), why: { zh, en } }
}
