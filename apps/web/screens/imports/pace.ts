/** How far something was when the page looked. */
export interface Look {
  readonly at: number
  readonly done: number
}

const SURE_AFTER_MS = 2_000

/** How many milliseconds are left at the pace since the first look; undefined while that says nothing. */
export function timeLeft(first: Look, now: Look, goal: number): number | undefined {
  const took = now.at - first.at
  const made = now.done - first.done
  return took < SURE_AFTER_MS || made <= 0 ? undefined : ((goal - now.done) * took) / made
}

/** In seconds up to a minute and a half, in steps of five so that it does not flicker; then in minutes. */
export function roughly(ms: number): { readonly unit: 'seconds' | 'minutes'; readonly count: number } {
  const seconds = Math.max(1, Math.round(ms / 1_000))
  if (seconds > 90) return { unit: 'minutes', count: Math.round(seconds / 60) }
  return { unit: 'seconds', count: seconds < 10 ? seconds : Math.round(seconds / 5) * 5 }
}
