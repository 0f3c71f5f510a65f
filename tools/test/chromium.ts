import { existsSync, globSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { installDebian } from './debian.ts'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** What a person without root would type. */
export const CHROMIUM_COMMAND = 'sudo apt-get install -y chromium fonts-noto-cjk'

/** The browser for the journeys: the one named by LANTU_CHROMIUM, an installed one, or Debian's, installed now. */
export async function findChromium(root: string): Promise<string | undefined> {
  const found = installed()
  if (found !== undefined) return found
  return (await installDebian(root, ['chromium', 'fonts-noto-cjk'])) ? installed() : undefined
}

function installed(): string | undefined {
  const ofPlaywright = globSync(join(homedir(), '.cache', 'ms-playwright', 'chromium-*', 'chrome-linux*', 'chrome'))
  return [process.env.LANTU_CHROMIUM, ...PLACES, ...ofPlaywright].find((path) => path !== undefined && path !== '' && existsSync(path))
}
