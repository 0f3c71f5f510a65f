/** After 30 seconds, 1, 2, 4 … minutes, at most every hour: eight tries are over within about an hour, ten within three. */
const FIRST_MS = 30_000
const LONGEST_MS = 3_600_000
export const MOST_TRIES = 10
/** A server that asks to wait longer is asked again after this. */
const LONGEST_ASKED_S = 6 * 3600

/**
 * When a message that was tried so often is tried again, in milliseconds from now; undefined when it has been tried often enough.
 * The jitter of up to a fifth comes from the message's id, so that a thousand messages do not come back at one moment.
 */
export function nextTryIn(tries: number, id: string, askedSeconds = 0): number | undefined {
  if (tries >= MOST_TRIES) return undefined
  const wait = Math.min(FIRST_MS * 2 ** (tries - 1), LONGEST_MS)
  const jitter = (Number.parseInt(id.slice(-4), 16) / 0xff_ff) * 0.2
  return Math.max(Math.round(wait * (1 + jitter)), Math.min(askedSeconds, LONGEST_ASKED_S) * 1000)
}
