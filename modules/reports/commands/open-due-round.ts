import { execute } from '#engine/store/command.ts'
import type { Store } from '#engine/store/context.ts'
import { holdersOf } from '#modules/collaboration/index.ts'
import { dueRound } from '../queries/due-round.ts'
import { openRound } from './rounds.ts'

/**
 * Opens the round of the last quarter on its day, in the name of the division's clerk; two processes open it once. Without a holder of the
 * clerk's post nobody answers for it, and it waits.
 */
export async function openDueRound(store: Store): Promise<boolean> {
  const period = await dueRound(store)
  if (period === undefined) return false
  const clerk = (await holdersOf(store)).find(({ roles }) => roles.has('planner'))
  if (!clerk) return false
  const outcome = await execute(store, openRound, { actor: clerk, request: 'calendar', idempotencyKey: `round/${period}` }, { period })
  return outcome.ok
}
