import { parsePeriod } from '#engine/define/period.ts'

/** A round opens on the fifth day after its quarter (the year in a province) and is open for five days; what is sent on the tenth day rests on it. */
const OPENS_AFTER_DAYS = 5
const OPEN_FOR_DAYS = 5

/** The last quarter that is over on a day: 2026Q3 from 2026-10-01 on. */
export function lastQuarter(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const quarter = Math.ceil(month / 3)
  return quarter === 1 ? `${year - 1}Q4` : `${year}Q${quarter - 1}`
}

/** Within a month after its day only: an installation that begins later leaves old quarters closed. */
const STILL_OPENED_DAYS = 31

/** The quarter whose round should be open on a day, unless it is too late for it. */
export function quarterDue(day: string): string | undefined {
  const period = lastQuarter(day)
  const { opensOn } = roundDays(parsePeriod(period)!.to!)
  return day >= opensOn && day <= daysAfter(opensOn, STILL_OPENED_DAYS) ? period : undefined
}

/** The day on which the round of the last quarter opens, and its last day. */
export function roundDays(lastDayOfQuarter: string): { readonly opensOn: string; readonly dueOn: string } {
  return { opensOn: daysAfter(lastDayOfQuarter, OPENS_AFTER_DAYS), dueOn: daysAfter(lastDayOfQuarter, OPENS_AFTER_DAYS + OPEN_FOR_DAYS) }
}

export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
