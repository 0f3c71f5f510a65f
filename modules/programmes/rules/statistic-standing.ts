import { addDecimals } from '#engine/define/decimals.ts'
import { dayInChinese, parsePeriod } from '#engine/define/period.ts'
import type { Words } from '#engine/define/words.ts'
import { type Light, lightTitle } from './light.ts'
import { type Forecast, pathTo } from './pace.ts'
import type { Accrual } from './statistic-settings.ts'

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

/** How a value is judged: by the settings of its indicator. */
export interface Judging {
  readonly unit: string
  readonly accrual: Accrual
  /** Shares of the pace from which on, and below which: 1 is the pace itself. */
  readonly onTrack: number
  readonly atRisk: number
}

/** Where nobody has chosen otherwise. */
export const USUAL_JUDGING = { accrual: 'level', onTrack: 1, atRisk: 0.8 } as const satisfies Omit<Judging, 'unit'>

/** Upper bounds are reached by being at or below them. */
const UPPER = new Set(['at_most', 'less_than'])

/**
 * The light of a published value. A level is not counted up from nothing: without a baseline no pace can be told, and the light says so.
 * With one it is held against the straight line from the baseline at the plan's first day to the target, on the last day of its period;
 * what accrues within a year against as much of the year's value as has passed of it.
 */
export function lightOfStatistic(latest: PublishedValue, target: StatisticTarget, judging: Judging, today: string): Light {
  const { unit } = judging
  const value = Number(latest.value)
  const period = parsePeriod(latest.period)
  const said = saidOf(latest, judging)
  const passed = judging.accrual === 'level' ? 1 : passedOfYear(latest.period)
  const upper = UPPER.has(target.comparator)
  // Half a year's value below an upper bound of a year has not kept it yet.
  if (upper ? passed === 1 && value <= target.value : value >= target.value)
    return light('done', `${said.zh}，达到目标${target.value}${unit}`, `${said.en}, the target of ${target.value}${unit} is reached`)
  if (target.from !== null && today < target.from)
    return light('not_started', `方案自${dayInChinese(target.from)}起执行`, `the plan begins on ${target.from}`)
  if (target.baseline === null || target.from === null || target.until === null || target.baseline === target.value)
    return light(
      'warning',
      `${said.zh}，距目标${target.value}${unit}差${gap(value, target.value)}${stepOf(unit).zh}；没有基期值或起止时间，无法按进度判断`,
      `${said.en}, ${gap(value, target.value)}${stepOf(unit).en} from the target of ${target.value}${unit}; without a baseline and dates no pace can be worked out`,
    )
  const day = period?.to ?? today
  const share = pathTo(1, target.from, target.until, passed === 1 ? day : `${day.slice(0, 4)}-12-31`).share
  const wholeYear = target.baseline + (target.value - target.baseline) * share
  const expected = wholeYear * passed
  const ratio = passed === 1 ? risen(value, target.baseline, wholeYear) : upper ? expected / value : value / expected
  const code = ratio >= judging.onTrack ? 'normal' : ratio >= judging.atRisk ? 'warning' : 'behind'
  const percent = `${(ratio * 100).toFixed(1)}%`
  const part =
    passed === 1
      ? { zh: '', en: '' }
      : { zh: `（全年${rounded(wholeYear)}${unit}的${asPercent(passed)}）`, en: ` (${asPercent(passed)} of the year)` }
  return light(
    code,
    `${said.zh}；由基期${target.baseline}${unit}匀速到${target.value}${unit}，到${dayInChinese(day)}应为${rounded(expected)}${unit}${part.zh}，为应有进度的${percent}${lines(judging).zh}`,
    `${said.en}; an even pace from ${target.baseline}${unit} asks for ${rounded(expected)}${unit} by ${day}${part.en}: ${percent} of it${lines(judging).en}`,
  )
}

/** A value in another unit than its target's, which nobody can hold against it. */
export function unlikeUnits(target: string, unit: string): Light {
  return light(
    'warning',
    `目标以“${target}”计，指标以“${unit}”计，无法比较；请统一指标的单位`,
    `the target counts in ${target}, the indicator in ${unit}: they cannot be compared; give the indicator the unit of the target`,
  )
}

/** What stands for the year so far: of figures published for each period alone, the sum of the year's. */
export function soFar(series: readonly PublishedValue[], accrual: Accrual): PublishedValue | undefined {
  const latest = series.at(-1)
  if (!latest || accrual !== 'ofPeriod') return latest
  const year = latest.period.slice(0, 4)
  const own = series.filter(
    ({ period }) => period.startsWith(year) && period.length === latest.period.length && period[4] === latest.period[4],
  )
  return { period: latest.period, value: addDecimals(own.map(({ value }) => value)) }
}

function saidOf({ period: code, value }: PublishedValue, { unit, accrual }: Judging): Words {
  const period = parsePeriod(code)?.title
  const begun = accrual === 'level' || passedOfYear(code) === 1 ? { zh: '', en: '' } : { zh: '止本年累计', en: 'the year up to ' }
  return { zh: `${period?.zh ?? code}${begun.zh}为${Number(value)}${unit}`, en: `${Number(value)}${unit} for ${begun.en}${code}` }
}

/** How much of its year has passed when a period ends. */
function passedOfYear(code: string): number {
  return Number(parsePeriod(code)?.to?.slice(5, 7) ?? 12) / 12
}

function risen(value: number, baseline: number, expected: number): number {
  return expected === baseline ? 1 : (value - baseline) / (expected - baseline)
}

/** Lines that somebody moved are told with the arithmetic. */
function lines({ onTrack, atRisk }: Judging): Words {
  if (onTrack === USUAL_JUDGING.onTrack && atRisk === USUAL_JUDGING.atRisk) return { zh: '', en: '' }
  return {
    zh: `（${asPercent(onTrack)}以上为正常，${asPercent(atRisk)}以下为滞后）`,
    en: ` (on track from ${asPercent(onTrack)}, behind below ${asPercent(atRisk)})`,
  }
}

const asPercent = (share: number) => `${rounded(share * 100)}%`

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
    zh: `推算，不是目标也不是承诺：${first.period}至${last.period}年平均每年变化${rounded(mean)}${stepOf(unit).zh}，再过${left}年约${likely}${unit}${band}`,
    en: `An extrapolation, neither target nor promise: ${rounded(mean)}${stepOf(unit).en} a year from ${first.period} to ${last.period}; ${left} years on about ${likely}${unit}${low === high ? '' : ` (${low} to ${high})`}`,
  }
}

/** What lies between two values: between 2.8 % and 3 % it is 0.2 percentage points. */
function stepOf(unit: string): Words {
  return unit === '%' ? { zh: '个百分点', en: ' percentage points' } : { zh: unit, en: unit }
}

const rounded = (value: number) => Math.round(value * 100) / 100
const gap = (value: number, target: number) => rounded(Math.abs(target - value))

function light(code: Light['code'], zh: string, en: string): Light {
  return { code, title: lightTitle(code), why: { zh, en } }
}
