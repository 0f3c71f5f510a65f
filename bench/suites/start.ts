import { type ChildProcess, spawn } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openEmbeddedPostgres } from '#platform/db/embedded-postgres.ts'
import { type Bench, duration, median, type Suite } from '../result.ts'

const ROOT = join(import.meta.dirname, '../..')
const ROUNDS = 3
/** How long a start may take at most before it counts as failed. */
const PATIENCE_MS = 600_000
const SAMPLE_LIMIT_MS = 60_000

const homes = new WeakMap<Bench, Promise<{ readonly home: string; readonly millis: number }>>()

/** The first start on an empty folder: a database, the sample pack and three years of demonstration data made by commands. */
export const sample: Suite = {
  name: 'sample',
  async *run(bench) {
    const { millis } = await firstStart(bench)
    yield duration({ name: 'first start, with the sample and its demonstration data', unit: 'ms', value: millis }, SAMPLE_LIMIT_MS)
  },
}

/** `lantu serve` on a data folder that is there already, from the command to the first 200 of /healthz. */
export const start: Suite = {
  name: 'start',
  async *run(bench) {
    const other = await openEmbeddedPostgres(join(bench.folder, 'postgres-for-floor'))
    bench.atEnd(() => other.leave())
    const { home } = await firstStart(bench)
    const [own, floor]: [number[], number[]] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      floor.push(await bareServer(bench, other.connectionString))
      own.push(await lantuServe(bench, home))
    }
    yield duration({ name: 'start, second, embedded database', unit: 'ms', value: median(own), floor: median(floor) }, 5_000)
  },
}

/** Once a run, whichever suite asks first. */
function firstStart(bench: Bench) {
  const made = homes.get(bench) ?? startedFirst(bench, join(bench.folder, 'start-home'))
  homes.set(bench, made)
  return made
}

async function startedFirst(bench: Bench, home: string) {
  return { home, millis: await lantuServe(bench, home) }
}

async function lantuServe(bench: Bench, home: string): Promise<number> {
  const port = await freePort()
  const environment = {
    ...process.env,
    LANTU_HOME: home,
    LANTU_HOST: '127.0.0.1',
    PORT: String(port),
    NODE_COMPILE_CACHE: join(home, 'compile-cache'),
  }
  const { DATABASE_URL: _other, ...env } = environment as NodeJS.ProcessEnv
  return await timeToReady(bench, { args: [join(ROOT, 'tools/with-node-24.mjs'), 'apps/cli/main.ts', 'serve'], env, port })
}

/** A bare program that opens pg and listens; its database runs already. */
async function bareServer(bench: Bench, databaseUrl: string): Promise<number> {
  const port = await freePort()
  return await timeToReady(bench, {
    args: [join(import.meta.dirname, '../servers/bare.mjs'), databaseUrl, String(port)],
    env: process.env,
    port,
  })
}

interface Program {
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly port: number
}

async function timeToReady(bench: Bench, { args, env, port }: Program): Promise<number> {
  const started = performance.now()
  const child = spawn(process.execPath, [...args], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const end = async () => {
    child.kill('SIGTERM')
    await ended
  }
  bench.atEnd(end)
  await untilReady(child, port)
  const millis = performance.now() - started
  await end()
  return millis
}

async function untilReady(child: ChildProcess, port: number): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  while (child.exitCode === null && performance.now() < deadline) {
    const ready = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) return
    await pause(10)
  }
  throw new Error(
    child.exitCode === null ? 'the server was not ready in time' : `the server ended with ${child.exitCode} before it was ready`,
  )
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise<void>((resolve) => server.once('listening', () => resolve()))
  const { port } = server.address() as AddressInfo
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return port
}
