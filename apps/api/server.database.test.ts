import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Problem } from '#contract/problem.ts'
import { systemClock } from '#platform/clock/clock.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { openFileStore } from '#platform/files/file-store.ts'
import { openSecrets } from '#platform/secrets/secrets.ts'
import { readSettings } from '#platform/settings/settings.ts'
import { type TestDatabase, testDatabase } from '#tests/support/test-database.ts'
import { type ApiParts, buildServer } from './server.ts'
import { typed } from './typed.ts'

const TOKEN_COOKIE = { cookie: `lantu_session=${'a'.repeat(43)}` }
const PAGE = { accept: 'text/html,application/xhtml+xml' }

let own: TestDatabase
let home: string
let app: FastifyInstance
let migrated = true

beforeAll(async () => {
  own = await testDatabase()
  await migrate(own.database, { folder: join(import.meta.dirname, '../../db/migrations/shared'), schema: 'lantu' })
  home = mkdtempSync(join(tmpdir(), 'lantu-server-'))
  app = await serverOn(own.database, {
    webFolder: builtWebApp(join(home, 'web')),
    isReady: () => migrated,
    limits: { requestsPerMinute: 30 },
  })
})

afterAll(async () => {
  await app?.close()
  await own?.drop()
  rmSync(home, { recursive: true, force: true })
})

describe('a request that cannot be answered', () => {
  test('because of a fault of ours gets one neutral sentence and its number, and no detail', async () => {
    const answer = await app.inject({ url: '/api/v1/broken', headers: { 'x-request-id': 'trace-0042' } })

    expect(answer.statusCode).toBe(500)
    expect(answer.json<Problem>()).toMatchObject({ code: 'service.fault', requestId: 'trace-0042' })
    expect(answer.body).not.toContain('secret detail')
  })

  test.each([
    { what: 'cut off', type: 'application/json', payload: '{"title": ', status: 400, code: 'request.unreadable' },
    { what: 'not JSON', type: 'text/xml', payload: '<a/>', status: 415, code: 'request.media-type' },
    { what: 'over 2 MB', type: 'application/json', payload: `"${'x'.repeat(2_100_000)}"`, status: 413, code: 'request.too-large' },
    { what: 'not as described', type: 'application/json', payload: '{"title": 7}', status: 422, code: 'request.invalid' },
  ])('because its body is $what is told $status', async ({ type, payload, status, code }) => {
    const answer = await app.inject({ method: 'POST', url: '/api/v1/titles', headers: { 'content-type': type }, payload })

    expect(answer.json<Problem>()).toMatchObject({ status, code })
    expect(answer.statusCode).toBe(status)
  })

  test('because there is nothing at its address is told 404', async () => {
    for (const url of ['/api/v1/nowhere', '/api/nowhere', '/assets/gone.js', '/%zz']) {
      const answer = await app.inject({ url, headers: url.startsWith('/api') ? PAGE : {} })

      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect([400, 404]).toContain(answer.statusCode)
    }
  })

  test('because there were too many is told when to come back', async () => {
    const answers = []
    for (let at = 0; at < 31; at++) answers.push(await app.inject({ url: '/api/v1/open', remoteAddress: '10.1.2.3' }))
    const last = answers.at(-1)

    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(30)
    expect(last?.statusCode).toBe(429)
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0)
    expect(last?.json<Problem>().code).toBe('request.too-many')
  })
})

