import { parsePeriod } from '#engine/define/period.ts'

/** How often a unit reports: every quarter; key tasks every month. */
export type Cadence = 'quarter' | 'month'

/** A report is asked for in the last ten days of its period and is due on the fifth day after, when the round of the quarter opens. */
const OPENS_BEFORE_END_DAYS = 9
const DUE_AFTER_END_DAYS = 5
/** An installation, or a worker, that comes later than this leaves the period unreported. */
const STILL_OPENED_DAYS = 31

/** A period to report on, from when and until when. */
export interface ReportPeriod {
  readonly code: string
  readonly title: string
  readonly opensOn: string
  readonly dueOn: string
}

/** The last period whose reports are open on a day, unless it is too late for it; one asked for late gives as many days as one in time. */
export function periodToReport(cadence: Cadence, day: string): ReportPeriod | undefined {
  const found = [periodAt(cadence, day), periodAt(cadence, daysAfter(startOf(cadence, day), -1))].find(({ opensOn }) => opensOn <= day)!
  if (day > daysAfter(found.dueOn, STILL_OPENED_DAYS)) return undefined
  return found.dueOn > day ? found : { ...found, dueOn: daysAfter(day, DUE_AFTER_END_DAYS) }
}

function periodAt(cadence: Cadence, day: string): ReportPeriod {
  const period = parsePeriod(codeAt(cadence, day))! // made of a day that exists
  const end = period.to!
  return {
    code: period.code,
    title: period.title.zh,
    opensOn: daysAfter(end, -OPENS_BEFORE_END_DAYS),
    dueOn: daysAfter(end, DUE_AFTER_END_DAYS),
  }
}

function codeAt(cadence: Cadence, day: string): string {
  return cadence === 'month' ? day.slice(0, 7) : `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

function startOf(cadence: Cadence, day: string): string {
  return parsePeriod(codeAt(cadence, day))!.from!
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
