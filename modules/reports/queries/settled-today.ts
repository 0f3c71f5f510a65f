import type { Store } from '#engine/store/context.ts'
import { fixedClock, today } from '#platform/clock/clock.ts'
import { SETTLED_AFTER_MS } from '../rules/decide-report.ts'

/** Today for whatever rests on the end of yesterday: until yesterday is settled it is still yesterday. */
export function settledToday({ clock, timeZone }: Pick<Store, 'clock' | 'timeZone'>): string {
  return today(fixedClock(new Date(clock.now().getTime() - SETTLED_AFTER_MS).toISOString()), timeZone)
}
