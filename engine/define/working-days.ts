/** Days off and working weekends of a year, as the State Council's office publishes them. */
export interface Calendar {
  readonly daysOff: ReadonlySet<string>
  readonly workingWeekends: ReadonlySet<string>
}

/** Without a published table only weekends are known; whoever relies on it is told so. */
export const WEEKENDS_ONLY: Calendar = { daysOff: new Set(), workingWeekends: new Set() }

/** Working days from one day to another, both included. */
export function workingDays(from: string, to: string, calendar: Calendar = WEEKENDS_ONLY): number {
  let count = 0
  for (let day = from; day <= to; day = next(day)) if (isWorkingDay(day, calendar)) count++
  return count
}

/** Every working day from one day to another, both included, in order. */
export function workingDayList(from: string, to: string, calendar: Calendar = WEEKENDS_ONLY): readonly string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = next(day)) if (isWorkingDay(day, calendar)) days.push(day)
  return days
}

function isWorkingDay(day: string, { daysOff, workingWeekends }: Calendar): boolean {
  if (workingWeekends.has(day)) return true
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !daysOff.has(day)
}

function next(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}
