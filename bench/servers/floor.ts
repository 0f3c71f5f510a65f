import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { databaseTypes } from '#platform/db/database-types.ts'
import { givenSettings, serveUntilReleased } from './child.ts'
import { ENTRY, EVENT, type Statement, VERSION } from './placeholders.ts'

/** What the floor answers: read questions by name and number, and two writes. */
export interface FloorSettings {
  readonly databaseUrl: string
  readonly questions: Readonly<Record<string, readonly Statement[]>>
  readonly create: readonly Statement[]
  readonly edit: readonly Statement[]
}

/** node:http and pg with named statements, and nothing else: no sign-in, rights, validation or history. */
const settings = givenSettings<FloorSettings>()
const pool = new pg.Pool({ connectionString: settings.databaseUrl, max: 10, types: databaseTypes })

const server = createServer((request, response) => {
  if (request.url!.startsWith('/stream/')) {
    pipeline(Readable.from(bareRows(settings.questions['stream']![0]!)), response).catch(() => response.destroy())
    return
  }
  answer(request).then(
    (found) => {
      const body = JSON.stringify(found)
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body)
    },
    (error: unknown) => response.writeHead(500, { 'content-length': Buffer.byteLength(String(error)) }).end(String(error)),
  )
})

/** Every row of a statement as a line of JSON, a thousand at a time. */
async function* bareRows({ text, values }: Statement): AsyncGenerator<string> {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query({ text: `declare bare no scroll cursor for ${text}`, values: [...values] })
    for (;;) {
      const { rows } = await client.query('fetch 1000 from bare')
      if (rows.length === 0) break
      yield rows.map((row) => `${JSON.stringify(row)}\n`).join('')
    }
    await client.query('commit')
  } finally {
    client.release()
  }
}

async function answer(request: IncomingMessage): Promise<unknown> {
  const [, verb = '', first = '', second = ''] = request.url!.split('/')
  if (verb === 'entry') return (await pool.query(named('get', settings.questions['get']![0]!, [first]))).rows[0]
  if (verb === 'create') return await write('create', settings.create, { entry: randomUUID(), version: 1, body: await bodyOf(request) })
  if (verb === 'edit') return await write('edit', settings.edit, { entry: first, version: Number(second), body: await bodyOf(request) })
  const statement = settings.questions[verb]![Number(first)]!
  return (await pool.query(named(verb, statement, statement.values))).rows
}

function named(name: string, { text }: Statement, values: readonly unknown[]) {
  return { name, text, values: [...values] }
}

interface Written {
  readonly entry: string
  readonly version: number
  readonly body: unknown
}

async function write(name: string, statements: readonly Statement[], { entry, version, body }: Written): Promise<object> {
  const event = randomUUID()
  const own = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(own)
    if (value === VERSION) return version
    return typeof value === 'string'
      ? value.replaceAll(ENTRY, entry).replaceAll(EVENT, event).replaceAll(String(VERSION), String(version))
      : value
  }
  const client = await pool.connect()
  try {
    await client.query('begin')
    for (const [at, statement] of statements.entries()) await client.query(named(`${name}_${at}`, statement, statement.values.map(own)))
    await client.query('commit')
    return { entry: { id: entry, version, ...(body as object) } }
  } finally {
    client.release()
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString())
}

server.listen(0, '127.0.0.1', () => {
  void serveUntilReleased((server.address() as AddressInfo).port, async () => {
    server.closeAllConnections()
    server.close()
    await pool.end()
  })
})
