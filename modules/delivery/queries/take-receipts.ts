import type { GatewayChannelSettings } from '#contract/delivery.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import { engineTable, type Store, tableOf } from '#engine/store/context.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { quotable } from '#platform/delivery/channel.ts'
import { atPointer } from '#platform/delivery/json-pointer.ts'
import { isSignedNow } from '#platform/delivery/signature.ts'
import { noticeChannel } from '../registers/notice-channel.register.ts'
import { secretsOf } from './channel-store.ts'

/** What a gateway sent back about messages it took, and how it signed it. */
export interface GivenReceipts {
  readonly channel: string
  readonly body: string
  readonly timestamp: unknown
  readonly signature: unknown
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Marks what was delivered or could not be; whoever cannot sign is told nothing, not even whether there is such a channel. */
export async function takeReceipts(stores: readonly Store[], given: GivenReceipts): Promise<{ readonly taken: number } | Refusal> {
  if (!UUID.test(given.channel)) return notSigned()
  for (const store of stores) {
    const settings = await settingsOf(store, given.channel)
    if (settings) return await fromChannel(store, settings, given)
  }
  return notSigned()
}

async function settingsOf(store: Store, channel: string): Promise<GatewayChannelSettings | undefined> {
  const [row] = await ask(poolReader(store), `select settings from ${tableOf(store, noticeChannel)} where id = $1`, [channel])
  const settings = row?.['settings'] as GatewayChannelSettings | undefined // only delivery.set-channel writes them
  return settings?.transport === 'gateway' && settings.receipts ? settings : undefined
}

async function fromChannel(
  store: Store,
  { receipts }: GatewayChannelSettings,
  given: GivenReceipts,
): Promise<{ readonly taken: number } | Refusal> {
  const { signKey } = await secretsOf(store, given.channel)
  if (signKey === undefined || !isSignedNow(given, signKey, store.clock.now())) return notSigned()
  const all = parsed(given.body)
  const list = receipts!.list === undefined ? [all] : atPointer(all, receipts!.list)
  if (!Array.isArray(list)) return unreadable()
  const told = list.map((each) => ({ receipt: atPointer(each, receipts!.id), state: atPointer(each, receipts!.state) }))
  if (told.some(({ receipt, state }) => !isCode(receipt) || !isCode(state))) return unreadable()
  const delivered = receipts!.delivered.map(String)
  return {
    taken: await mark(
      store,
      given.channel,
      told.map(({ receipt, state }) => ({ receipt: String(receipt), state: String(state), good: delivered.includes(String(state)) })),
    ),
  }
}

interface Told {
  readonly receipt: string
  readonly state: string
  readonly good: boolean
}

/** Of messages that were sent; what was delivered stays so, whatever comes later, and coming twice changes nothing. */
async function mark(store: Store, channel: string, told: readonly Told[]): Promise<number> {
  const outbox = engineTable(store, 'outbox')
  const rows = told.map(({ receipt, state, good }) => ({
    receipt,
    state: good ? 'delivered' : 'failed',
    reason: good ? null : { zh: `网关回执：未送达（${quotable(state)}）`, en: `the gateway's receipt: not delivered (${quotable(state)})` },
  }))
  const text = `with given as (select * from jsonb_to_recordset($2::jsonb) as given(receipt text, state text, reason jsonb)),
    lead as (select own.id, given.state, given.reason from ${outbox} own join given on own.receipt = given.receipt or own.id::text = given.receipt
      where own.channel = $1 and own.state in ('sent', 'failed') and own.sent_at is not null and own.part_of is null)
    update ${outbox} own set state = lead.state, reason = lead.reason, ended_at = $3 from lead
      where (own.id = lead.id or own.part_of = lead.id) and own.state <> lead.state returning own.part_of`
  const marked = await ask(poolReader(store), text, [channel, JSON.stringify(rows), store.clock.now()])
  return marked.filter(({ part_of: part }) => part === null).length
}

const isCode = (value: unknown) =>
  (typeof value === 'string' && value.length <= 200) || typeof value === 'number' || typeof value === 'boolean'

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function notSigned(): Refusal {
  return refuse(
    'forbidden',
    'receipt.not-signed',
    '回执未按渠道的签名密钥签名，或时间相差超过五分钟',
    "the receipt is not signed with the channel's key, or its time is more than five minutes off",
  )
}

function unreadable(): Refusal {
  return refuse(
    'invalid',
    'receipt.unreadable',
    '回执内容与渠道设置的位置不符',
    'the receipt does not hold what the channel says where it says it',
  )
}
