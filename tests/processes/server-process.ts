import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive } from '#platform/db/folder-lock.ts'
import { ROOT } from '../support/test-jurisdiction.ts'

/** `lantu serve` as a process of its own, as npm start runs it. */
export interface ServerProcess {
  readonly address: string
  readonly home: string
  output(): string
  signIn(loginName: string): Promise<Caller>
  /** Ctrl-C; answers the exit code. */
  interrupt(): Promise<number | null>
  /** Power cut: the program and its embedded database at once. */
  cutPower(): Promise<void>
  /** kill -9 of the program alone. */
  kill(): Promise<number | null>
  killDatabase(): void
}

export interface Caller {
  call(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>
  upload(path: string, name: string, bytes: Uint8Array): Promise<Response>
}

export async function startServer(home: string, environment: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const port = await freePort()
  const child = spawn(process.execPath, [join(ROOT, 'apps/cli/main.ts'), 'serve'], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: '', PORT: String(port), LANTU_HOME: home, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const address = `http://127.0.0.1:${port}`
  await untilReady(child, address, () => printed)
  return {
    address,
    home,
    output: () => printed,
    signIn: (loginName) => signIn(address, loginName),
    interrupt: () => ended(child, 'SIGINT'),
    async cutPower() {
      const database = postmaster(home)
      process.kill(database, 'SIGKILL')
      await ended(child, 'SIGKILL')
      await untilGone(database)
    },
    kill: () => ended(child, 'SIGKILL'),
    killDatabase: () => process.kill(postmaster(home), 'SIGKILL'),
  }
}

export function postmaster(home: string): number {
  return Number(readFileSync(join(home, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

async function untilReady(child: ChildProcess, address: string, printed: () => string): Promise<void> {
  for (let look = 0; look < 2400; look++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${printed()}`)
    const health = await fetch(`${address}/healthz`).catch(() => undefined)
    if (health?.ok) return
    await pause(100)
  }
  throw new Error(`the server does not become ready:\n${printed()}`)
}

/** Waits until a process has ended; one that nobody has reaped yet has ended too. */
export async function untilGone(pid: number): Promise<boolean> {
  for (let look = 0; look < 200; look++) {
    if (!isAlive(pid) || isZombie(pid)) return true
    await pause(50)
  }
  return false
}

function isZombie(pid: number): boolean {
  const stat = `/proc/${pid}/stat`
  return existsSync(stat) && / Z /.test(readFileSync(stat, 'utf8'))
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code))
    child.kill(signal)
  })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

async function signIn(address: string, loginName: string): Promise<Caller> {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ loginName, password: 'Lantu-demo-2026' }),
  })
  if (!answer.ok) throw new Error(`${loginName} cannot sign in: ${await answer.text()}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const { csrf } = (await answer.json()) as { csrf: string }
  return {
    call: (method, path, body, headers = {}) =>
      fetch(`${address}/api/v1${path}`, {
        method,
        headers: { cookie, 'x-csrf-token': csrf, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    upload: (path, name, bytes) => {
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(bytes)]), name)
      return fetch(`${address}/api/v1${path}`, { method: 'POST', headers: { cookie, 'x-csrf-token': csrf }, body: form })
    },
  }
}
