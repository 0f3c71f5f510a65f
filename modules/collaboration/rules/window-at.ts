/** A take-back window and the instant from which it holds. */
export interface KeptWindow {
  readonly minutes: number
  readonly from: string
}

/** The minutes that held at an instant: a change is for what is done after it, so that nobody's way back is cut off or mail held back twice. */
export function minutesAt(windows: readonly KeptWindow[], at: Date): number | undefined {
  return windows
    .filter(({ from }) => new Date(from) <= at)
    .reduce<KeptWindow | undefined>((last, each) => (last && new Date(last.from) >= new Date(each.from) ? last : each), undefined)?.minutes
}
