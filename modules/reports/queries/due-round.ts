import { type Store, tableOf } from '#engine/store/context.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { today } from '#platform/clock/clock.ts'
import { dispatchRound } from '../registers/dispatch-round.register.ts'
import { quarterDue } from '../rules/quarter.ts'

/** The quarter whose round should be open by now and is not. */
export async function dueRound(store: Store): Promise<string | undefined> {
  const period = quarterDue(today(store.clock, store.timeZone))
  if (period === undefined) return undefined
  const [there] = await ask(poolReader(store), `select id from ${tableOf(store, dispatchRound)} where period = $1`, [period])
  return there ? undefined : period
}
