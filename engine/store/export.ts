import type { Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import { isRefusal, type Refusal } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { newId } from '#platform/clock/id.ts'
import type { Given } from './command.ts'
import { engineTable, type Store } from './context.ts'
import { type ListQuestion, list } from './list.ts'
import { ask, clientReader, poolReader, type Reader, titlesFor } from './read.ts'
import { masked } from './rows.ts'

/** The question of a list, without the place in it. */
export type ExportQuestion = Omit<ListQuestion, 'cursor' | 'limit' | 'titled'>

/** Some entries as they leave the house, personal data masked, with the names of what they speak of. */
export interface ExportPage {
  readonly rows: readonly Row[]
  readonly titles: Readonly<Record<string, string>>
}

const PAGE = 1000

/** Every entry of a question as of one instant: pages can be read any number of times and are the same each time. */
export interface Snapshot {
  pages(): AsyncGenerator<ExportPage>
}

/** Looks at the entries under the reader's right while nobody's change comes between; the first page tells whether the question is sound. */
export async function withSnapshot<Result>(
  store: Store,
  register: Register,
  actor: Actor,
  question: ExportQuestion,
  work: (snapshot: Snapshot) => Promise<Result>,
): Promise<Result> {
  return store.database.transaction(
    async (client) => {
      const reader = clientReader(client)
      return work({ pages: () => pagesOf(reader, store, register, actor, question) })
    },
    { isolation: 'repeatable read', access: 'read only' },
  )
}

/** What stands against the question, before anything is sent. */
export async function unfitExport(store: Store, register: Register, actor: Actor, question: ExportQuestion): Promise<Refusal | undefined> {
  const page = await list(poolReader(store), store, register, actor, { ...question, limit: 1 })
  return isRefusal(page) ? page : undefined
}

async function* pagesOf(
  reader: Reader,
  store: Store,
  register: Register,
  actor: Actor,
  question: ExportQuestion,
): AsyncGenerator<ExportPage> {
  let cursor: string | undefined
  do {
    const page = await list(reader, store, register, actor, { ...question, limit: PAGE, cursor })
    if (!page.ok) throw new Error(page.words.en)
    yield {
      rows: page.rows.map((row) => masked(register, row, store.secrets)),
      titles: await titlesFor(reader, store, register, page.rows),
    }
    cursor = page.cursor
  } while (cursor !== undefined)
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
