import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { commandLine, handOver, type Identity } from './postgres-identity.ts'
import type { PostgresProgram } from './postgres-program.ts'

/** `tests`: nothing is forced to disk, so a crash of the machine may lose the folder. */
export type Purpose = 'data' | 'tests'

/** A data folder, the program that serves it, and who that program runs as. */
export interface PostgresFolder {
  readonly folder: string
  readonly program: PostgresProgram
  readonly as: Identity
  readonly purpose: Purpose
}

/** PG_VERSION alone is not enough: initdb writes it first and the control file much later. */
export function isComplete(folder: string): boolean {
  return existsSync(join(folder, 'PG_VERSION')) && existsSync(join(folder, 'global', 'pg_control'))
}

/** Made beside its place and renamed into it, so an initdb that was killed leaves nothing that looks like a database. */
export async function createFolder(server: PostgresFolder): Promise<void> {
  removeRemains(server.folder)
  const draft = `${server.folder}.new-${process.pid}`
  mkdirSync(draft, { mode: 0o700 })
  handOver(draft, server.as)
  const sync = server.purpose === 'tests' ? ['--no-sync'] : []
  await run(server, 'initdb', ['-D', draft, ...INITDB, ...server.program.locale, ...sync])
  renameSync(draft, server.folder)
}

const INITDB = ['-U', 'lantu', '-A', 'trust', '--encoding=UTF8', '--no-instructions']

/** Deletes drafts and half-made folders, but never a file that initdb would not have made. */
function removeRemains(folder: string) {
  const parent = dirname(folder)
  const drafts = readdirSync(parent).filter((name) => name.startsWith(`${basename(folder)}.new-`))
  for (const draft of drafts) rmSync(join(parent, draft), { recursive: true, force: true })
  if (!existsSync(folder)) return

  const strange = readdirSync(folder).find((name) => !INITDB_MAKES.test(name))
  if (strange !== undefined) {
    throw new Error(
      `${folder} 不是 PostgreSQL 数据目录（其中有 ${strange}），不会被覆盖。请移走它，或用 LANTU_HOME 另选目录。/ ` +
        `${folder} is not a PostgreSQL data folder (it holds ${strange}) and is left as it is. Move it away, or choose another LANTU_HOME.`,
    )
  }
  rmSync(folder, { recursive: true })
}

/** Such as "PG_VERSION", "pg_wal", "postgresql.conf", "base". */
const INITDB_MAKES = /^(?:PG_VERSION|pg_.+|postgresql\..+|postmaster\..+|base|global)$/

async function run({ as, program: { folder: installed }, folder }: PostgresFolder, program: string, args: readonly string[]) {
  const command = commandLine(as, join(installed, 'bin', program), args)
  const log = openSync(startLog(folder), 'w')
  const child = spawn(command.program, command.args, { ...command.options, stdio: ['ignore', log, log] })
  closeSync(log)
  const { promise, resolve: settle } = Promise.withResolvers<string>()
  child.on('error', (error) => settle(error.message))
  child.on('exit', (code, signal) => settle(code === 0 ? '' : `${program} ended with ${signal ?? code}`))
  const fault = await promise
  if (fault)
    throw new Error(`PostgreSQL 数据目录未能建立。/ The data folder ${folder} could not be made: ${fault}\n${lastLines(startLog(folder))}`)
}

/** Whether the server named in postmaster.pid is one of this folder and lives. */
export function postmasterRuns(folder: string): boolean {
  const pid = postmasterPid(folder)
  return pid !== undefined && process.platform === 'linux' && commandOf(pid).includes(folder)
}

/**
 * After a reboot the pid in an old postmaster.pid may belong to another program; PostgreSQL would then refuse to start.
 * A pid that is dead or a zombie is left to PostgreSQL, which first makes sure that no old back end still writes.
 */
export function dropForeignPid(folder: string): void {
  const pid = postmasterPid(folder)
  if (pid === undefined || process.platform !== 'linux') return
  const command = commandOf(pid)
  if (command !== '' && !command.includes(folder) && !anyProcessIn(folder)) rmSync(join(folder, 'postmaster.pid'), { force: true })
}

/** Every PostgreSQL process has the data folder as its working directory. */
function anyProcessIn(folder: string) {
  return readdirSync('/proc').some((entry) => /^\d+$/.test(entry) && attempt(() => readlinkSync(`/proc/${entry}/cwd`)) === folder)
}

function commandOf(pid: number) {
  return attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')) ?? ''
}

/** What `work` gives, or nothing when it throws: for files and processes that may vanish any moment. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

/** The server's process id as it wrote it down itself. */
export function postmasterPid(folder: string): number | undefined {
  const pid = Number.parseInt(attempt(() => readFileSync(join(folder, 'postmaster.pid'), 'utf8')) ?? '', 10)
  return Number.isNaN(pid) ? undefined : pid
}

/** Where initdb and a server that refuses to start say why; beside the folder, because initdb wants it empty. */
export function startLog(folder: string): string {
  return `${folder}.start.log`
}

/** The end of a log, short enough for an error message. */
export function lastLines(file: string): string {
  return (attempt(() => readFileSync(file, 'utf8')) ?? '').trim().split('\n').slice(-12).join('\n')
}
