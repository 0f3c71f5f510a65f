import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Bench } from '../result.ts'

/** Starts a program of the bench in a process of its own; it says its port and ends with us. */
export async function startServer(bench: Bench, program: string, settings: object, nodeOptions: readonly string[] = []): Promise<number> {
  const child = spawn(process.execPath, [...nodeOptions, join(import.meta.dirname, program), JSON.stringify(settings)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  bench.atEnd(async () => {
    if (child.connected) child.disconnect()
    await exited
  })
  return await Promise.race([
    new Promise<number>((resolve) => child.once('message', (port) => resolve(Number(port)))),
    exited.then(() => Promise.reject(new Error(`${program} ended before it listened`))),
  ])
}

/** The child's side: the settings it was given. */
export function givenSettings<Settings>(): Settings {
  return JSON.parse(process.argv[2] ?? '{}') as Settings
}

/** The child's side: says the port, and runs until the parent lets go (or dies). */
export async function serveUntilReleased(port: number, close: () => Promise<unknown>): Promise<void> {
  const released = new Promise<void>((resolve) => process.once('disconnect', () => resolve()))
  process.send?.(port)
  await released
  await close()
}
