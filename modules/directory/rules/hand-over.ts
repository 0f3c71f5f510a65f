import { type Refusal, refuse } from '#engine/define/refusal.ts'

/** How far back a hand-over may be entered, and how far ahead. */
const MOST_DAYS_BACK = 30
const MOST_DAYS_AHEAD = 90

export interface Held {
  readonly id: string
  readonly person: string
  readonly fromOn: string
  readonly untilOn: string | null
}

export interface HandOverPlan {
  readonly ok: true
  /** The tenure that ends, if the post is held, and its last day. */
  readonly ends: Held | undefined
  readonly lastDay: string
}

/** Whether a post can pass to a person on a day: not long ago, not far ahead, and never two holders at once. */
export function planHandOver(tenures: readonly Held[], person: string | undefined, fromOn: string, today: string): HandOverPlan | Refusal {
  if (fromOn < dayFrom(today, -MOST_DAYS_BACK)) return tooEarly(dayFrom(today, -MOST_DAYS_BACK))
  if (fromOn > dayFrom(today, MOST_DAYS_AHEAD)) return tooLate(dayFrom(today, MOST_DAYS_AHEAD))
  const open = tenures.filter(({ untilOn }) => untilOn === null || untilOn >= fromOn)
  const blocking = open.find((held) => held.fromOn >= fromOn)
  if (blocking) return overlaps(blocking.fromOn)
  const [ends] = open
  if (ends && ends.person === person) return holdsAlready
  return { ok: true, ends, lastDay: dayFrom(fromOn, -1) }
}

export function dayFrom(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

const told = (zh: string, en: string) =>
  refuse('invalid', 'post.hand-over-day', zh, en, { faults: [{ path: 'fromOn', message: { zh, en } }] })
const tooEarly = (first: string) =>
  told(`交接日期不能早于 ${first}（今日前 ${MOST_DAYS_BACK} 天）`, `the day must not lie before ${first}, ${MOST_DAYS_BACK} days ago`)
const tooLate = (last: string) =>
  told(`交接日期不能晚于 ${last}（今日后 ${MOST_DAYS_AHEAD} 天）`, `the day must not lie after ${last}, ${MOST_DAYS_AHEAD} days ahead`)
const overlaps = (from: string) =>
  told(`该岗位已登记自 ${from} 起的任职，请改选更晚的日期`, `somebody already holds this post from ${from}; choose a later day`)
const holdsAlready = refuse(
  'invalid',
  'post.held-by-same',
  '该人员已任此岗位，无需交接',
  'this person holds the post already; there is nothing to hand over',
  { faults: [{ path: 'person', message: { zh: '已任此岗位', en: 'holds this post' } }] },
)
