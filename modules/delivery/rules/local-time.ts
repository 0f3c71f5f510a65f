/** A moment as the clock on the wall of a jurisdiction shows it: '2026-09-30', '14:03'. */
export interface LocalTime {
  readonly day: string
  readonly time: string
}

const DAY_MS = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** What the clock on the wall shows. */
export function localTime(at: Date, timeZone: string): LocalTime {
  const part = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  return { day: `${part['year']}-${part['month']}-${part['day']}`, time: `${part['hour']}:${part['minute']}` }
}

/** The moment when it shows this; where the clocks are changed, the first after that. */
export function instantOf(local: LocalTime, timeZone: string): Date {
  const asUtc = (shown: LocalTime) => Date.parse(`${shown.day}T${shown.time}:00Z`)
  const wanted = asUtc(local)
  const first = wanted - (asUtc(localTime(new Date(wanted), timeZone)) - wanted)
  return new Date(first - (asUtc(localTime(new Date(first), timeZone)) - wanted))
}

/** So many days after a day. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** 1 is Monday, 7 Sunday (ISO 8601). */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, ...options })
  formats.set(timeZone, made)
  return made
}
