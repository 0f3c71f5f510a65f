import { isProvince } from '#engine/define/area-code.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { ask, type Reader } from '#engine/store/read.ts'
import { allAreas } from '#modules/directory/index.ts'
import { statistic } from '../registers/statistic.register.ts'
import { statisticalIndicator } from '../registers/statistical-indicator.register.ts'
import { type AskedPeriod, type Frequency, periodToAsk } from '../rules/statistic-settings.ts'

/** A value that is to be entered: of the province, for the period that is over last. */
export interface DueStatistic extends AskedPeriod {
  readonly indicator: string
  readonly area: string
  readonly unit: string | null
  readonly confirmer: 'head' | 'leader' | null
}

/** What is to be asked for on a day: of every indicator with a frequency the last period, unless somebody has entered or called it off. */
export async function dueStatistics(reader: Reader, store: Store, day: string): Promise<readonly DueStatistic[]> {
  const areas = await allAreas(store)
  const province = areas.map(({ code }) => String(code)).find(isProvince)
  if (province === undefined) return []
  const [indicators, there] = await Promise.all([
    ask(
      reader,
      `select id, frequency, due_days, entered_by, confirmed_by from ${tableOf(store, statisticalIndicator)}
        where frequency is not null and (until_on is null or until_on > $1) order by code`,
      [day],
    ),
    ask(reader, `select distinct indicator, period from ${tableOf(store, statistic)} where area = $1 and state <> 'revoked'`, [province]),
  ])
  const known = new Set(there.map(({ indicator, period }) => `${String(indicator)} ${String(period)}`))
  return indicators
    .map((row) => ({
      indicator: String(row['id']),
      area: province,
      unit: row['entered_by'] === null ? null : String(row['entered_by']),
      confirmer: row['confirmed_by'] as DueStatistic['confirmer'], // one of the codes of its field
      ...periodToAsk(row['frequency'] as Frequency, row['due_days'] === null ? null : Number(row['due_days']), day), // one of the codes of its field
    }))
    .filter(({ indicator, period }) => !known.has(`${indicator} ${period}`))
}
