import { parsePeriod } from '#engine/define/period.ts'

/** When a round opens and for how long, in days after its quarter. */
export interface RoundTerms {
  readonly opensAfterDays: number
  readonly openForDays: number
}

/** Terms from a day on. */
export interface DatedTerms extends RoundTerms {
  readonly fromOn: string
}

/** Where a province has set none: the fifth day after the quarter, for five days; what is sent on the tenth day rests on it. */
const USUAL: RoundTerms = { opensAfterDays: 5, openForDays: 5 }

/** The terms in force on the last day of a quarter: of several the one that came into force last. */
export function termsOn(lastDayOfQuarter: string, set: readonly DatedTerms[]): RoundTerms {
  const inForce = set.filter(({ fromOn }) => fromOn <= lastDayOfQuarter)
  return inForce.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1)).at(-1) ?? USUAL
}

/** The last quarter that is over on a day: 2026Q3 from 2026-10-01 on. */
export function lastQuarter(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const quarter = Math.ceil(month / 3)
  return quarter === 1 ? `${year - 1}Q4` : `${year}Q${quarter - 1}`
}

/** Within a month after its day only: an installation that begins later leaves old quarters closed. */
const STILL_OPENED_DAYS = 31

/** The quarter whose round should be open on a day, unless it is too late for it. */
export function quarterDue(day: string, set: readonly DatedTerms[]): string | undefined {
  const period = lastQuarter(day)
  const { opensOn } = roundDays(lastDayOf(period), set)
  return day >= opensOn && day <= daysAfter(opensOn, STILL_OPENED_DAYS) ? period : undefined
}

/** The day on which the round of a quarter opens, and its last day. */
export function roundDays(lastDayOfQuarter: string, set: readonly DatedTerms[]): { readonly opensOn: string; readonly dueOn: string } {
  const { opensAfterDays, openForDays } = termsOn(lastDayOfQuarter, set)
  const opensOn = daysAfter(lastDayOfQuarter, opensAfterDays)
  return { opensOn, dueOn: daysAfter(opensOn, openForDays) }
}

/** The quarter a day lies in, whose round is still to come. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** The last day of a quarter such as 2026Q4. */
export function lastDayOf(quarter: string): string {
  const to = parsePeriod(quarter)?.to
  if (!to) throw new Error(`${quarter} is no quarter`)
  return to
}

export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
