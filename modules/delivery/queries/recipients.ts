import type { Transport } from '#contract/delivery.ts'
import type { Language } from '#engine/define/words.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { ask, poolReader, type Reader } from '#engine/store/read.ts'
import { languagesOf, person } from '#modules/directory/index.ts'

/** Where a person is reached and in which language. */
export interface Recipient {
  readonly mail: string | null
  readonly phone: string | null
  readonly language: Language
}

/** The people who are still there, by id. Addresses are opened here, to be sent to and for nothing else. */
export async function recipientsOf(store: Store, people: readonly string[]): Promise<ReadonlyMap<string, Recipient>> {
  if (people.length === 0) return new Map()
  const text = `select id, mail, phone from ${tableOf(store, person)} where state = 'active' and id = any($1)`
  const [rows, languages] = await Promise.all([ask(poolReader(store), text, [[...new Set(people)]]), languagesOf(store.database, people)])
  const opened = (sealed: unknown) => (sealed === null ? null : store.secrets.open(sealed as Buffer))
  return new Map(
    rows.map(({ id, mail, phone }) => [
      String(id),
      { mail: opened(mail), phone: opened(phone), language: languages.get(String(id)) ?? 'zh' },
    ]),
  )
}

/** Which people have an address that a channel of this kind needs, without opening it. */
export async function reachable(
  store: Store,
  reader: Reader,
  people: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<Transport, boolean>>>> {
  const text = `select id, mail is not null as smtp, phone is not null as gateway from ${tableOf(store, person)} where state = 'active' and id = any($1)`
  const rows = await ask(reader, text, [[...new Set(people)]])
  return new Map(rows.map(({ id, smtp, gateway }) => [String(id), { smtp: smtp === true, gateway: gateway === true }]))
}
