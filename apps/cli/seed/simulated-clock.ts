import type { Clock } from '#platform/clock/clock.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** A clock that a demonstration moves through its years; it never goes back. */
export interface SimulatedClock extends Clock {
  /** To an hour of a day (Asia/Shanghai), unless that lies in its past. */
  set(day: string, hour: number): void
  advance(by: { readonly days?: number; readonly minutes?: number }): void
  daysAgo(days: number): string
}

export function simulatedClock(day: string): SimulatedClock {
  let at = Date.parse(`${day}T08:00:00+08:00`)
  return {
    now: () => new Date(at),
    set(to, hour) {
      at = Math.max(at + MINUTE_MS, Date.parse(`${to}T00:00:00+08:00`) + hour * 60 * MINUTE_MS)
    },
    advance({ days = 0, minutes = 0 }) {
      at += days * DAY_MS + minutes * MINUTE_MS
    },
    daysAgo: (days) => new Date(at - days * DAY_MS + 8 * 60 * MINUTE_MS).toISOString().slice(0, 10),
  }
}
