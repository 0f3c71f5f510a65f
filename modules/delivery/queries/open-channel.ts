import type { Store } from '#engine/store/context.ts'
import type { Channel } from '#platform/delivery/channel.ts'
import { smtpChannel } from '#platform/delivery/smtp.ts'
import { type KeptChannel, secretsOf } from './channel-store.ts'

/** The adapter of a channel, with its secrets; whoever opens it closes it. */
export async function openChannel(store: Store, { id, title, settings }: KeptChannel): Promise<Channel> {
  const { password } = await secretsOf(store, id)
  return smtpChannel(title, settings, password)
}
