import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Id } from '#engine/define/id.ts'
import { createAccount } from '#modules/directory/commands/accounts.ts'
import { signIn } from '#modules/directory/commands/accounts-sign-in.ts'
import { keepJurisdiction } from '#modules/directory/queries/accounts-jurisdictions.ts'
import type { Database } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { type TestDatabase, testDatabase } from '#tests/support/test-database.ts'
import { type SessionStore, sessionStore } from './session-store.ts'

const HOUR = 3_600_000
const clock = { now: () => new Date(at) }
let at = Date.parse('2026-09-28T01:00:00Z')
let own: TestDatabase
let token: string
let statements: string[] = []
let store: SessionStore

beforeAll(async () => {
  own = await testDatabase()
  await migrate(own.database, { folder: join(import.meta.dirname, '../../db/migrations/shared'), schema: 'lantu' })
  token = await aSession(own.database)
})

afterAll(async () => await own?.drop())

beforeEach(() => {
  statements = []
  store = sessionStore(counted(own.database), clock)
})

test('a session met for the first time costs two statements, then none for five seconds, then one', async () => {
  await store.find(token)
  expect(statements).toEqual(['schema_of_session', 'signed_in_j_store'])

  at += 4_000
  await store.find(token)
  expect(statements).toHaveLength(2)

  at += 1_000
  await store.find(token)
  expect(statements.slice(2)).toEqual(['signed_in_j_store'])
})

test('requests that arrive together share one look-up', async () => {
  const found = await Promise.all(Array.from({ length: 20 }, async () => await store.find(token)))

  expect(statements).toHaveLength(2)
  expect(new Set(found).size).toBe(1)
})

test('a session in use is noted at most once a minute', async () => {
  at += HOUR
  await store.find(token)
  at += 30_000
  await store.find(token)
  at += 30_000
  await store.find(token)

  expect(statements.filter((name) => name === 'touch_session')).toHaveLength(2)
})

test('a forgotten session is looked up again', async () => {
  await store.find(token)
  store.forget(token)
  await store.find(token)

  expect(statements).toHaveLength(4)
})

test('a token nobody has is asked for each time and takes no room', async () => {
  await store.find('b'.repeat(43))
  await store.find('b'.repeat(43))

  expect(statements).toEqual(['schema_of_session', 'schema_of_session'])
})

function counted(database: Database): Database {
  return {
    ...database,
    query: async (text, values, name) => {
      statements.push(name ?? text)
      return await database.query(text, values, name)
    },
  }
}

async function aSession(database: Database): Promise<string> {
  const system = `id uuid primary key default gen_random_uuid(), no bigint generated always as identity, state text default 'active'`
  await database.query(`
    create schema j_store;
    create table j_store.area (${system}, code text, title text, until_on date);
    create table j_store.org_unit (${system}, title text);
    create table j_store.person (${system}, name text);
    create table j_store.post (${system}, title text, role text, unit uuid, area text);
    create table j_store.tenure (${system}, person uuid, post uuid, from_on date, until_on date);
    insert into j_store.org_unit (title) values ('省科技厅');
    insert into j_store.person (name) values ('周明');
    insert into j_store.post (title, role, unit, area) select '经办', 'planner', id, '320000' from j_store.org_unit;
    insert into j_store.tenure (person, post, from_on) select p.id, o.id, '2026-01-01' from j_store.person p, j_store.post o`)
  const jurisdiction = { code: 'store', title: '示范省', schema: 'j_store', demonstration: true, timeZone: 'Asia/Shanghai' }
  await keepJurisdiction(database, jurisdiction, clock.now())
  const { rows } = await database.query<{ id: Id<'person'> }>('select id from j_store.person')
  const [person] = rows
  const account = { loginName: 'zhou.ming', password: 'umbrella-harbour-7', jurisdiction: 'store', mustChangePassword: false }
  if (person) await createAccount(database, clock, { ...account, person: person.id })
  const opened = await signIn(database, clock, { ...account, address: '127.0.0.1', userAgent: '', timeZone: 'Asia/Shanghai' })
  if (!opened.ok) throw new Error(opened.words.en)
  return opened.token
}
