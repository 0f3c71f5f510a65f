import type { Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import { isRefusal, type Refusal } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { kindOf } from '#engine/kinds/index.ts'
import type { Titles } from '#engine/kinds/kind.ts'
import { newId } from '#platform/clock/id.ts'
import type { PgClient } from '#platform/db/database.ts'
import type { Given } from './command.ts'
import { engineTable, type Store } from './context.ts'
import { list, type WholeList, wholeListSql } from './list.ts'
import { ask, clientReader, poolReader, titlesOfPages } from './read.ts'
import { maskedFields } from './rows.ts'

/** Which entries, in which order, and which of their fields. */
export interface ExportQuestion {
  readonly list: WholeList
  readonly fields: readonly string[]
}

/** Some entries as they leave the house, personal data masked, with the names of what they speak of. */
export interface ExportPage {
  readonly rows: readonly Row[]
  readonly titles: Titles
}

const PAGE = 250

/**
 * Goes through the entries under the reader's right, once and as of one instant, while others change them. A cursor and not page after page:
 * a search or an order without an index is worked out once for all of them.
 */
export async function throughEntries<Result>(
  store: Store,
  register: Register,
  actor: Actor,
  { list: question, fields }: ExportQuestion,
  work: (pages: AsyncGenerator<ExportPage>) => Promise<Result>,
): Promise<Result> {
  const statement = wholeListSql(store, register, actor, question, [...fields, ...ALWAYS])
  if (isRefusal(statement)) throw new Error(statement.words.en)
  return store.database.transaction(
    async (client) => {
      await client.query({ text: `declare entries no scroll cursor for ${statement.text}`, values: [...statement.values] })
      return work(pagesOf(client, store, register))
    },
    { isolation: 'repeatable read', access: 'read only' },
  )
}

const ALWAYS = ['no', 'version', 'state']

/** What stands against the question, before anything is sent. */
export async function unfitExport(store: Store, register: Register, actor: Actor, question: WholeList): Promise<Refusal | undefined> {
  const page = await list(poolReader(store), store, register, actor, { ...question, limit: 1 })
  return isRefusal(page) ? page : undefined
}

/** The next page is on its way while one is written down. */
async function* pagesOf(client: PgClient, store: Store, register: Register): AsyncGenerator<ExportPage> {
  const masked = maskerOf(store, register)
  const titlesOf = titlesOfPages(clientReader(client), store, register)
  let coming = nextPage(client)
  for (;;) {
    const raw = await coming
    if (raw.length === 0) return
    coming = nextPage(client)
    const rows = masked ? raw.map(masked) : raw
    yield { rows, titles: await titlesOf(rows) }
  }
}

/** Without a name: a statement that is parsed once for a connection must not answer other columns at the next export. */
function nextPage(client: PgClient): Promise<readonly Row[]> {
  const page = client.query<Record<string, unknown>>(`fetch ${PAGE} from entries`).then(({ rows }) => rows)
  page.catch(() => {}) // told to whoever waits for it; nobody does when the taking was broken off
  return page
}

/** Personal data opened straight from the bytes that the database gave, and masked. */
function maskerOf({ secrets }: Store, register: Register): ((raw: Row) => Row) | undefined {
  const masks = maskedFields(register).map((field) => ({ field, mask: kindOf(register.fields[field]!).mask! }))
  if (masks.length === 0) return undefined
  return (raw) => {
    const row: Record<string, unknown> = { ...raw }
    for (const { field, mask } of masks) {
      const sealed = row[field]
      if (Buffer.isBuffer(sealed)) row[field] = mask(secrets.open(sealed))
    }
    return row
  }
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
