import { parsePeriod } from '#engine/define/period.ts'
import type { Store } from '#engine/store/context.ts'
import { tableOf } from '#engine/store/context.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { today } from '#platform/clock/clock.ts'
import { dispatchRound } from '../registers/dispatch-round.register.ts'
import { lastQuarter, roundDays } from '../rules/quarter.ts'

/** The quarter whose round should be open by now and is not; within a month after its day only, so that an old quarter stays closed. */
export async function dueRound(store: Store): Promise<string | undefined> {
  const day = today(store.clock, store.timeZone)
  const period = lastQuarter(day)
  const { opensOn } = roundDays(parsePeriod(period)!.to!)
  if (day < opensOn) return undefined
  const [there] = await ask(poolReader(store), `select id from ${tableOf(store, dispatchRound)} where period = $1`, [period])
  return there ? undefined : period
}
