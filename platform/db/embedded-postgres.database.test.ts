import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openEmbeddedPostgres } from './embedded-postgres.ts'
import { isAlive } from './folder-lock.ts'

let base: string

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'lantu-embedded-'))
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

test('rows that were acknowledged survive kill -9 of the server', async () => {
  const folder = join(base, 'postgres')
  const first = await openEmbeddedPostgres(folder)
  await ask(first.connectionString, 'create table kept (n int)')
  const acknowledged = await writeUntilKilled(first.connectionString, () => process.kill(postmaster(folder), 'SIGKILL'))
  await first.leave()

  const second = await openEmbeddedPostgres(folder)
  const [row] = await ask<{ highest: number }>(second.connectionString, 'select max(n) as highest from kept')
  await second.leave()

  expect(acknowledged).toBeGreaterThan(0)
  expect(row?.highest).toBeGreaterThanOrEqual(acknowledged)
  expect(existsSync(join(folder, 'postmaster.pid'))).toBe(false)
})

test('two processes that start at once share one server, and the last one out stops it', async () => {
  const folder = join(base, 'postgres')
  const [one, two] = [startProcess(folder), startProcess(folder)]
  const ways = [await one.opened, await two.opened].sort()
  const server = postmaster(folder)

  await one.leave()
  const aliveWithOneLeft = isAlive(server)
  await two.leave()

  expect(ways).toEqual(['joined', 'started'])
  expect(aliveWithOneLeft).toBe(true)
  expect(existsSync(join(folder, 'postmaster.pid'))).toBe(false)
})

test('a server whose process was killed is joined by the next start', async () => {
  const folder = join(base, 'postgres')
  const killed = startProcess(folder)
  await killed.opened
  killed.kill()

  const next = await openEmbeddedPostgres(folder)
  await next.leave()

  expect(next.how).toBe('joined')
  expect(existsSync(join(folder, 'postmaster.pid'))).toBe(false)
})

test('an initdb that died is done again, and its lock and draft do not stand in the way', async () => {
  const folder = join(base, 'postgres')
  mkdirSync(join(folder, 'base'), { recursive: true })
  writeFileSync(join(folder, 'PG_VERSION'), '18\n')
  mkdirSync(`${folder}.new-1`)
  writeFileSync(`${folder}.lock`, '999999999')

  const server = await openEmbeddedPostgres(folder, { purpose: 'tests' })
  await server.leave()

  expect(server.how).toBe('started')
  expect(existsSync(`${folder}.new-1`)).toBe(false)
})

test('a folder with somebody else’s files is never overwritten', async () => {
  const folder = join(base, 'postgres')
  mkdirSync(folder)
  writeFileSync(join(folder, 'thesis.docx'), 'ten years of work')

  await expect(openEmbeddedPostgres(folder, { purpose: 'tests' })).rejects.toThrow('thesis.docx')
  expect(readFileSync(join(folder, 'thesis.docx'), 'utf8')).toBe('ten years of work')
})

test('a stale postmaster.pid that names another live program does not keep the server from starting', async () => {
  const folder = join(base, 'postgres')
  await (await openEmbeddedPostgres(folder, { purpose: 'tests' })).leave()
  writeFileSync(join(folder, 'postmaster.pid'), `${process.pid}\n${folder}\n`)

  const server = await openEmbeddedPostgres(folder, { purpose: 'tests' })
  await server.leave()

  expect(server.how).toBe('started')
})

test('a path longer than a socket may have works', async () => {
  const folder = join(base, '一个很长的目录名'.repeat(4), 'postgres')
  const server = await openEmbeddedPostgres(folder, { purpose: 'tests' })
  const rows = await ask(server.connectionString, 'select 1 as one')
  await server.leave()

  expect(Buffer.byteLength(folder)).toBeGreaterThan(107)
  expect(rows).toEqual([{ one: 1 }])
})

test('leaving after the server died, and leaving twice, both end well', async () => {
  const folder = join(base, 'postgres')
  const server = await openEmbeddedPostgres(folder, { purpose: 'tests' })
  process.kill(postmaster(folder), 'SIGKILL')

  await server.leave()
  await server.leave()

  expect(existsSync(`${folder}.lock`)).toBe(false)
})

async function ask<Row extends pg.QueryResultRow>(connectionString: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const { rows } = await client.query<Row>(text)
  await client.end()
  return rows
}

async function writeUntilKilled(connectionString: string, kill: () => void): Promise<number> {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {})
  await client.connect()
  setTimeout(kill, 300)
  for (let n = 1; ; n += 1) {
    const written = await client.query('insert into kept values ($1)', [n]).then(
      () => true,
      () => false,
    )
    if (!written) return n - 1
  }
}

/** Another process of ours over the same folder: it says how it got the server, and leaves when its input ends. */
function startProcess(folder: string) {
  const program = `
    const { openEmbeddedPostgres } = await import(${JSON.stringify(new URL('./embedded-postgres.ts', import.meta.url).href)})
    const server = await openEmbeddedPostgres(${JSON.stringify(folder)}, { purpose: 'tests' })
    console.log(server.how)
    process.stdin.resume().on('end', () => server.leave())`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  return {
    opened: new Promise<string>((resolve) => child.stdout.once('data', (data: Buffer) => resolve(String(data).trim()))),
    kill: () => child.kill('SIGKILL'),
    async leave() {
      child.stdin.end()
      await ended
      await pause(10)
    },
  }
}

function postmaster(folder: string) {
  return Number.parseInt(readFileSync(join(folder, 'postmaster.pid'), 'utf8'), 10)
}
