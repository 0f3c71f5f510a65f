import type { OutboxView, SetChannel } from '#contract/delivery.ts'
import { outboxView } from '#contract/delivery.ts'
import { queueNotices, sendDue } from '#modules/delivery/index.ts'
import { followAll } from './follow.ts'
import { must, type World } from './world.ts'

/** A mail channel that tells at once, at any hour, of everything. */
export function mailChannel(port: number, more: Partial<SetChannel> = {}): SetChannel {
  return {
    code: 'mail',
    title: '单位邮箱',
    settings: { transport: 'smtp', host: '127.0.0.1', port, security: 'none', from: 'lantu@kjt.example.cn', fromName: '蓝图' },
    habits: {
      kinds: ['waiting', 'returned', 'copied', 'overdue', 'due', 'called'],
      cadence: 'once',
      digestAt: '08:30',
      quiet: null,
      urgentDays: 1,
      linkBase: 'https://lantu.example.cn',
    },
    ...more,
  }
}

/** Sets up a channel as the administrator and answers its id. */
export async function setChannel(world: World, channel: SetChannel): Promise<string> {
  return (await must(world.give<{ channel: string }>('admin', 'delivery.set-channel', channel))).channel
}

/** Follows the events as the worker does, then sends what is due. */
export async function tell(world: World): Promise<void> {
  await followAll(world, queueNotices(world.store))
  while ((await sendDue(world.store)) > 0);
}

/** Gives a demonstration person a mail address or a telephone number, as the administrator would. */
export async function giveAddress(world: World, who: string, values: { readonly mail?: string; readonly phone?: string }): Promise<void> {
  const [row] = await world.sql('select version from {{schema}}.person where id = $1', [world.as(who).person])
  await must(world.edit('admin', 'person', { id: world.as(who).person, version: Number(row!['version']) }, values))
}

/** The outbox as the administrator sees it. */
export async function outbox(world: World, filter: object = {}): Promise<OutboxView['items']> {
  return outboxView.parse(await world.ask('admin', 'delivery.outbox', filter)).items
}

/** A gateway as SMS platforms have them: a token, a signature over time and body, a code in the answer, receipts. */
export function smsChannel(address: string, more: object = {}): SetChannel {
  return {
    ...mailChannel(25),
    code: 'sms',
    title: '短信平台',
    settings: {
      transport: 'gateway',
      url: `${address}/send?app={token}`,
      method: 'POST',
      headers: { 'X-Timestamp': '{timestamp}', 'X-Signature': '{signature}' },
      body: { mobiles: ['{to}'], content: '{text}', ext: { id: '{id}' } },
      signature: { signs: '{timestamp}\n{body}', encoding: 'hex', unit: 's' },
      accepted: { pointer: '/code', oneOf: [0] },
      again: { pointer: '/code', oneOf: [1001, 'BUSY'] },
      receiptPointer: '/data/0/msgid',
      receipts: { list: '/reports', id: '/msgid', state: '/status', delivered: ['DELIVRD'] },
      ...more,
    },
    secrets: { token: 'app=1&x', signKey: 'schluessel-77' },
  }
}
