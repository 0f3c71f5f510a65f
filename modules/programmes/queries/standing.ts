import { endOfDay } from '#engine/define/period.ts'
import { pastTableOf, type Store, tableOf } from '#engine/store/context.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { person } from '#modules/directory/index.ts'
import { figureSetting } from '../registers/figure-setting.register.ts'
import type { ChosenSetting } from '../rules/settings.ts'

/** A decision on a setting, as it was known at some instant. */
export interface Decided extends ChosenSetting {
  readonly reason: string
  readonly at: string
  readonly by: string
}

/** The choices in force now, or as they were known at the end of a day. */
export async function decidedSettings(store: Store, asOf?: string): Promise<readonly Decided[]> {
  const columns = `id, indicator, setting, choice, reason, changed_at, changed_by`
  const versions = asOf
    ? `(select ${columns} from ${tableOf(store, figureSetting)} where changed_at <= $1)
       union all (select ${columns} from ${pastTableOf(store, figureSetting)} where changed_at <= $1 and recorded_to > $1)`
    : `select ${columns} from ${tableOf(store, figureSetting)}`
  const text = `select distinct on (own.indicator, own.setting) own.indicator, own.setting, own.choice, own.reason, own.changed_at as at, coalesce(someone.name, '') as by
    from (${versions}) as own left join ${tableOf(store, person)} someone on someone.id = own.changed_by
    order by own.indicator, own.setting, own.changed_at desc, own.id desc`
  const found = await ask(poolReader(store), text, asOf ? [endOfDay(asOf, store.timeZone)] : [])
  return found.map(({ indicator, setting, choice, reason, at, by }) => ({
    indicator: String(indicator),
    setting: String(setting),
    choice: String(choice),
    reason: String(reason),
    at: String(at),
    by: String(by),
  }))
}
