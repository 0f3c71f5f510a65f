import type { Cadence, Quiet } from '#contract/delivery.ts'
import type { NoticeKind } from '#contract/notices.ts'
import { dayAfter, type LocalTime, weekdayOf } from './local-time.ts'

/** What decides when a notice leaves. */
export interface Timing {
  readonly now: LocalTime
  readonly kind: NoticeKind
  readonly cadence: Cadence
  readonly digestAt: string
  readonly quiet: Quiet | null
  /** By the imported tables of days off. */
  readonly isWorkingDay: (day: string) => boolean
}

/** Longer than any holidays; who has no working day at all is told at the end of it. */
const REACH_DAYS = 60
const MONDAY = 1

/** When a notice leaves: at once, at the end of the quiet hours, or with the digest. What is nearly due waits for no weekly digest. */
export function whenDue(timing: Timing): LocalTime | 'now' {
  const { kind, cadence, quiet } = timing
  if (cadence === 'once' || kind === 'due') return quiet === null ? 'now' : afterQuiet(timing, quiet)
  return cadence === 'daily' ? nextDigest(timing, timing.now.day) : weeklyDigest(timing)
}

function afterQuiet({ now, isWorkingDay }: Timing, quiet: Quiet): LocalTime | 'now' {
  const isOpenDay = (day: string) => !quiet.daysOff || isWorkingDay(day)
  if (isOpenDay(now.day) && !isIn(quiet, now.time)) return 'now'
  for (let days = 0; days <= REACH_DAYS; days++) {
    const day = dayAfter(now.day, days)
    const times = ['00:00', quiet.until].filter((time) => !isIn(quiet, time) && (days > 0 || time > now.time))
    if (isOpenDay(day) && times[0] !== undefined) return { day, time: times[0] }
  }
  return { day: dayAfter(now.day, REACH_DAYS), time: quiet.until }
}

/** 21:00 to 08:00 goes over midnight, 12:00 to 14:00 does not; from and until alike is no time at all. */
function isIn({ from, until }: Quiet, time: string): boolean {
  return from <= until ? time >= from && time < until : time >= from || time < until
}

/** The first working day from the given one on whose digest is still to come; days off count where they are not quiet. */
function nextDigest({ now, digestAt, quiet, isWorkingDay }: Timing, from: string): LocalTime {
  for (let days = 0; days <= REACH_DAYS; days++) {
    const day = dayAfter(from, days)
    const isPast = day < now.day || (day === now.day && now.time >= digestAt)
    if (!isPast && (quiet?.daysOff !== true || isWorkingDay(day))) return { day, time: digestAt }
  }
  return { day: dayAfter(from, REACH_DAYS), time: digestAt }
}

/** On Monday, or when that is a day off, on the first working day after it, this week's if it is still to come. */
function weeklyDigest(timing: Timing): LocalTime {
  const { now } = timing
  const monday = dayAfter(now.day, MONDAY - weekdayOf(now.day))
  const own = firstOf(timing, monday)
  const isPast = own.day < now.day || (own.day === now.day && now.time >= own.time)
  return isPast ? firstOf(timing, dayAfter(monday, 7)) : own
}

function firstOf({ digestAt, quiet, isWorkingDay }: Timing, monday: string): LocalTime {
  for (let days = 0; days <= REACH_DAYS; days++) {
    const day = dayAfter(monday, days)
    if (quiet?.daysOff !== true || isWorkingDay(day)) return { day, time: digestAt }
  }
  return { day: monday, time: digestAt }
}
