import type { Store } from '#engine/store/context.ts'
import type { Channel } from '#platform/delivery/channel.ts'
import { gatewayChannel } from '#platform/delivery/gateway.ts'
import { smtpChannel } from '#platform/delivery/smtp.ts'
import { type KeptChannel, secretsOf } from './channel-store.ts'

/** The adapter of a channel, with its secrets; whoever opens it closes it. */
export async function openChannel(store: Store, { id, title, settings }: KeptChannel): Promise<Channel> {
  const secrets = await secretsOf(store, id)
  return settings.transport === 'smtp' ? smtpChannel(title, settings, secrets.password) : gatewayChannel(title, settings, secrets)
}
