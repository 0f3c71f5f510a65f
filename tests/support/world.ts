import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Installation, openInstallation, type Shipped, shipped } from '#apps/api/installation.ts'
import type { Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Refusal } from '#engine/define/refusal.ts'
import { execute, type Outcome } from '#engine/store/command.ts'
import type { Store } from '#engine/store/context.ts'
import type { EntryWritten } from '#engine/store/entry-commands.ts'
import { answer } from '#engine/store/query.ts'
import { recordUpload } from '#engine/store/uploads.ts'
import type { Clock } from '#platform/clock/clock.ts'
import { openFileStore } from '#platform/files/file-store.ts'
import { openSecrets } from '#platform/secrets/secrets.ts'
import { type TestDatabase, testDatabase } from './test-database.ts'
import { ROOT, TEST_JURISDICTION } from './test-jurisdiction.ts'

/** A clock that tests set: `clock.at('2026-03-31T10:00:00+08:00')`. */
export interface TestClock extends Clock {
  at(instant: string): void
}

/** Who acts: the login name of a demonstration account, or anybody. */
export type Who = string | Actor

/** An entry and the version of it that somebody saw. */
export interface Seen {
  readonly id: string
  readonly version: number
}

export interface World {
  readonly installation: Installation
  readonly store: Store
  readonly database: TestDatabase
  readonly clock: TestClock
  /** Where the file store keeps its files. */
  readonly filesFolder: string
  /** The holder of a demonstration account's post: planner, suzhou, suzhou-leader, kunshan, kunshan-leader, applicant … */
  as(who: Who): Actor
  /** Everybody who has a demonstration account, by login name. */
  readonly actors: ReadonlyMap<string, Actor>
  /** Gives a command of a module. */
  give<Answer>(who: Who, command: string, input: object, idempotencyKey?: string): Promise<Outcome<Answer>>
  /** Asks a question of a module. */
  ask<Answer>(who: Who, query: string, input: object): Promise<Answer | Refusal>
  create(who: Who, register: string, values: Row, idempotencyKey?: string): Promise<Outcome<EntryWritten>>
  /** Makes the entry that a draft of the person becomes. */
  createFrom(who: Who, register: string, values: Row, draft: string): Promise<Outcome<EntryWritten>>
  edit(who: Who, register: string, entry: Seen, values: Row): Promise<Outcome<EntryWritten>>
  move(who: Who, register: string, entry: Seen, move: string, reason?: string, values?: Row): Promise<Outcome<EntryWritten>>
  /** A file of the person's own, ready to hang on an entry. */
  upload(who: Who, name: string, content: string | Uint8Array): Promise<{ sha256: string; name: string; size: number; type: string }>
  /** One statement on the schema; `{{schema}}` stands for its name. */
  sql(text: string, values?: readonly unknown[]): Promise<readonly Row[]>
  close(): Promise<void>
}

/** The answer of a command that must succeed; the refusal's words otherwise. */
export async function must<Answer>(outcome: Promise<Outcome<Answer>>): Promise<Answer> {
  const settled = await outcome
  if (!settled.ok) throw new Error(`${settled.code}: ${settled.words.zh}`)
  return settled.answer
}

/** The refusal of what must not succeed. */
export async function refused(outcome: Promise<Outcome<unknown>>): Promise<Refusal> {
  const settled = await outcome
  if (settled.ok) throw new Error('this should have been refused')
  return settled
}

export interface WorldWanted {
  readonly shipped?: Shipped
  readonly instant?: string
  /** For how long acts can be taken back; ten minutes unless said. */
  readonly takeBackMinutes?: number
}

/** A whole installation on a database of its own. */
export async function openWorld(options: WorldWanted = {}): Promise<World> {
  const database = await testDatabase({ pipeline: true })
  const folder = mkdtempSync(join(tmpdir(), 'lantu-world-'))
  const clock = testClock(options.instant ?? '2026-06-01T09:00:00+08:00')
  const installation = await openInstallation({
    root: ROOT,
    database: database.database,
    clock,
    shipped: options.shipped ?? shipped(),
    ...(options.takeBackMinutes !== undefined && { takeBackMinutes: options.takeBackMinutes }),
    secrets: await openSecrets(join(folder, 'keys')),
    files: await openFileStore(join(folder, 'files')),
  })
  const store = installation.storeOf(TEST_JURISDICTION.schema)
  const actors = await actorsOf(store)
  const as = (who: Who) => {
    const actor = typeof who === 'string' ? actors.get(who) : who
    if (!actor) throw new Error(`no demonstration account is named ${String(who)}`)
    return actor
  }
  const given = (who: Who, idempotencyKey?: string) => ({ actor: as(who), request: 'test', ...(idempotencyKey && { idempotencyKey }) })
  const entry = (register: string) => installation.shipped.entryCommands.get(register)!
  return {
    installation,
    store,
    database,
    clock,
    filesFolder: join(folder, 'files'),
    as,
    actors,
    give: (who, command, input, key) =>
      execute(store, installation.shipped.commands.get(command)!, given(who, key), input) as Promise<Outcome<never>>,
    ask: (who, query, input) => answer(installation.shipped.queries.get(query)!, { store, actor: as(who) }, input) as Promise<never>,
    create: (who, register, values, key) => execute(store, entry(register).create, given(who, key), { values }),
    createFrom: (who, register, values, draft) => execute(store, entry(register).create, given(who), { values, draft }),
    edit: (who, register, { id, version }, values) => execute(store, entry(register).edit, given(who), { id, version, values }),
    move: (who, register, { id, version }, move, reason, values) =>
      execute(store, entry(register).move, given(who), { id, version, move, ...(reason && { reason }), ...(values && { values }) }),
    sql: async (text, values = []) => (await database.database.query(text.replaceAll('{{schema}}', store.schema), values)).rows,
    async upload(who, name, content) {
      const stored = await installation.files.put(Buffer.from(content), { limitBytes: 50_000_000 })
      if ('problem' in stored) throw new Error(stored.words.zh)
      const file = { sha256: stored.sha256, name, size: stored.size, type: 'text/plain' }
      await recordUpload(store, as(who), file)
      return file
    },
    async close() {
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function testClock(instant: string): TestClock {
  let now = new Date(instant)
  return {
    now: () => new Date(now),
    at: (next) => {
      now = new Date(next)
    },
  }
}

async function actorsOf(store: Store): Promise<ReadonlyMap<string, Actor>> {
  const { rows } = await store.database.query<{
    loginName: string
    person: Actor['person']
    post: Actor['post']
    unit: Actor['unit']
    role: string
    area: string
  }>(
    `select account.login_name as "loginName", link.person, post.id as post, post.unit, post.role, post.area
     from lantu.account account join lantu.account_person link on link.account = account.id
     join ${store.schema}.tenure tenure on tenure.person = link.person join ${store.schema}.post post on post.id = tenure.post`,
  )
  return new Map(
    rows.map(({ loginName, person, post, unit, role, area }) => [loginName, { person, post, unit, roles: new Set([role]), area }]),
  )
}
