import type { Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Register, ValuesOf } from '#engine/define/register.ts'
import { Call } from '#engine/store/call.ts'
import { engineTable, type Store } from '#engine/store/context.ts'
import { countUpTo, type ListQuestion, list } from '#engine/store/list.ts'
import { lockEntries, type Reader, readEntry } from '#engine/store/read.ts'
import { save } from '#engine/store/save.ts'
import type { PgClient } from '#platform/db/database.ts'
import { ENTRY, EVENT, type Statement, VERSION } from './placeholders.ts'

export async function getStatement(store: Store, register: Register): Promise<Statement> {
  return only(await sent((reader) => readEntry(reader, store, register, ENTRY)))
}

export async function listStatement(store: Store, register: Register, actor: Actor, question: ListQuestion): Promise<Statement> {
  return only(await sent((reader) => list(reader, store, register, actor, question)))
}

export async function countStatement(
  store: Store,
  register: Register,
  actor: Actor,
  question: ListQuestion,
  cap: number,
): Promise<Statement> {
  return only(await sent((reader) => countUpTo(reader, store, register, actor, question, cap)))
}

/** The event and the row, and nothing of what the product writes besides. */
export async function createStatements(store: Store, register: Register, actor: Actor, values: Row): Promise<readonly Statement[]> {
  const call = callOf(store, actor)
  call.create(register, [values as ValuesOf<Register>])
  const [made] = call.touched
  return withEventAndRow(store, register, actor, { ...made!, after: { ...made!.after, id: ENTRY, event: EVENT } })
}

/** Lock, event, and the statement that keeps the old version and writes the new one. */
export async function editStatements(store: Store, register: Register, actor: Actor, values: Row): Promise<readonly Statement[]> {
  const call = callOf(store, actor)
  call.create(register, [values as ValuesOf<Register>])
  const row = { ...call.touched[0]!.after, id: ENTRY, event: EVENT }
  const lock = await sent((_reader, client) => lockEntries(client, store, register, [ENTRY]))
  const written = await withEventAndRow(store, register, actor, { register, before: row, after: { ...row, version: VERSION }, act: 'edit' })
  return [only(lock), ...written]
}

function callOf(store: Store, actor: Actor): Call {
  const now = store.clock.now()
  return new Call({
    store,
    client: {} as PgClient,
    actor,
    command: 'entry.create',
    now,
    today: now.toISOString().slice(0, 10),
    event: EVENT,
    request: 'bench',
  })
}

async function withEventAndRow(
  store: Store,
  register: Register,
  actor: Actor,
  touched: Parameters<typeof save>[3][number],
): Promise<readonly Statement[]> {
  const { person, post } = actor
  const event = { id: EVENT, at: store.clock.now(), person, post, command: 'entry.create', reason: null, request: 'bench' }
  const all = await sent((_reader, client) => save(client, store, event, [touched]))
  const audit = `insert into ${engineTable(store, 'event')} (id, at, person, post, command, reason, request) values ($1, $2, $3, $4, $5, $6, $7)`
  const row = only(all.filter(({ text }) => new RegExp(`(?:insert into|update) "\\w+"."${register.name}" `).test(text)))
  return [{ text: audit, values: [EVENT, event.at, person, post, 'entry.create', null, 'bench'] }, row]
}

/** What work sends to a connection that answers nothing. */
async function sent(work: (reader: Reader, client: PgClient) => Promise<unknown>): Promise<readonly Statement[]> {
  const statements: Statement[] = []
  const reader: Reader = {
    query: async (text, values) => {
      statements.push({ text, values })
      return { rows: [] }
    },
  }
  const client = { query: ({ text, values }: Statement) => reader.query(text, values, '') }
  await work(reader, client as unknown as PgClient)
  return statements
}

function only(statements: readonly Statement[]): Statement {
  if (statements.length !== 1)
    throw new Error(`expected one statement, the product sends ${statements.length}; bring bench/servers/statements.ts in step`)
  return statements[0]!
}
