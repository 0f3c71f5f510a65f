import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, FastifyRequest, InjectOptions } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Problem } from '#contract/problem.ts'
import type { OpenSession, Session } from '#contract/session.ts'
import type { Id } from '#engine/define/id.ts'
import { createAccount } from '#modules/directory/commands/accounts.ts'
import { keepJurisdiction } from '#modules/directory/queries/accounts-jurisdictions.ts'
import type { Database } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { openFileStore } from '#platform/files/file-store.ts'
import { openSecrets } from '#platform/secrets/secrets.ts'
import { readSettings } from '#platform/settings/settings.ts'
import { type TestDatabase, testDatabase } from '#tests/support/test-database.ts'
import { buildServer, signedIn } from './server.ts'

const MONDAY = '2026-09-28T01:00:00Z' // nine o'clock in Shanghai
const PASSWORD = 'umbrella-harbour-7'
const HOUR = 3_600_000

let at = Date.parse(MONDAY)
const clock = { now: () => new Date(at) }
let own: TestDatabase
let home: string
let app: FastifyInstance

beforeAll(async () => {
  own = await testDatabase()
  home = mkdtempSync(join(tmpdir(), 'lantu-session-'))
  const { database } = own
  await migrate(database, { folder: join(import.meta.dirname, '../../db/migrations/shared'), schema: 'lantu' })
  await directoryOf(database, 'j_demo')
  await directoryOf(database, 'j_other')
  app = await buildServer({ database, clock, settings: readSettings({ LANTU_LOG: 'silent' }), ...(await storesIn(home)), routes: [whoAmI] })
})

afterAll(async () => {
  await app?.close()
  await own?.drop()
  rmSync(home, { recursive: true, force: true })
})

beforeEach(() => {
  at = Date.parse(MONDAY)
})

