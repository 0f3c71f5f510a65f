import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { systemClock } from '#platform/clock/clock.ts'

const HEARTBEAT_MS = 2_000
const STALE_AFTER_MS = 15_000
const GIVE_UP_AFTER_MS = 180_000

/** Lets one process at a time run `work`; a lock whose holder died or stopped beating is taken over. */
export async function withFolderLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  await acquire(file)
  const heartbeat = setInterval(() => touch(file), HEARTBEAT_MS)
  try {
    return await work()
  } finally {
    clearInterval(heartbeat)
    rmSync(file, { force: true })
  }
}

async function acquire(file: string) {
  const deadline = performance.now() + GIVE_UP_AFTER_MS
  while (!take(file)) {
    if (isStale(file)) moveAside(file)
    else await pause(50)
    if (performance.now() > deadline) {
      throw new Error(
        `另一个进程一直占用 ${file}；若确认没有蓝图在运行，请删除该文件后重试。/ ` +
          `Another process keeps holding ${file}; if no Lantu is running, delete that file and try again.`,
      )
    }
  }
}

/** A hard link is made whole or not at all, so nobody ever reads a lock without its pid. */
function take(file: string): boolean {
  const own = `${file}.${process.pid}-${randomUUID()}`
  writeFileSync(own, String(process.pid))
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(own, { force: true })
  }
}

/** The heartbeat decides too: after a reboot, or in a new container, the same pid is somebody else. */
function isStale(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    const silentFor = systemClock.now().getTime() - statSync(file).mtimeMs
    return silentFor > STALE_AFTER_MS || (pid !== process.pid && !isAlive(pid))
  } catch {
    return false
  }
}

/** Renamed, looked at again, then deleted: two processes may find the same stale lock, and one may already hold a fresh one. */
function moveAside(file: string) {
  const aside = `${file}.stale-${randomUUID()}`
  try {
    renameSync(file, aside)
    if (!isStale(aside)) linkSync(aside, file)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function touch(file: string) {
  const now = systemClock.now()
  try {
    utimesSync(file, now, now)
  } catch {
    // The folder may be gone (a test removed it); the lock then protects nothing.
  }
}

/** Whether a process with this id exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

function codeOf(error: unknown) {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
