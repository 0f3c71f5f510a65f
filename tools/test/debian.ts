import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { succeeds } from './run.ts'

const APT = '/usr/bin/apt-get'
let updated: Promise<boolean> | undefined

/** Installs Debian packages without asking, where we are root and there is apt; says whether that worked. */
export async function installDebian(root: string, packages: readonly string[]): Promise<boolean> {
  if (process.getuid?.() !== 0 || !existsSync(APT)) return false
  console.log(`installing ${packages.join(', ')} by apt-get (log: test-output/apt.log)`)
  updated ??= apt(root, ['update'], 3)
  return (await updated) && (await apt(root, ['install', '-y', '--no-install-recommends', ...packages], 12))
}

function apt(root: string, args: readonly string[], minutes: number) {
  const environment = { DEBIAN_FRONTEND: 'noninteractive' }
  return succeeds({ program: APT, args: ['-q', ...args], root, minutes, environment, log: join(root, 'test-output', 'apt.log') })
}