describe('signing in', () => {
  test('tells who I am, which posts I hold and where', async () => {
    const { loginName } = await aPerson({ name: '周明', posts: ['规划处经办', '资源配置处经办'] })

    const answer = await send({ method: 'POST', url: '/session', payload: { loginName: loginName.toUpperCase(), password: PASSWORD } })

    const session = answer.json<Session>()
    expect(answer.statusCode).toBe(200)
    expect(session.person).toMatchObject({ name: '周明', loginName })
    expect(session.jurisdiction).toEqual({
      code: 'demo',
      title: '示范省',
      demonstration: true,
      timeZone: 'Asia/Shanghai',
      today: '2026-09-28',
    })
    expect(session.posts.map(({ title }) => title)).toEqual(['规划处经办', '资源配置处经办'])
    expect(session.posts[0]).toMatchObject({ roleTitle: { zh: '省级处室经办' }, unitTitle: '省科技厅', areaTitle: '示范省' })
    expect(session.post).toBe(session.posts[0]?.id)
    expect(answer.headers['set-cookie']).toMatch(/^lantu_session=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test('keeps only a hash of the token', async () => {
    const me = await signedInAs(await aPerson())
    const token = me.cookie.replace('lantu_session=', '')

    const kept = await own.database.query('select * from lantu.session where csrf = $1', [me.session.csrf])

    expect(kept.rows).toHaveLength(1)
    expect(JSON.stringify(kept.rows)).not.toContain(token)
  })

  test('with a wrong password and with an unknown name gives the same answer', async () => {
    const { loginName } = await aPerson()

    const wrong = await signIn(loginName, 'not-my-password')
    const unknown = await signIn('nobody', PASSWORD)

    expect(wrong.statusCode).toBe(422)
    expect(problemIn(wrong)).toMatchObject({ code: 'session.wrong-credentials', title: '填写有误' })
    expect(problemIn(unknown).words).toEqual(problemIn(wrong).words)
    expect(wrong.headers['set-cookie']).toBeUndefined()
  })

  test('is suspended for fifteen minutes after five failures, even with the right password', async () => {
    const { loginName } = await aPerson()
    for (let failure = 0; failure < 5; failure++) await signIn(loginName, 'not-my-password')

    const locked = await signIn(loginName, PASSWORD)
    at += 15 * 60_000
    const later = await signIn(loginName, PASSWORD)

    expect(locked.statusCode).toBe(403)
    expect(problemIn(locked)).toMatchObject({ code: 'session.locked', words: { zh: expect.stringContaining('09:15') } })
    expect(later.statusCode).toBe(200)
  })

  test('lets no more than five of fifty guesses sent at once be tried', async () => {
    const { loginName } = await aPerson()

    const answers = await Promise.all(Array.from({ length: 50 }, async (_, at) => await signIn(loginName, `guess-number-${at}`)))

    expect(answers.filter((answer) => problemIn(answer).code === 'session.wrong-credentials')).toHaveLength(5)
  })

  test('is refused with the reason to a person who holds no post today', async () => {
    const { loginName } = await aPerson({ posts: ['规划处经办'], until: '2026-09-27' })

    expect(problemIn(await signIn(loginName)).code).toBe('session.no-post')
  })

  test('is refused to another site', async () => {
    const { loginName } = await aPerson()
    const payload = { loginName, password: PASSWORD }

    const answer = await send({ method: 'POST', url: '/session', payload, headers: { 'sec-fetch-site': 'cross-site' } })

    expect(problemIn(answer).code).toBe('request.foreign-origin')
  })
})

describe('a request', () => {
  test('without a session is told to sign in, in the language of its reader', async () => {
    const answer = await send({ url: '/who', headers: { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5', 'x-request-id': 'trace-0001' } })

    expect(answer.statusCode).toBe(401)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.headers['x-request-id']).toBe('trace-0001')
    expect(problemIn(answer)).toMatchObject({ code: 'session.required', title: 'Sign-in required', requestId: 'trace-0001' })
    expect(problemIn(answer).words.zh).toContain('重新登录')
  })

  test('that writes needs the token of its session', async () => {
    const me = await signedInAs(await aPerson())

    const without = await send({ method: 'POST', url: '/who', headers: { cookie: me.cookie } })
    const wrong = await send({ method: 'POST', url: '/who', headers: { cookie: me.cookie, 'x-csrf-token': 'guess' } })
    const foreign = await me.send({ method: 'POST', url: '/who', headers: { origin: 'http://evil.example' } })
    const right = await me.send({ method: 'POST', url: '/who', headers: { origin: 'http://localhost:80' } })

    expect([without, wrong, foreign].map(({ statusCode }) => statusCode)).toEqual([403, 403, 403])
    expect(problemIn(without).code).toBe('request.csrf')
    expect(problemIn(foreign).code).toBe('request.foreign-origin')
    expect(right.statusCode).toBe(200)
  })

  test('acts with the right, unit and area of the chosen post', async () => {
    const me = await signedInAs(await aPerson())

    expect((await me.send({ url: '/who' })).json()).toMatchObject({ schema: 'j_demo', roles: ['planner'], area: '320000' })
  })

  test('eight hours after the last one, or a week after signing in, needs a new session', async () => {
    const idle = await signedInAs(await aPerson())
    const busy = await signedInAs(await aPerson())

    for (let hour = 0; hour < 7 * 24; hour += 6) {
      at = Date.parse(MONDAY) + hour * HOUR
      expect((await busy.send({ url: '/session' })).statusCode).toBe(200)
    }
    expect((await idle.send({ url: '/session' })).statusCode).toBe(401)
    at = Date.parse(MONDAY) + 7 * 24 * HOUR
    expect((await busy.send({ url: '/session' })).statusCode).toBe(401)
  })

  test('is turned away on the day after the tenure ended', async () => {
    const me = await signedInAs(await aPerson({ until: '2026-09-28' }))

    at = Date.parse('2026-09-28T15:59:00Z') - 9 * HOUR
    expect((await me.send({ url: '/who' })).statusCode).toBe(200)
    at = Date.parse('2026-09-28T08:00:00Z')
    expect((await me.send({ url: '/who' })).statusCode).toBe(200)
    at = Date.parse('2026-09-28T15:59:00Z') // still the 28th in Shanghai
    expect((await me.send({ url: '/who' })).statusCode).toBe(200)
    at = Date.parse('2026-09-28T16:00:00Z')
    expect((await me.send({ url: '/who' })).statusCode).toBe(401)
  })
})

describe('choosing a post', () => {
  test('changes as whom I act from the next request on, and is remembered at the next sign-in', async () => {
    const person = await aPerson({ posts: ['规划处经办', '资源配置处经办'] })
    const me = await signedInAs(person)
    const other = me.session.posts[1]?.id ?? ''
    expect((await me.send({ url: '/who' })).json()).not.toMatchObject({ post: other })

    const chosen = await me.send({ method: 'PUT', url: '/session/post', payload: { post: other } })

    expect(chosen.json<Session>()).toMatchObject({ post: other, csrf: me.session.csrf })
    expect((await me.send({ url: '/who' })).json()).toMatchObject({ post: other })
    expect((await signedInAs(person)).session.post).toBe(other)
  })

  test('of somebody else is refused', async () => {
    const me = await signedInAs(await aPerson())
    const somebody = await signedInAs(await aPerson())

    const answer = await me.send({ method: 'PUT', url: '/session/post', payload: { post: somebody.session.post } })

    expect(problemIn(answer).code).toBe('session.post-not-held')
    expect((await me.send({ url: '/who' })).json()).toMatchObject({ post: me.session.post })
  })

  test('may lead to another jurisdiction, with the person and the rights one has there', async () => {
    const person = await aPerson()
    await alsoIn('j_other', person)
    const me = await signedInAs(person)
    const there = me.session.posts[1]?.id ?? ''

    const chosen = await me.send({ method: 'PUT', url: '/session/post', payload: { post: there } })

    expect(chosen.json<Session>().jurisdiction.code).toBe('other')
    expect((await me.send({ url: '/who' })).json()).toMatchObject({ schema: 'j_other', post: there })
  })
})

describe('a password', () => {
  test('once changed ends my other sessions and opens with the new one only', async () => {
    const person = await aPerson()
    const [here, there] = [await signedInAs(person), await signedInAs(person)]
    const next = 'lantern-by-the-river'

    const changed = await here.send({ method: 'PUT', url: '/password', payload: { current: PASSWORD, next } })

    expect(changed.statusCode).toBe(204)
    expect((await here.send({ url: '/session' })).statusCode).toBe(200)
    expect((await there.send({ url: '/session' })).statusCode).toBe(401)
    expect((await signIn(person.loginName)).statusCode).toBe(422)
    expect((await signIn(person.loginName, next)).statusCode).toBe(200)
  })

  test('is not changed without the current one, nor into a weak one; the field at fault is named', async () => {
    const me = await signedInAs(await aPerson())
    const change = async (current: string, next: string) =>
      problemIn(await me.send({ method: 'PUT', url: '/password', payload: { current, next } }))

    expect(await change('not-my-password', 'lantern-by-the-river')).toMatchObject({ status: 422, faults: [{ path: 'current' }] })
    expect(await change(PASSWORD, 'short')).toMatchObject({ code: 'password.too-short', faults: [{ path: 'next' }] })
    expect(await change(PASSWORD, PASSWORD)).toMatchObject({ code: 'password.unchanged' })
  })

  test('that somebody else gave me is changed before anything else', async () => {
    const me = await signedInAs(await aPerson({ mustChangePassword: true }))

    const before = await me.send({ url: '/who' })
    await me.send({ method: 'PUT', url: '/password', payload: { current: PASSWORD, next: 'lantern-by-the-river' } })

    expect(me.session.mustChangePassword).toBe(true)
    expect(problemIn(before).code).toBe('password.must-change')
    expect((await me.send({ url: '/who' })).statusCode).toBe(200)
  })
})

describe('my sessions', () => {
  test('are listed with browser and address, and one left open elsewhere can be ended', async () => {
    const person = await aPerson()
    const firefox = await signedInAs(person, 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')
    at += 60_000
    const me = await signedInAs(person)

    const listed = (await me.send({ url: '/sessions' })).json<OpenSession[]>()
    const other = listed.find(({ current }) => !current)
    const ended = await me.send({ method: 'DELETE', url: `/sessions/${other?.id}` })

    expect(listed.map(({ browser, current }) => [browser, current])).toEqual([
      ['lightMyRequest', true],
      ['Firefox 140 · Linux', false],
    ])
    expect(listed[0]).toMatchObject({ address: '127.0.0.1', startedAt: '2026-09-28T01:01:00.000Z' })
    expect(ended.statusCode).toBe(204)
    expect((await firefox.send({ url: '/session' })).statusCode).toBe(401)
    expect(problemIn(await me.send({ method: 'DELETE', url: `/sessions/${other?.id}` })).code).toBe('session.unknown')
  })

  test('end when I sign out', async () => {
    const me = await signedInAs(await aPerson())

    const out = await me.send({ method: 'DELETE', url: '/session' })

    expect(out.statusCode).toBe(204)
    expect(out.headers['set-cookie']).toContain('lantu_session=;')
    expect((await me.send({ url: '/session' })).statusCode).toBe(401)
  })
})

/** A route such as the register routes are: it needs a session and says as whom the request acts. */
function whoAmI(api: FastifyInstance) {
  const handler = async (request: FastifyRequest) => {
    const { actor, jurisdiction } = signedIn(request)
    return { ...actor, roles: [...actor.roles], schema: jurisdiction.schema }
  }
  api.get('/who', handler)
  api.post('/who', handler)
}

interface Person {
  readonly loginName: string
  readonly account: string
}

interface PersonWish {
  readonly name?: string
  readonly posts?: readonly string[]
  readonly until?: string
  readonly mustChangePassword?: boolean
}

async function storesIn(folder: string) {
  return { files: await openFileStore(join(folder, 'files')), secrets: await openSecrets(join(folder, 'keys')) }
}

let people = 0

async function aPerson(wish: PersonWish = {}): Promise<Person> {
  const person = await personIn('j_demo', wish)
  const loginName = `person-${++people}`
  const { mustChangePassword = false } = wish
  const made = await createAccount(own.database, clock, { loginName, password: PASSWORD, jurisdiction: 'demo', person, mustChangePassword })
  if (!made.ok) throw new Error(made.words.en)
  return { loginName, account: made.account }
}

async function alsoIn(schema: 'j_other', { account }: Person) {
  await own.database.query('insert into lantu.account_person values ($1, $2, $3)', [account, 'other', await personIn(schema, {})])
}

async function personIn(schema: string, { name = '李静', posts = ['规划处经办'], until }: PersonWish): Promise<Id<'person'>> {
  const { rows } = await own.database.query<{ id: Id<'person'> }>(`insert into ${schema}.person (name) values ($1) returning id`, [name])
  const person = rows[0]?.id
  if (!person) throw new Error('no person was added')
  for (const title of posts) {
    await own.database.query(
      `with o as (insert into ${schema}.post (title, role, unit, area) select $2, 'planner', id, '320000' from ${schema}.org_unit returning id)
       insert into ${schema}.tenure (person, post, from_on, until_on) select $1, id, '2026-01-01', $3 from o`,
      [person, title, until ?? null],
    )
  }
  return person
}

type Answer = Awaited<ReturnType<FastifyInstance['inject']>>

function problemIn(answer: Answer): Problem {
  return answer.json<Problem>()
}

async function send(request: InjectOptions & { url: string }): Promise<Answer> {
  return await app.inject({ ...request, url: `/api/v1${request.url}` })
}

async function signIn(loginName: string, password = PASSWORD, userAgent = 'lightMyRequest'): Promise<Answer> {
  return await send({ method: 'POST', url: '/session', payload: { loginName, password }, headers: { 'user-agent': userAgent } })
}

/** A browser that is signed in: it sends its cookie and its token. */
async function signedInAs({ loginName }: Person, userAgent?: string) {
  const answer = await signIn(loginName, PASSWORD, userAgent)
  const session = answer.json<Session>()
  const [cookie = ''] = String(answer.headers['set-cookie']).split(';')
  const headers = { cookie, 'x-csrf-token': session.csrf }
  return {
    session,
    cookie,
    send: async (request: InjectOptions & { url: string }) => await send({ ...request, headers: { ...headers, ...request.headers } }),
  }
}

/** The registers a session looks into, as the reconciler makes them: only the columns it reads. */
async function directoryOf(database: Database, schema: 'j_demo' | 'j_other') {
  const system = `id uuid primary key default gen_random_uuid(), no bigint generated always as identity, state text not null default 'active'`
  await database.query(`
    create schema ${schema};
    create table ${schema}.area (${system}, code text, title text, until_on date);
    create table ${schema}.org_unit (${system}, title text, area text);
    create table ${schema}.person (${system}, name text);
    create table ${schema}.post (${system}, title text, role text, unit uuid, area text);
    create table ${schema}.tenure (${system}, person uuid, post uuid, from_on date, until_on date);
    insert into ${schema}.area (code, title, until_on) values ('320000', '旧名', '2019-12-31'), ('320000', '示范省', null);
    insert into ${schema}.org_unit (title, area) values ('省科技厅', '320000')`)
  const title = schema === 'j_demo' ? '示范省' : '另一省'
  const kept = { code: schema.slice(2), title, schema, demonstration: true, timeZone: 'Asia/Shanghai' }
  await keepJurisdiction(database, kept, clock.now())
}