describe('the web app', () => {
  test('is served with names that never change kept for ever, and its page asked for again', async () => {
    const script = await app.inject('/assets/app-4f2a.js')
    const page = await app.inject({ url: '/', headers: PAGE })

    expect(script.headers['cache-control']).toContain('immutable')
    expect(page.headers['cache-control']).toBe('no-cache')
    expect(page.body).toContain('<title>Lantu')
  })

  test('answers each of its own addresses with its page', async () => {
    const deep = await app.inject({ url: '/plans/2026/targets?city=3205', headers: PAGE })

    expect(deep.statusCode).toBe(200)
    expect(deep.body).toContain('<title>Lantu')
    expect(deep.headers['cache-control']).toBe('no-cache')
  })

  test('loads nothing from other hosts, over plain http on an intranet too', async () => {
    const { headers } = await app.inject({ url: '/', headers: PAGE })
    const policy = String(headers['content-security-policy'])

    expect(policy).toContain("default-src 'self'")
    expect(policy).not.toMatch(/https?:|upgrade-insecure-requests|unsafe-eval/)
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  test('behind a proxy with https marks the connection as such', async () => {
    const { headers } = await app.inject({ url: '/', headers: { ...PAGE, 'x-forwarded-proto': 'https' } })

    expect(headers['strict-transport-security']).toContain('max-age')
  })
})

describe('the description of the API', () => {
  test('is OpenAPI 3.1 with the fixed routes and what the registers add', async () => {
    const document = (await app.inject('/api/openapi.json')).json()

    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/api/v1/session', '/api/v1/password', '/api/v1/added']))
    expect(document.paths['/api/v1/session'].post.requestBody.content['application/json'].schema.required).toEqual([
      'loginName',
      'password',
    ])
  })

  test('has a readable page whose parts come from this host', async () => {
    const page = await app.inject({ url: '/api/docs', headers: PAGE })
    const sources = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source ?? '')

    const set = (await app.inject('/api/docs/static/swagger-initializer.js')).body

    expect(sources.length).toBeGreaterThan(3)
    expect(set).toContain('/api/openapi.json')
    for (const url of sources) expect((await app.inject(url)).statusCode).toBe(200)
  })
})

test('a server that is closed answers what it has begun and takes no more', async () => {
  const server = await serverOn(own.database)
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  const begun = fetch(`${address}/api/v1/slow`)
  await once(server.server, 'request')

  await server.close()

  expect(await (await begun).json()).toEqual({ ok: true })
  await expect(fetch(`${address}/api/v1/open`)).rejects.toThrow()
})

describe('a database that is away', () => {
  test.each(['refuse', 'freeze'] as const)('and does %s is told within two seconds, and the server recovers by itself', async (how) => {
    const proxy = await databaseProxy(own.connectionString)
    const database = openDatabase({ connectionString: proxy.connectionString, max: 3 })
    const server = await serverOn(database)
    const warm = await Promise.all([server.inject('/healthz'), server.inject('/healthz'), server.inject('/healthz')])
    expect(warm[0]?.json()).toEqual({ status: 'ready' })

    await proxy[how]()
    const start = performance.now()
    const answers = await Promise.all([
      server.inject('/healthz'),
      server.inject({ url: '/api/v1/open', headers: TOKEN_COOKIE }),
      server.inject({ method: 'POST', url: '/api/v1/session', payload: { loginName: 'a', password: 'b' } }),
    ])
    const millis = performance.now() - start
    await proxy.restore()

    // 1.8 s here; left to the statement's own time-out it would be 35 s.
    expect(millis).toBeLessThan(5_000)
    for (const answer of answers)
      expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': expect.stringMatching(/^\d+$/) } })
    expect((await server.inject('/healthz')).statusCode).toBe(200)
    await server.close()
    await proxy.close()
    await database.close()
  })

  test('or not yet migrated keeps the server from being called ready', async () => {
    migrated = false
    const answer = await app.inject('/healthz')
    migrated = true

    expect(answer.statusCode).toBe(503)
    expect((await app.inject('/healthz')).statusCode).toBe(200)
  })
})

async function serverOn(database: Database, more: Partial<ApiParts> = {}): Promise<FastifyInstance> {
  return await buildServer({
    database,
    clock: systemClock,
    settings: readSettings({ LANTU_LOG: 'silent' }),
    files: await openFileStore(join(home, 'files')),
    secrets: await openSecrets(join(home, 'keys')),
    routes: [someRoutes],
    extendOpenApi: (document) => ({ ...document, paths: { ...Object(document.paths), '/api/v1/added': {} } }),
    ...more,
  })
}

function someRoutes(app: FastifyInstance) {
  const open = { config: { open: true } }
  app.get('/open', open, async () => ({ ok: true }))
  app.get('/slow', open, async () => await setTimeout(100, { ok: true }))
  app.get('/broken', open, async () => {
    throw new Error('secret detail')
  })
  typed(app).post('/titles', { ...open, schema: { body: z.object({ title: z.string() }) } }, async ({ body }) => body)
}

function builtWebApp(folder: string): string {
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Lantu</title>')
  writeFileSync(join(folder, 'assets/app-4f2a.js'), 'export {}')
  return folder
}

/** Stands before the database and can go away as a stopped server does (refuse) or as a dead network does (freeze). */
async function databaseProxy(connectionString: string) {
  const target = new URL(connectionString)
  const sockets = new Set<net.Socket>()
  let frozen = false
  const server = net.createServer((client) => {
    const upstream = net.connect(connectTo(target))
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from)
      from.on('error', () => {})
      from.on('close', () => to.destroy())
      from.on('data', (data) => frozen || to.write(data))
    }
  })
  const port = await listen(server, 0)
  const cut = () => sockets.forEach((socket) => socket.destroy())
  return {
    connectionString: throughProxy(target, port),
    async refuse() {
      server.close()
      cut()
    },
    async freeze() {
      frozen = true
    },
    async restore() {
      frozen = false
      cut()
      if (!server.listening) await listen(server, port)
    },
    async close() {
      cut()
      server.close()
    },
  }
}

function throughProxy({ searchParams, username, password, pathname }: URL, port: number): string {
  return `postgresql://${searchParams.get('user') ?? username}:${password}@127.0.0.1:${port}${pathname}`
}

/** The embedded server is reached by a socket in a folder, a given one by host and port. */
function connectTo(target: URL): net.NetConnectOpts {
  const port = Number(target.port || 5432)
  const folder = target.searchParams.get('host')
  return folder?.startsWith('/') ? { path: join(folder, `.s.PGSQL.${port}`) } : { host: target.hostname, port }
}

async function listen(server: net.Server, port: number): Promise<number> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
