/** A call that nobody closed is closed once its last day has passed, and is shown so. */
export function shownState(state: string, closesOn: unknown, today: string): string {
  return state === 'open' && typeof closesOn === 'string' && closesOn < today ? 'closed' : state
}
