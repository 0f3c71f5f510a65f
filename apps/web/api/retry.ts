const FIRST_DELAY = 800
const LONGEST_DELAY = 30_000

/** Milliseconds before try `attempt` (0 for the first repeat): what the server asked for, else doubling up to half a minute. */
export function delayBefore(attempt: number, retryAfterSeconds?: number): number {
  if (retryAfterSeconds !== undefined) return Math.min(retryAfterSeconds * 1000, LONGEST_DELAY)
  return Math.min(FIRST_DELAY * 2 ** attempt, LONGEST_DELAY)
}

/** Resolves after so many milliseconds. */
export const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
