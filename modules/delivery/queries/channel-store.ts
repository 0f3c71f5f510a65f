import { type ChannelSecrets, type ChannelSettings, channelSecrets, type Habits } from '#contract/delivery.ts'
import type { Call } from '#engine/store/call.ts'
import { engineTable, type Store, tableOf } from '#engine/store/context.ts'
import { ask, clientReader, poolReader, type Reader } from '#engine/store/read.ts'
import { noticeChannel } from '../registers/notice-channel.register.ts'

/** A channel as it is sent by. */
export interface KeptChannel {
  readonly id: string
  readonly title: string
  readonly settings: ChannelSettings
  readonly habits: Habits
}

/** The channels in use. */
export async function activeChannels(store: Store, reader: Reader = poolReader(store)): Promise<readonly KeptChannel[]> {
  const text = `select id, title, settings, habits from ${tableOf(store, noticeChannel)} where state = 'active' order by created_at, id`
  return (await ask(reader, text, [])) as unknown as readonly KeptChannel[] // only delivery.set-channel writes them, by the contract
}

/** What is kept secret of a channel. */
export async function secretsOf(store: Store, channel: string, reader: Reader = poolReader(store)): Promise<ChannelSecrets> {
  const [row] = await ask(reader, `select sealed from ${engineTable(store, 'channel_secret')} where channel = $1`, [channel])
  return row ? channelSecrets.parse(JSON.parse(store.secrets.open(row['sealed'] as Buffer, contextOf(channel)))) : {}
}

/** Keeps the secrets that are named beside those that are there. */
export async function keepSecrets({ facts: { store, client } }: Call, channel: string, given: ChannelSecrets): Promise<void> {
  const reader = clientReader(client)
  const next = { ...(await secretsOf(store, channel, reader)), ...given }
  const text = `insert into ${engineTable(store, 'channel_secret')} (channel, sealed) values ($1, $2) on conflict (channel) do update set sealed = excluded.sealed`
  await ask(reader, text, [channel, store.secrets.seal(JSON.stringify(next), contextOf(channel))])
}

/** The names of the secrets that each channel has. */
export async function secretNames(store: Store): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await ask(poolReader(store), `select channel from ${engineTable(store, 'channel_secret')}`, [])
  const named = rows.map(async ({ channel }) => [String(channel), Object.keys(await secretsOf(store, String(channel)))] as const)
  return new Map(await Promise.all(named))
}

/** A sealed secret of one channel opens for no other. */
function contextOf(channel: string): string {
  return `channel ${channel}`
}
