/** How far something was when the page looked. */
export interface Look {
  readonly at: number
  readonly done: number
}

/** Between which looks rows were seen to go in. They go in by sets, so a pace is told from the end of one set to the end of another. */
export interface Pace {
  /** The end of the first set that was seen; what went before it, such as waiting for others, says nothing of the pace. */
  readonly first?: Look | undefined
  readonly last: Look
}

/** With one more look. */
export function withLook(pace: Pace, now: Look): Pace {
  return now.done === pace.last.done ? pace : { first: pace.first ?? now, last: now }
}

const SURE_AFTER_MS = 2_000

/** How many milliseconds are left at this pace; undefined while that says nothing. */
export function timeLeft({ first, last }: Pace, at: number, goal: number): number | undefined {
  const [took, made] = first ? [last.at - first.at, last.done - first.done] : [0, 0]
  if (took < SURE_AFTER_MS || made <= 0) return undefined
  return Math.max(0, ((goal - last.done) * took) / made - (at - last.at))
}

/** In seconds up to a minute and a half, in steps of five so that it does not flicker; then in minutes. */
export function roughly(ms: number): { readonly unit: 'seconds' | 'minutes'; readonly count: number } {
  const seconds = Math.max(1, Math.round(ms / 1_000))
  if (seconds > 90) return { unit: 'minutes', count: Math.round(seconds / 60) }
  return { unit: 'seconds', count: seconds < 10 ? seconds : Math.round(seconds / 5) * 5 }
}
