import { z } from 'zod'
import type { TakeBackWindowView } from '#contract/take-back.ts'
import { pastTableOf, type Store, tableOf } from '#engine/store/context.ts'
import { query } from '#engine/store/query.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { countedRows } from '#engine/store/remembered.ts'
import { minutesUnlessSet } from '#engine/store/take-back.ts'
import { person } from '#modules/directory/index.ts'
import { takeBackWindow } from '../registers/take-back-window.register.ts'
import { WINDOW_KEEPER } from '../rules/rights.ts'
import { type KeptWindow, minutesAt } from '../rules/window-at.ts'

/** For how many minutes what was done at an instant can be taken back; undefined before the first change of the window. */
export async function takeBackMinutesAt(store: Store, at: Date): Promise<number | undefined> {
  const columns = "json_build_object('minutes', minutes, 'from', changed_at)"
  const text = `select coalesce(json_agg(kept), '[]') as windows from (select ${columns} as kept from ${tableOf(store, takeBackWindow)}
    union all select ${columns} from ${pastTableOf(store, takeBackWindow)}) windows`
  const [row] = await countedRows(poolReader(store), store, [takeBackWindow], { text, values: [] })
  return minutesAt((row as { readonly windows: readonly KeptWindow[] } | undefined)?.windows ?? [], at)
}

/** The window in force, and every change of it. */
export const takeBackWindowQuery = query({
  name: 'collaboration.take-back-window',
  label: { zh: '取回时限', en: 'Take-back window' },
  input: z.object({}),
  right: WINDOW_KEEPER,
  async run({ store }): Promise<TakeBackWindowView> {
    const unlessSet = minutesUnlessSet(store)
    const versions = (table: string) => `select version, minutes, reason, changed_at, changed_by from ${table}`
    const text = `select own.version, own.minutes, own.reason, own.changed_at as at, person.name as by
      from (${versions(tableOf(store, takeBackWindow))} union all ${versions(pastTableOf(store, takeBackWindow))}) own
      left join ${tableOf(store, person)} person on person.id = own.changed_by order by own.version desc`
    const found = await ask(poolReader(store), text, [])
    const changes = found.map((row) => ({
      ...row,
      at: new Date(String(row['at'])).toISOString(),
    })) as unknown as TakeBackWindowView['changes'] // the columns named above
    return { minutes: changes[0]?.minutes ?? unlessSet, unlessSet, version: changes[0]?.version ?? 0, changes }
  },
})
