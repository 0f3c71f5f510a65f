import type { ChannelSettings } from '#contract/delivery.ts'

type Reached = Pick<ChannelSettings, 'transport'>

/** Where a channel reaches a person: mail by the mail address, a gateway by the telephone number. */
export function addressOf(
  { transport }: Reached,
  { mail, phone }: { readonly mail: string | null; readonly phone: string | null },
): string | null {
  return transport === 'smtp' ? mail : phone
}

/** Whether a typed address is one that the channel can reach. */
export function fitsTransport({ transport }: Reached, to: string): boolean {
  return (transport === 'smtp' ? MAIL : PHONE).test(to)
}

const MAIL = /^[A-Za-z0-9.!#$%&'+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/
const PHONE = /^1\d{10}$/
