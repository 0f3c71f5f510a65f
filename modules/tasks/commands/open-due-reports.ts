import { execute } from '#engine/store/command.ts'
import type { Store } from '#engine/store/context.ts'
import { poolReader } from '#engine/store/read.ts'
import { holdersOf } from '#modules/collaboration/index.ts'
import { today } from '#platform/clock/clock.ts'
import { dueReports, idleReports } from '../queries/due-reports.ts'
import { openReports } from './open-reports.ts'

/**
 * Asks for the reports that are open by now, in the name of the division's clerk; two processes ask once, as the command looks again under
 * its locks. Without a holder of the clerk's post nobody answers for it, and it waits.
 */
export async function openDueReports(store: Store): Promise<boolean> {
  const day = today(store.clock, store.timeZone)
  const [due, idle] = await Promise.all([dueReports(poolReader(store), store, day), idleReports(poolReader(store), store)])
  if (due.length + idle.length === 0) return false
  const clerk = (await holdersOf(store)).find(({ roles }) => roles.has('planner'))
  if (!clerk) return false
  const outcome = await execute(store, openReports, { actor: clerk, request: 'calendar' }, {})
  return outcome.ok
}
