import type { FrozenReturn } from '#contract/reports.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { area } from '#modules/directory/index.ts'
import { today } from '#platform/clock/clock.ts'
import { dispatchReturn } from '../registers/dispatch-return.register.ts'
import { dispatchRound } from '../registers/dispatch-round.register.ts'

/** What cities and zones handed in for a period, in GB/T 2260 order; null when no round was held. */
export async function returnsFor(store: Store, period: string): Promise<readonly FrozenReturn[] | null> {
  const text = `select own.area, (select title from ${tableOf(store, area)} place where place.code = own.area order by until_on desc nulls first limit 1) as title,
      own.state = 'confirmed' as confirmed, own.state in ('filling', 'handedIn') and round.due_on >= $2 as awaited, own.problems, own.suggestions
    from ${tableOf(store, dispatchReturn)} own join ${tableOf(store, dispatchRound)} round on round.id = own.round where round.period = $1 order by own.area`
  const rows = await ask(poolReader(store), text, [period, today(store.clock, store.timeZone)])
  return rows.length === 0 ? null : (rows as unknown as readonly FrozenReturn[]) // the columns named above
}
