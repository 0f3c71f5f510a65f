import { askStatisticsInput } from '#contract/programmes.ts'
import type { Id } from '#engine/define/id.ts'
import { command, execute } from '#engine/store/command.ts'
import type { Store } from '#engine/store/context.ts'
import { clientReader, poolReader } from '#engine/store/read.ts'
import { holdersOf } from '#modules/collaboration/index.ts'
import { PLANNER } from '#modules/plans/index.ts'
import { today } from '#platform/clock/clock.ts'
import { dueStatistics } from '../queries/due-statistics.ts'
import { statistic } from '../registers/statistic.register.ts'
import { statisticalIndicator } from '../registers/statistical-indicator.register.ts'

/** Asks for the published values whose period is over, once each, of whom the settings of the indicator name. */
export const askStatistics = command({
  name: 'programmes.ask-statistics',
  label: { zh: '布置统计数据录入', en: 'Ask for statistics' },
  input: askStatisticsInput,
  right: PLANNER,
  async run(call) {
    const { store, client } = call.facts
    const reader = clientReader(client)
    const seen = await dueStatistics(reader, store, call.today)
    await call.readAll(
      statisticalIndicator,
      seen.map(({ indicator }) => indicator),
    )
    // Whoever asked at the same time has let go of the indicators by now: what it asked for is there.
    const due = await dueStatistics(reader, store, call.today)
    call.create(
      statistic,
      due.map(({ indicator, unit, ...rest }) => ({
        ...rest,
        indicator: indicator as Id<'statistical_indicator'>, // just read from its table
        unit: unit as Id<'org_unit'> | null, // as the indicator names it
      })),
    )
    return { asked: due.length }
  },
})

/** The same in the name of the division's clerk, once a period is over; without a holder of the clerk's post it waits. */
export async function askDueStatistics(store: Store): Promise<boolean> {
  const due = await dueStatistics(poolReader(store), store, today(store.clock, store.timeZone))
  if (due.length === 0) return false
  const clerk = (await holdersOf(store)).find(({ roles }) => roles.has('planner'))
  if (!clerk) return false
  const outcome = await execute(store, askStatistics, { actor: clerk, request: 'calendar' }, {})
  return outcome.ok
}
