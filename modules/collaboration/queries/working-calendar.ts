import { workingDayList } from '#engine/define/working-days.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { kept } from '#engine/store/kept.ts'
import { poolReader } from '#engine/store/read.ts'
import { countedRows } from '#engine/store/remembered.ts'
import { today } from '#platform/clock/clock.ts'

const REACH_DAYS = 400
const DAY_MS = 86_400_000

/** The working days around today, in order: what is due is looked up in them. */
export interface WorkingCalendar {
  readonly today: string
  readonly days: readonly string[]
}

/** Around today, or the day that is asked for. From the tables of days off that were imported; where a year has none, weekends alone are known. */
export async function workingCalendar(store: Store, now = today(store.clock, store.timeZone)): Promise<WorkingCalendar> {
  return { today: now, days: daysWith(await keptDays(store, shifted(now, -REACH_DAYS), shifted(now, REACH_DAYS))) }
}

/** The 570 days follow from the answer, which stays the same object while no day off is changed: naming them took a third of a work list's own time. */
const daysWith = kept(({ from, to, days }: KeptDays): readonly string[] => {
  const daysOf = (type: string) => new Set(days.filter(({ dayType }) => dayType === type).map(({ day }) => day))
  return workingDayList(from, to, { daysOff: daysOf('off'), workingWeekends: daysOf('working_weekend') })
})

/** The day so many working days after today. */
export function workingDayAfter({ today: now, days }: WorkingCalendar, count: number): string {
  return days[indexOf(days, now) + count]!
}

/** What was due so many working days later on a day before this one is overdue today. */
export function workingDayBefore({ today: now, days }: WorkingCalendar, count: number): string {
  return days[indexOf(days, dayBefore(now)) + 1 - count]!
}

/** The day before a day. */
export function dayBefore(day: string): string {
  return shifted(day, -1)
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

interface KeptDays {
  readonly from: string
  readonly to: string
  readonly days: readonly { readonly day: string; readonly dayType: string }[]
}

async function keptDays(store: Store, from: string, to: string): Promise<KeptDays> {
  const holiday = store.catalogue.get('holiday')
  if (!holiday) return { from, to, days: [] }
  const text = `select $1::text as "from", $2::text as "to", coalesce(json_agg(json_build_object('day', day, 'dayType', day_type)), '[]') as days
    from ${tableOf(store, holiday)} where state = 'valid' and day between $1::date and $2::date`
  const [row] = await countedRows(poolReader(store), store, [holiday], { text, values: [from, to] })
  return row as unknown as KeptDays // the columns named above
}
