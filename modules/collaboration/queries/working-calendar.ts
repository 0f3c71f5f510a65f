import { workingDayList } from '#engine/define/working-days.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { today } from '#platform/clock/clock.ts'

const REACH_DAYS = 400
const DAY_MS = 86_400_000

/** The working days around today, in order: what is due is looked up in them. */
export interface WorkingCalendar {
  readonly today: string
  readonly days: readonly string[]
}

/** From the tables of days off that were imported; where a year has none, weekends alone are known. */
export async function workingCalendar(store: Store): Promise<WorkingCalendar> {
  const now = today(store.clock, store.timeZone)
  const [from, to] = [shifted(now, -REACH_DAYS), shifted(now, REACH_DAYS)]
  const kept = await keptDays(store, from, to)
  const daysOf = (type: string) => new Set(kept.filter(({ dayType }) => dayType === type).map(({ day }) => day))
  return { today: now, days: workingDayList(from, to, { daysOff: daysOf('off'), workingWeekends: daysOf('working_weekend') }) }
}

/** The day so many working days after today. */
export function workingDayAfter({ today: now, days }: WorkingCalendar, count: number): string {
  return days[indexOf(days, now) + count]!
}

/** Working days from today to a day; fewer than none when it has passed. */
export function workingDaysUntil({ today: now, days }: WorkingCalendar, day: string): number {
  return indexOf(days, day) - indexOf(days, now)
}

/** The last working day not after the given one, as PostgreSQL's width_bucket counts. */
function indexOf(days: readonly string[], day: string): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle]! <= day) low = middle + 1
    else high = middle
  }
  return low - 1
}

function shifted(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY_MS).toISOString().slice(0, 10)
}

async function keptDays(store: Store, from: string, to: string): Promise<readonly { day: string; dayType: string }[]> {
  const holiday = store.catalogue.get('holiday')
  if (!holiday) return []
  const text = `select day::text as day, day_type as "dayType" from ${tableOf(store, holiday)} where state = 'valid' and day between $1 and $2`
  return (await ask(poolReader(store), text, [from, to])) as unknown as readonly { day: string; dayType: string }[] // the columns named above
}
