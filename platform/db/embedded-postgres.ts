import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, lstatSync, mkdirSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { isAlive, withFolderLock } from './folder-lock.ts'
import {
  attempt,
  createFolder,
  dropForeignPid,
  isComplete,
  lastLines,
  type PostgresFolder,
  type Purpose,
  postmasterPid,
  postmasterRuns,
  startLog,
} from './postgres-folder.ts'
import { commandLine, handOver, type Identity, identityFor } from './postgres-identity.ts'
import { type PostgresProgram, postgresProgram } from './postgres-program.ts'

/** A PostgreSQL of our own, shared by every process of ours that opened the same folder. */
export interface EmbeddedPostgres {
  readonly connectionString: string
  readonly how: 'started' | 'joined'
  /** Settles when the server has gone although nobody here left it: it crashed or was killed. */
  readonly lost: Promise<void>
  /** Stops the server unless another process of ours still uses it. */
  leave(): Promise<void>
}

/** Absent: `data`, served by the PostgreSQL that npm installed. */
export interface EmbeddedOptions {
  readonly purpose?: Purpose
  /** Absent: the one npm installed. */
  readonly program?: PostgresProgram
}

const BACK_OFF_MS = [0, 100, 200, 400, 800, 1600, 3200, 6400]
const RECOVERY_MAY_TAKE_MS = 150_000
const SHUTDOWN_MAY_TAKE_MS = 60_000

/** Starts PostgreSQL over `folder`, or joins the one that already runs there (left by a killed process, or in use by `lantu import`). */
export async function openEmbeddedPostgres(folder: string, options: EmbeddedOptions = {}): Promise<EmbeddedPostgres> {
  const path = resolve(folder)
  mkdirSync(dirname(path), { recursive: true })
  return await withFolderLock(lockOf(path), async () => {
    const running = await presence(path)
    if (running) return opened(path, 'joined', running)

    const program = options.program ?? postgresProgram()
    const server = { folder: path, program, as: identityFor(path, program.folder), purpose: options.purpose ?? 'data' }
    if (!isComplete(path)) await createFolder(server)
    return await start(server)
  })
}

async function start(server: PostgresFolder): Promise<EmbeddedPostgres> {
  for (const wait of BACK_OFF_MS) {
    await pause(wait)
    const joined = await joinRunning(server.folder)
    if (joined) return opened(server.folder, 'joined', joined)
    dropForeignPid(server.folder)
    const own = await started(server)
    if (own) return opened(server.folder, 'started', own)
  }
  const log = startLog(server.folder)
  throw new Error(`PostgreSQL 无法启动，详见 ${log}。/ PostgreSQL does not start; see ${log}:\n${lastLines(log)}`)
}

/** A server left by a killed process may still be replaying its log: wait for it instead of starting a second one. */
async function joinRunning(folder: string) {
  const deadline = performance.now() + RECOVERY_MAY_TAKE_MS
  for (;;) {
    const client = await presence(folder)
    if (client || !postmasterRuns(folder) || performance.now() > deadline) return client
    await pause(100)
  }
}

/** Detached: Ctrl-C in the terminal must reach us, not the database under us. */
async function started(server: PostgresFolder): Promise<pg.Client | undefined> {
  const sockets = socketFolder(server.folder, server.as)
  const settings = [...SETTINGS, ...(server.purpose === 'tests' ? CARELESS : [])].flatMap((setting) => ['-c', setting])
  const command = commandLine(server.as, join(server.program.folder, 'bin', 'postgres'), ['-D', server.folder, '-k', sockets, ...settings])
  const log = openSync(startLog(server.folder), 'w') // refusals come before the server's own log exists
  const child = spawn(command.program, command.args, { ...command.options, detached: true, stdio: ['ignore', 'ignore', log] })
  closeSync(log)
  child.unref()
  let ended = false
  child.on('error', () => (ended = true))
  child.on('exit', () => (ended = true))
  while (!ended) {
    const client = await presence(server.folder)
    if (client) return client
    await pause(20)
  }
  return undefined
}

