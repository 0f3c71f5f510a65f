import { dayInChinese } from '#engine/define/period.ts'
import type { Words } from '#engine/define/words.ts'

/** The straight line from the first to the last day of a plan, and where it stands on a day. */
export interface Path {
  readonly from: string
  readonly until: string
  /** Share of the time that has passed by then, 0 to 1. */
  readonly share: number
  /** What an even pace asks for by then. */
  readonly expected: number
}

/** Where an even pace to the target stands on a day. A deadline before the plan's own first day has passed, whatever the line says. */
export function pathTo(target: number, from: string, until: string, day: string): Path {
  const share = day >= until ? 1 : Math.max(0, daysBetween(from, day) / daysBetween(from, until))
  return { from, until, share, expected: target * share }
}

/** What the recent pace would lead to by the deadline, if it went on; named as an extrapolation, never as a promise. */
export interface Forecast {
  readonly by: string
  readonly low: number
  readonly likely: number
  readonly high: number
  readonly method: Words
}

interface ForecastFacts {
  readonly actual: number
  /** Months without gaps, `YYYY-MM`, each with its own amount. */
  readonly months: readonly { readonly month: string; readonly value: string }[]
  readonly until: string
  readonly today: string
  readonly unit: Words
}

const LONG = 12
const SHORT = 6

/**
 * The mean of the last twelve whole months goes on to the deadline; the means of the last six and of the last twelve are the
 * ends of the band. A choice of the product: it can be done again by hand. Nothing without six whole months since the first
 * that counts, after the deadline, or while more was taken off than added.
 */
export function forecastOf({ actual, months, until, today, unit }: ForecastFacts): Forecast | null {
  const ended = lastWholeMonth(today)
  const first = months[0]?.month
  if (first === undefined || until <= today || monthsFrom(first, ended) < SHORT) return null
  const long = paceOver(months, ended, Math.min(LONG, monthsFrom(first, ended)))
  const short = paceOver(months, ended, SHORT)
  if (long.pace < 0 || short.pace < 0) return null
  const left = daysBetween(today, until) / DAYS_OF_MONTH
  const at = (pace: number) => Math.round(actual + pace * left)
  const [low, likely, high] = [at(Math.min(long.pace, short.pace)), at(long.pace), at(Math.max(long.pace, short.pace))]
  return { by: until, low, likely, high, method: methodWords(long, short, left, { low, likely, high, until, unit }) }
}

interface Pace {
  readonly over: number
  readonly pace: number
}

function paceOver(months: ForecastFacts['months'], ended: string, over: number): Pace {
  const first = monthBefore(ended, over - 1)
  const sum = months.filter(({ month }) => month >= first && month <= ended).reduce((total, { value }) => total + Number(value), 0)
  return { over, pace: sum / over }
}

function methodWords(
  long: Pace,
  short: Pace,
  left: number,
  { low, likely, high, until, unit }: Pick<Forecast, 'low' | 'likely' | 'high'> & { readonly until: string; readonly unit: Words },
): Words {
  const band = low === high ? '' : `（${low}～${high}）`
  return {
    zh: `推算，不是目标也不是承诺：近${long.over}个月平均每月${long.pace.toFixed(1)}${unit.zh}，近${short.over}个月平均每月${short.pace.toFixed(1)}${unit.zh}，距${dayInChinese(until)}还有${left.toFixed(1)}个月，照此约${likely}${unit.zh}${band}`,
    en: `An extrapolation, neither target nor promise: ${long.pace.toFixed(1)} a month over the last ${long.over} months, ${short.pace.toFixed(1)} over the last ${short.over}, ${left.toFixed(1)} months left to ${until}: about ${likely}${low === high ? '' : ` (${low} to ${high})`}`,
  }
}

const DAYS_OF_MONTH = 365.25 / 12

/** Days from one day to another, both included. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000 + 1
}

/** The month before the one of a day: this month is not over. */
function lastWholeMonth(day: string): string {
  return monthBefore(day.slice(0, 7), 1)
}

function monthBefore(month: string, back: number): string {
  const at = monthNumber(month) - back
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
}

/** How many months from one to another, both included. */
function monthsFrom(first: string, last: string): number {
  return monthNumber(last) - monthNumber(first) + 1
}

function monthNumber(month: string): number {
  const [year = 0, at = 1] = month.split('-').map(Number)
  return year * 12 + at - 1
}
