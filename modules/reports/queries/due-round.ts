import { type Store, tableOf } from '#engine/store/context.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { dispatchRound } from '../registers/dispatch-round.register.ts'
import { quarterDue } from '../rules/quarter.ts'
import { settledToday } from './settled-today.ts'
import { termsSet } from './terms-set.ts'

/** The quarter whose round should be open by now and is not. */
export async function dueRound(store: Store): Promise<string | undefined> {
  const period = quarterDue(settledToday(store), await termsSet(store))
  if (period === undefined) return undefined
  const [there] = await ask(poolReader(store), `select id from ${tableOf(store, dispatchRound)} where period = $1`, [period])
  return there ? undefined : period
}