/** For a laptop: a list of 1,000,000 entries stays in memory; JIT costs more than it gives on short statements. */
const SETTINGS = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'max_connections=120',
  'shared_buffers=128MB',
  'effective_cache_size=1GB',
  'work_mem=16MB',
  'maintenance_work_mem=128MB',
  'random_page_cost=1.1',
  'jit=off',
  // Only pglz is built in: a fifth of PostgreSQL's processor time in an import (5.0 s against 6.4 for 20,000 rows) for 50 MB less of log.
  'wal_compression=off',
  // A batch that is published writes up to 6 MB of log after a checkpoint: more than the 4 MB that PostgreSQL would keep in memory.
  'wal_buffers=16MB',
  'max_wal_size=2GB',
  'timezone=UTC',
  'log_timezone=UTC',
  'logging_collector=on',
  'log_directory=log',
  'log_filename=server-%a.log',
  'log_truncate_on_rotation=on',
  'log_rotation_age=1d',
]

const CARELESS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum_naptime=10min']

function connectionString(folder: string) {
  return `postgresql:///postgres?host=${encodeURIComponent(socketPath(folder))}&user=lantu`
}

/** A socket's whole path may have 107 bytes (103 on macOS), and "/.s.PGSQL.5432" is part of it. */
const LONGEST_SOCKET_FOLDER = 88

function socketPath(folder: string) {
  if (Buffer.byteLength(folder) <= LONGEST_SOCKET_FOLDER) return folder
  return join(tmpdir(), `lantu-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`)
}

function socketFolder(folder: string, as: Identity) {
  const path = socketPath(folder)
  if (path === folder) return path
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (!lstatSync(path).isDirectory()) throw new Error(`${path} 应为目录，请删除它。/ ${path} should be a folder; delete it.`)
  handOver(path, as)
  return path
}

/** One connection that every process keeps open for as long as it lives: how the others know of it. */
async function presence(folder: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: connectionString(folder), connectionTimeoutMillis: 2000, application_name: PRESENCE })
  client.on('error', () => {})
  return await client.connect().then(
    () => client,
    () => undefined,
  )
}

const PRESENCE = 'lantu presence'

function opened(folder: string, how: 'started' | 'joined', client: pg.Client): EmbeddedPostgres {
  let leaving: Promise<void> | undefined
  const lost = new Promise<void>((resolve) => {
    client.on('end', () => {
      if (!leaving) resolve()
    })
  })
  return {
    connectionString: connectionString(folder),
    how,
    lost,
    leave: () => (leaving ??= withFolderLock(lockOf(folder), () => leave(folder, client))),
  }
}

/** The last one out turns off the light; no process owns the server, so none can orphan it for good. */
async function leave(folder: string, client: pg.Client) {
  let others = await othersOf(client)
  // A process that was just killed is still on the books until its back end notices.
  for (let look = 0; others !== undefined && others > 0 && look < LOOKS; look++) {
    await pause(LOOK_AGAIN_MS)
    others = await othersOf(client)
  }
  await client.end().catch(() => {})
  if (others === 0) await stop(folder)
}

const LOOKS = 5
const LOOK_AGAIN_MS = 60

async function othersOf(client: pg.Client): Promise<number | undefined> {
  return await client.query<{ count: number }>(OTHERS, [PRESENCE]).then(
    ({ rows }) => rows[0]?.count ?? 0,
    () => undefined,
  )
}

const OTHERS = 'select count(*)::int as count from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()'

async function stop(folder: string) {
  const pid = postmasterPid(folder)
  if (pid === undefined) return
  attempt(() => process.kill(pid, 'SIGINT'))
  const deadline = performance.now() + SHUTDOWN_MAY_TAKE_MS
  while (existsSync(join(folder, 'postmaster.pid')) && isAlive(pid) && performance.now() < deadline) await pause(20)
  const sockets = socketPath(folder)
  if (sockets !== folder) rmSync(sockets, { recursive: true, force: true })
}

function lockOf(folder: string) {
  return `${folder}.lock`
}
