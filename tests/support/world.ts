import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Installation, openInstallation, type Shipped, shipped } from '#apps/api/installation.ts'
import type { Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import { execute, type Outcome } from '#engine/store/command.ts'
import type { Store } from '#engine/store/context.ts'
import type { EntryWritten } from '#engine/store/entry-commands.ts'
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

export interface World {
  readonly installation: Installation
  readonly store: Store
  readonly database: TestDatabase
  readonly clock: TestClock
  /** The holder of a demonstration account's post: planner, suzhou, suzhou-leader, kunshan, kunshan-leader, applicant … */
  as(loginName: string): Actor
  /** Gives a command of a module. */
  give<Answer>(loginName: string, command: string, input: object, idempotencyKey?: string): Promise<Outcome<Answer>>
  create(loginName: string, register: string, values: Row): Promise<Outcome<EntryWritten>>
  edit(loginName: string, register: string, entry: { readonly id: string; readonly version: number }, values: Row): Promise<Outcome<EntryWritten>>
  move(loginName: string, register: string, entry: { readonly id: string; readonly version: number }, move: string, reason?: string): Promise<Outcome<EntryWritten>>
  /** A file of the person's own, ready to hang on an entry. */
  upload(loginName: string, name: string, content: string | Uint8Array): Promise<{ sha256: string; name: string; size: number; type: string }>
  close(): Promise<void>
}

/** A whole installation on a database of its own. */
export async function openWorld(options: { readonly shipped?: Shipped; readonly instant?: string } = {}): Promise<World> {
  const database = await testDatabase({ pipeline: true })
  const folder = mkdtempSync(join(tmpdir(), 'lantu-world-'))
  const clock = testClock(options.instant ?? '2026-06-01T09:00:00+08:00')
  const installation = await openInstallation({
    root: ROOT,
    database: database.database,
    clock,
    shipped: options.shipped ?? shipped(),
    secrets: await openSecrets(join(folder, 'keys')),
    files: await openFileStore(join(folder, 'files')),
  })
  const store = installation.storeOf(TEST_JURISDICTION.schema)
  const actors = await actorsOf(store)
  const as = (loginName: string) => {
    const actor = actors.get(loginName)
    if (!actor) throw new Error(`no demonstration account is named ${loginName}`)
    return actor
  }
  const given = (loginName: string, idempotencyKey?: string) => ({ actor: as(loginName), request: 'test', ...(idempotencyKey && { idempotencyKey }) })
  const entry = (register: string) => installation.shipped.entryCommands.get(register)!
  return {
    ...{ installation, store, database, clock, as },
    give: (loginName, command, input, key) => execute(store, installation.shipped.commands.get(command)!, given(loginName, key), input) as Promise<Outcome<never>>,
    create: (loginName, register, values) => execute(store, entry(register).create, given(loginName), { values }),
    edit: (loginName, register, { id, version }, values) => execute(store, entry(register).edit, given(loginName), { id, version, values }),
    move: (loginName, register, { id, version }, move, reason) => execute(store, entry(register).move, given(loginName), { id, version, move, ...(reason && { reason }) }),
    async upload(loginName, name, content) {
      const stored = await installation.files.put(Buffer.from(content), { limitBytes: 50_000_000 })
      if ('problem' in stored) throw new Error(stored.words.zh)
      const file = { sha256: stored.sha256, name, size: stored.size, type: 'text/plain' }
      await recordUpload(store, as(loginName), file)
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
  const { rows } = await store.database.query<{ loginName: string; person: Actor['person']; post: Actor['post']; unit: Actor['unit']; role: string; area: string }>(
    `select account.login_name as "loginName", link.person, post.id as post, post.unit, post.role, post.area
     from lantu.account account join lantu.account_person link on link.account = account.id
     join ${store.schema}.tenure tenure on tenure.person = link.person join ${store.schema}.post post on post.id = tenure.post`,
  )
  return new Map(rows.map(({ loginName, person, post, unit, role, area }) => [loginName, { person, post, unit, roles: new Set([role]), area }]))
}
