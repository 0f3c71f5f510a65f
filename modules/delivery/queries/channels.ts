import { z } from 'zod'
import type { ChannelsView } from '#contract/delivery.ts'
import { engineTable, type Store, tableOf } from '#engine/store/context.ts'
import { query } from '#engine/store/query.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { noticeChannel } from '../registers/notice-channel.register.ts'
import { GATEWAY_EXAMPLES } from '../rules/gateway-examples.ts'
import { ADMINISTRATOR } from '../rules/rights.ts'
import { secretNames } from './channel-store.ts'

const COUNTED_MS = 30 * 24 * 3_600_000

/** Every channel with its settings and how it fares; of secrets only which there are. */
export const channels = query({
  name: 'delivery.channels',
  label: { zh: '通知渠道', en: 'Notice channels' },
  input: z.object({}),
  right: ADMINISTRATOR,
  async run({ store }): Promise<ChannelsView> {
    const [rows, named] = await Promise.all([rowsOf(store), secretNames(store)])
    return { channels: rows.map((row) => ({ ...row, secrets: [...(named.get(row.id) ?? [])] })), examples: [...GATEWAY_EXAMPLES] }
  },
})

type Row = Omit<ChannelsView['channels'][number], 'secrets'>

async function rowsOf(store: Store): Promise<readonly Row[]> {
  const outbox = engineTable(store, 'outbox')
  const count = (state: string) => `'${state}', count(*) filter (where state = '${state}')`
  const text = `select own.id, own.version, own.code, own.title, own.state, own.settings, own.habits, counted.counts, counted.last as "lastSentAt",
      (select reason from ${outbox} where channel = own.id and state in ('waiting', 'failed') and reason is not null order by coalesce(ended_at, due_at) desc limit 1) as "lastReason"
    from ${tableOf(store, noticeChannel)} own cross join lateral (
      select json_build_object(${['waiting', 'sent', 'delivered', 'failed'].map(count).join(', ')}) as counts, max(sent_at) as last
      from ${outbox} where channel = own.id and part_of is null and made_at > $1) counted order by own.created_at, own.id`
  const rows = await ask(poolReader(store), text, [new Date(store.clock.now().getTime() - COUNTED_MS)])
  return rows as unknown as readonly Row[] // the columns named above, settings as the contract has them
}
