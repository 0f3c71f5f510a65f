import type { Words } from './words.ts'

/** A stretch of business days: 2026, 2026H1, 2026Q3, 2026-09, or to:2026-09-30 (everything up to that day). */
export interface Period {
  readonly code: string
  readonly title: Words
  readonly from: string | null
  readonly to: string | null
}

/** Reads a period code; undefined when it is none. */
export function parsePeriod(code: string): Period | undefined {
  if (code === 'all') return { code, title: { zh: '累计', en: 'All time' }, from: null, to: null }
  const upTo = /^to:(\d{4}-\d{2}-\d{2})$/.exec(code)?.[1]
  if (upTo) return isDay(upTo) ? { code, title: { zh: `截至${dayInChinese(upTo)}`, en: `up to ${upTo}` }, from: null, to: upTo } : undefined
  const [, year, half, quarter, month] = /^(\d{4})(?:H([12])|Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(code) ?? []
  if (!year || year === '0000') return undefined
  if (half)
    return months(code, year, (Number(half) - 1) * 6 + 1, 6, {
      zh: `${year}年${half === '1' ? '上' : '下'}半年`,
      en: `${half === '1' ? 'first' : 'second'} half of ${year}`,
    })
  if (quarter)
    return months(code, year, (Number(quarter) - 1) * 3 + 1, 3, {
      zh: `${year}年第${'一二三四'[Number(quarter) - 1]}季度`,
      en: `Q${quarter} ${year}`,
    })
  if (month) return months(code, year, Number(month), 1, { zh: `${year}年${Number(month)}月`, en: `${year}-${month}` })
  return months(code, year, 1, 12, { zh: `${year}年`, en: year })
}

function months(code: string, year: string, first: number, count: number, title: Words): Period {
  const last = first + count - 1
  return { code, title, from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${lastDay(Number(year), last)}` }
}

/** Whether a day is the last of its month. */
export function endsMonth(day: string): boolean {
  return day.slice(8) === lastDay(Number(day.slice(0, 4)), Number(day.slice(5, 7)))
}

function lastDay(year: number, month: number): string {
  return two(new Date(Date.UTC(year, month, 0)).getUTCDate())
}

const two = (part: number) => String(part).padStart(2, '0')

/** Full Arabic, no leading zeros: 2026年6月1日 (GB/T 9704-2012, 7.3.5.4). */
export function dayInChinese(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** Whether the text is a day that exists: 2026-02-30 is not, nor is any day of a year 0. */
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && text >= FIRST_DAY && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** PostgreSQL, as people, has no year 0. */
const FIRST_DAY = '0001-01-01'

/** The last millisecond of a day in a time zone, as an instant: what was known at the end of 2026-09-30. */
export function endOfDay(day: string, timeZone: string): string {
  const asUtc = Date.parse(`${day < NOTHING_KNOWN ? NOTHING_KNOWN : day}T23:59:59.999Z`)
  const guess = asUtc - offsetAt(asUtc, timeZone)
  return new Date(asUtc - offsetAt(guess, timeZone)).toISOString()
}

/** Nothing was recorded before, and PostgreSQL has no instant in a year 0. */
const NOTHING_KNOWN = '1900-01-01'

function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - Math.floor(instant / 1000) * 1000
  )
}
