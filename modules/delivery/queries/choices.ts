import { z } from 'zod'
import { type DeliveryChoices, deliveryChoices, type OwnDelivery } from '#contract/delivery.ts'
import { kinds } from '#engine/kinds/index.ts'
import type { Call } from '#engine/store/call.ts'
import { engineTable, type Store } from '#engine/store/context.ts'
import { query } from '#engine/store/query.ts'
import { ask, clientReader, poolReader, type Reader } from '#engine/store/read.ts'
import { addressOf } from '../rules/address-of.ts'
import { activeChannels } from './channel-store.ts'
import { recipientsOf } from './recipients.ts'

/** What each of the people chose; who chose nothing has the channels' habits. */
export async function choicesOf(store: Store, reader: Reader, people: readonly string[]): Promise<ReadonlyMap<string, DeliveryChoices>> {
  const text = `select person, choices from ${engineTable(store, 'delivery_choice')} where person = any($1)`
  const rows = await ask(reader, text, [[...new Set(people)]])
  return new Map(rows.map(({ person, choices }) => [String(person), deliveryChoices.parse(choices)]))
}

/** Keeps all that a person chose in place of what they chose before. */
export async function keepChoices({ facts: { store, client }, actor }: Call, choices: DeliveryChoices): Promise<void> {
  const text = `insert into ${engineTable(store, 'delivery_choice')} (person, choices) values ($1, $2) on conflict (person) do update set choices = excluded.choices`
  await ask(clientReader(client), text, [actor.person, JSON.stringify(choices)])
}

/** How I am told outside the product: by which channels, of what, when; my addresses masked. */
export const ownDelivery = query({
  name: 'delivery.own',
  label: { zh: '我的接收方式', en: 'How I am told' },
  input: z.object({}),
  right: { always: true },
  async run({ store, actor }): Promise<OwnDelivery> {
    const [channels, people, choices] = await Promise.all([
      activeChannels(store),
      recipientsOf(store, [actor.person]),
      choicesOf(store, poolReader(store), [actor.person]),
    ])
    const own = people.get(actor.person) ?? { mail: null, phone: null }
    return {
      mail: own.mail === null ? null : kinds.mail.mask!(own.mail),
      phone: own.phone === null ? null : kinds.phone.mask!(own.phone),
      channels: channels.map(({ id, title, settings, habits: { linkBase: _linkBase, ...habits } }) => ({
        id,
        title,
        transport: settings.transport,
        reached: addressOf(settings, own) !== null,
        habits,
      })),
      choices: choices.get(actor.person) ?? { channels: {} },
    }
  },
})
