import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#tests/support/test-database.ts'
import { DatabaseUnavailable, openDatabase } from './database.ts'

let own: TestDatabase

beforeAll(async () => {
  own = await testDatabase()
  await own.database.query('create table note (n int primary key, at timestamptz)')
})
afterAll(() => own.drop())

test('values arrive as exact text, ISO instants and safe numbers', async () => {
  const { rows } = await own.database.query(`select
    date '2026-09-30' as day, 12345678901234567.89::numeric as money, 9007199254740991::bigint as large,
    timestamptz '2026-09-30 16:00:00.1234+08' as at, timestamptz '1901-01-01 00:00:00+00' as old,
    array[date '2026-01-01', null] as days, array[1.10::numeric] as amounts, array[1::bigint, 2] as counts,
    array[timestamptz '2026-01-01 00:00:00Z'] as instants, '{"a":1}'::jsonb as data`)

  expect(rows[0]).toEqual({
    day: '2026-09-30',
    money: '12345678901234567.89',
    large: 9007199254740991,
    at: '2026-09-30T08:00:00.123Z',
    old: '1901-01-01T00:00:00.000Z',
    days: ['2026-01-01', null],
    amounts: ['1.10'],
    counts: [1, 2],
    instants: ['2026-01-01T00:00:00.000Z'],
    data: { a: 1 },
  })
})

test('a bigint that does not fit a number is refused, not rounded, and the connection stays usable', async () => {
  await expect(own.database.query('select 9007199254740993::bigint as n')).rejects.toThrow('9007199254740993')
  expect((await own.database.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})

test('reading instants changes nothing for other users of pg in the process', async () => {
  const client = new pg.Client({ connectionString: own.connectionString })
  await client.connect()
  const { rows } = await client.query<{ at: unknown }>('select now() as at')
  await client.end()

  expect(rows[0]?.at).toBeInstanceOf(Date)
})

test('a statement that runs too long is stopped', async () => {
  const hasty = openDatabase({ connectionString: own.connectionString, statementTimeoutMillis: 100 })
  await expect(hasty.query('select pg_sleep(5)')).rejects.toMatchObject({ code: '57014' })
  await hasty.close()
})

describe.each([{ pipeline: false }, { pipeline: true }])('a transaction with pipeline $pipeline', (options) => {
  const open = () => openDatabase({ connectionString: own.connectionString, max: 2, ...options })

  test('is kept when the work returns and undone when it throws', async () => {
    const database = open()
    await database.query('delete from note')
    await database.transaction((client) => client.query('insert into note (n) values (1)'))
    const failing = database.transaction(async (client) => {
      await client.query('insert into note (n) values (2)')
      throw new Error('second thoughts')
    })

    await expect(failing).rejects.toThrow('second thoughts')
    expect((await database.query('select n from note')).rows).toEqual([{ n: 1 }])
    await database.close()
  })

  test('whose failed statement was swallowed does not pass for committed', async () => {
    const database = open()
    const swallowing = database.transaction(async (client) => {
      await client.query('select 1/0').catch(() => {})
    })

    await expect(swallowing).rejects.toThrow('swallowed')
    await database.close()
  })

  test('may be read only', async () => {
    const database = open()
    const writing = database.transaction((client) => client.query('delete from note'), {
      access: 'read only',
      isolation: 'repeatable read',
    })

    await expect(writing).rejects.toMatchObject({ code: '25006' })
    await database.close()
  })
})

test('pipelined statements are answered in order and each keeps its own error', async () => {
  const database = openDatabase({ connectionString: own.connectionString, max: 1, pipeline: true })
  const client = await database.pool.connect()
  const asked = ['select 1 as n', 'select 1/0', 'select 2 as n'].map((text) => client.query({ text, name: text }))
  const answers = await Promise.allSettled(asked)
  client.release()
  await database.close()

  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.rows[0]?.n : undefined))).toEqual([1, undefined, 2])
})

test('COPY streams run on a plain connection', async () => {
  await own.database.query('delete from note')
  await own.database.transaction(async (client) => {
    const stream = client.query(copyFrom('copy note (n) from stdin'))
    const done = new Promise((resolve, reject) => stream.on('finish', resolve).on('error', reject))
    stream.end('1\n2\n3\n')
    await done
  })

  expect((await own.database.query('select count(*) from note')).rows).toEqual([{ count: 3 }])
})

describe('a database that is gone', () => {
  const expectUnavailable = async (work: () => Promise<unknown>) => {
    const started = performance.now()
    const fault = await work().catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(DatabaseUnavailable)
    expect(performance.now() - started).toBeLessThan(2000)
    expect((fault as DatabaseUnavailable).retryAfterSeconds).toBeGreaterThan(0)
  }

  test('is said to be unavailable when nothing listens, on a socket or on a port', async () => {
    const socket = openDatabase({
      connectionString: `postgresql:///x?host=${encodeURIComponent(join(tmpdir(), 'no-such-folder'))}&user=lantu`,
    })
    const port = openDatabase({ connectionString: 'postgresql://lantu@127.0.0.1:1/x' })

    await expectUnavailable(() => socket.query('select 1'))
    await expectUnavailable(() => port.transaction((client) => client.query('select 1')))
  })

  test('is said to be unavailable when the connection is cut in a transaction, and is used again afterwards', async () => {
    const database = openDatabase({ connectionString: own.connectionString, max: 1 })
    const cut = () =>
      database.transaction(async (client) => {
        const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
        await own.database.query('select pg_terminate_backend($1)', [rows[0]?.pid])
        await client.query('select 1')
      })

    await expectUnavailable(cut)
    expect((await database.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await database.close()
  })

  test('is said to be unavailable when no connection comes free in time', async () => {
    const database = openDatabase({ connectionString: own.connectionString, max: 1 })
    const held = await database.pool.connect()

    await expectUnavailable(() => database.query('select 1'))
    held.release()
    await database.close()
  })
})

test('a fault of the statement is passed on as it is', async () => {
  await expect(own.database.query('select nothing_such')).rejects.toMatchObject({ code: '42703' })
  expect(inject('testTemplate')).toMatch(/^lantu_template_/)
})
