import type { Words } from '#engine/define/words.ts'
import type { Store } from '#engine/store/context.ts'
import type { Channel, Sent } from '#platform/delivery/channel.ts'
import { addressOf } from '../rules/address-of.ts'
import { activeChannels, type KeptChannel } from './channel-store.ts'
import { composed, noticesOfMessages } from './compose.ts'
import { openChannel } from './open-channel.ts'
import { type Claimed, claimDue } from './outbox-claim.ts'
import { markSent } from './outbox-mark.ts'
import { recipientsOf } from './recipients.ts'
import { templateFor } from './templates.ts'

/** Opens the adapter of a channel; tests hand in one that dies at a chosen moment. */
export type OpenChannel = (store: Store, channel: KeptChannel) => Promise<Channel>

/**
 * Sends what is due and answers how many messages it took on. A message leaves at least once: a process that dies between sending and marking
 * leaves it to be sent again, under the same id, when its lease has ended.
 */
export async function sendDue(store: Store, open: OpenChannel = openChannel): Promise<number> {
  const channels = await activeChannels(store)
  const claimed = await claimDue(
    store,
    channels.map(({ id }) => id),
  )
  const own = Map.groupBy(claimed, ({ channel }) => channel)
  await Promise.all(channels.flatMap((channel) => (own.has(channel.id) ? [sendBy(store, channel, own.get(channel.id)!, open)] : [])))
  return claimed.length
}

async function sendBy(store: Store, kept: KeptChannel, messages: readonly Claimed[], open: OpenChannel): Promise<void> {
  const [notices, people, templates, channel] = await Promise.all([
    noticesOfMessages(store, messages),
    recipientsOf(
      store,
      messages.map(({ person }) => person),
    ),
    templateFor(store),
    open(store, kept),
  ])
  const send = async (message: Claimed): Promise<Sent> => {
    const person = people.get(message.person)
    const to = message.address ? store.secrets.open(message.address, `message ${message.id}`) : person && addressOf(kept.settings, person)
    if (!to) return { outcome: 'refused', reason: NO_ADDRESS }
    const told = notices.get(message.id) ?? []
    if (told.length === 0 && message.kind !== 'test') return { outcome: 'refused', reason: NOTHING }
    const language = person?.language ?? 'zh'
    return channel.send(await composed(store, { message, channel: kept, to, language, notices: told, templates }))
  }
  try {
    await Promise.all(messages.map(async (message) => await markSent(store, message, await send(message))))
  } finally {
    channel.close()
  }
}

const NO_ADDRESS: Words = { zh: '收件人未登记地址或已不在册', en: 'the person has no address for this channel, or is no longer there' }
const NOTHING: Words = { zh: '没有可告知的内容', en: 'there is nothing to tell' }
