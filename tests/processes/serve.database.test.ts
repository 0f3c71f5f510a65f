import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, inject, test } from 'vitest'
import { openDatabase } from '#platform/db/database.ts'
import { quoteIdentifier, withDatabaseName } from '#platform/db/identifier.ts'
import { postmaster, type ServerProcess, startServer, untilGone } from './server-process.ts'

const homes: string[] = []
const newHome = () => {
  homes.push(mkdtempSync(join(tmpdir(), 'lantu-serve-')))
  return homes.at(-1)!
}

afterAll(() => {
  for (const home of homes) rmSync(home, { recursive: true, force: true })
})

const SLOW = { timeout: 180_000 }
/** What is tested here does not depend on how much there is. */
const SMALL = { LANTU_DEMONSTRATION: 'small' }

test(
  'a first start prints the address and the demonstration accounts, Ctrl-C leaves nothing running, a second start keeps everything',
  SLOW,
  async () => {
    const home = newHome()
    const first = await startServer(home, SMALL)
    const database = postmaster(home)
    expect(first.output()).toContain('planner')

    expect(await first.interrupt()).toBe(0)
    expect(await untilGone(database)).toBe(true)

    const second = await startServer(home)
    const page = (await (await (await second.signIn('planner')).call('GET', '/registers/technology/entries?count=1')).json()) as {
      total: { exactly: number }
    }
    expect(page.total.exactly).toBeGreaterThan(20)
    await second.interrupt()
  },
)

test('kill -9 of the program and its database loses nothing that was acknowledged', SLOW, async () => {
  const home = newHome()
  const before = await startServer(home, SMALL)
  const saved = await savedTitles(before)

  await before.cutPower()
  const after = await startServer(home)

  const clerk = await after.signIn('suzhou')
  for (const { id, title } of saved) {
    const kept = (await (await clerk.call('GET', `/registers/technology/entries/${id}`)).json()) as { entry: { title: string } }
    expect(kept.entry.title).toBe(title)
  }
  await after.interrupt()
})

test('while the database is away a save is answered 503 with Retry-After, and succeeds when it is back', SLOW, async () => {
  const server = await startServer(newHome(), SMALL)
  const clerk = await server.signIn('suzhou')
  const save = () =>
    clerk.call(
      'POST',
      '/registers/technology/entries',
      { values: { title: '断库期间保存', area: '320583' } },
      { 'idempotency-key': 'away-1' },
    )

  server.killDatabase()
  const away = await save()
  expect(away.status).toBe(503)
  expect(away.headers.get('content-type')).toContain('application/problem+json')
  expect(Number(away.headers.get('retry-after'))).toBeGreaterThan(0)

  const back = await untilNot(503, save)
  expect(back.status).toBe(201)
  await server.interrupt()
})

test('DATABASE_URL is used instead of the embedded database', SLOW, async () => {
  const name = `serve_${process.pid}`
  const admin = openDatabase({ connectionString: inject('testServer'), max: 1 })
  await admin.query(`create database ${quoteIdentifier(name)}`)
  const server = await startServer(newHome(), { ...SMALL, DATABASE_URL: withDatabaseName(inject('testServer'), name) })

  const there = openDatabase({ connectionString: withDatabaseName(inject('testServer'), name), max: 1 })
  const { rows } = await there.query<{ code: string }>('select code from lantu.jurisdiction')
  expect(rows).toEqual([{ code: 'demo' }])

  await server.interrupt()
  await there.close()
  await admin.query(`drop database ${quoteIdentifier(name)} with (force)`)
  await admin.close()
})

async function savedTitles(server: ServerProcess) {
  const clerk = await server.signIn('suzhou')
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_each, at) =>
      clerk.call('POST', '/registers/technology/entries', { values: { title: `断电前保存${at}`, area: '320583' } }),
    ),
  )
  const bodies = (await Promise.all(answers.filter(({ status }) => status === 201).map((answer) => answer.json()))) as {
    entry: { id: string; title: string }
  }[]
  expect(bodies).toHaveLength(20)
  return bodies.map(({ entry: { id, title } }) => ({ id, title }))
}

async function untilNot(status: number, call: () => Promise<Response>): Promise<Response> {
  for (let look = 0; look < 100; look++) {
    const answer = await call()
    if (answer.status !== status) return answer
    await pause(200)
  }
  throw new Error(`still ${status}`)
}
