import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startServer } from '../processes/server-process.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A data folder with the whole demonstration in it, and no program running on it. */
    seededHome: string
  }
}

let folder = ''

/** Makes the demonstration once for all journeys; each works on a copy. */
export async function setup(project: TestProject): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'lantu-seeded-'))
  const server = await startServer(join(folder, 'home'))
  await server.interrupt()
  project.provide('seededHome', join(folder, 'home'))
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true })
}

/** A copy of a data folder; with its owners, because root's PostgreSQL runs as nobody. */
export function copyOf(home: string): string {
  const own = mkdtempSync(join(tmpdir(), 'lantu-journey-'))
  execFileSync('cp', ['-a', `${home}/.`, own])
  return own
}
