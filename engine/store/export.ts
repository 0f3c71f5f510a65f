import type { Actor } from '#engine/define/actor.ts'
import { isRefusal, type Refusal } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { newId } from '#platform/clock/id.ts'
import type { PgClient } from '#platform/db/database.ts'
import type { Given } from './command.ts'
import { engineTable, type Store } from './context.ts'
import type { EntryShape } from './export-shapes.ts'
import { list, type WholeList, wholeListSql } from './list.ts'
import { ask, clientReader, poolReader, type Reader } from './read.ts'

/** Which entries, in which order, and what is wanted of each. */
export interface ExportQuestion<Entry> {
  readonly list: WholeList
  readonly shape: EntryShape<Entry>
}

/** Some entries after the other; the reader sees them and what they speak of as of the same instant. */
export type ThroughEntries<Entry, Result> = (pages: AsyncGenerator<readonly Entry[]>, reader: Reader) => Promise<Result>

const PAGE = 250

/**
 * Goes through the entries under the reader's right, once and as of one instant, while others change them. A cursor and not page after page:
 * a search or an order without an index is worked out once for all of them.
 */
export async function throughEntries<Entry, Result>(
  store: Store,
  register: Register,
  actor: Actor,
  { list: question, shape }: ExportQuestion<Entry>,
  work: ThroughEntries<Entry, Result>,
): Promise<Result> {
  const statement = wholeListSql(store, register, actor, question, shape.sql)
  if (isRefusal(statement)) throw new Error(statement.words.en)
  return store.database.transaction(
    async (client) => {
      await client.query({ text: `declare entries no scroll cursor for ${statement.text}`, values: [...statement.values] })
      return work(pagesOf(client, shape), clientReader(client))
    },
    { isolation: 'repeatable read', access: 'read only' },
  )
}

/** What stands against the question, before anything is sent. */
export async function unfitExport(store: Store, register: Register, actor: Actor, question: WholeList): Promise<Refusal | undefined> {
  const page = await list(poolReader(store), store, register, actor, { ...question, limit: 1 })
  return isRefusal(page) ? page : undefined
}

/** The next page is on its way while one is written down. */
async function* pagesOf<Entry>(client: PgClient, shape: EntryShape<Entry>): AsyncGenerator<readonly Entry[]> {
  let coming = nextPage(client)
  for (;;) {
    const page = await coming
    if (page.length === 0) return
    coming = nextPage(client)
    yield page.map(([text]) => shape.read(text))
  }
}

/** Without a name: a statement that is parsed once for a connection must not answer other columns at the next export. */
function nextPage(client: PgClient): Promise<readonly (readonly [text: string])[]> {
  const page = client.query<[text: string]>({ text: `fetch ${PAGE} from entries`, rowMode: 'array' }).then(({ rows }) => rows)
  page.catch(() => {}) // told to whoever waits for it; nobody does when the taking was broken off
  return page
}

/** Keeps who took what, and how many entries left the house, also when the taking was broken off. */
export async function noteExport(store: Store, { actor, request }: Given, register: Register, what: string): Promise<void> {
  const text = `insert into ${engineTable(store, 'event')} (id, at, person, post, command, reason, request) values ($1, $2, $3, $4, $5, $6, $7)`
  const at = store.clock.now()
  await ask(poolReader(store), text, [
    newId(store.clock),
    at,
    actor.person,
    actor.post,
    'entry.export',
    `${register.title.zh}：${what}`,
    request,
  ])
}
