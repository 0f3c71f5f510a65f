import { execFileSync, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Browser, chromium, type Page } from 'playwright-core'
import { DEMONSTRATION_PASSWORD } from '#apps/cli/seed/directory.ts'
import type { Bench } from '../result.ts'

const ROOT = join(import.meta.dirname, '../..')
const served = new WeakMap<Bench, Promise<number>>()

/** `lantu serve` with the web app as it is now and the demonstration data; answers its port once it is ready. The same for every suite of a run. */
export function wholeProduct(bench: Bench): Promise<number> {
  const port = served.get(bench) ?? serving(bench)
  served.set(bench, port)
  return port
}

/** A browser that ends with the run. */
export async function openBrowser(bench: Bench): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: process.env['LANTU_CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
  bench.atEnd(() => browser.close())
  return browser
}

/** Signs a demonstration account in and waits for its first page. */
export async function signInAs(page: Page, loginName: string): Promise<void> {
  await page.goto('/')
  await page.getByTestId('login-name').fill(loginName)
  await page.getByTestId('password').fill(DEMONSTRATION_PASSWORD)
  await page.getByTestId('sign-in').click()
  await page.getByTestId('person-menu').waitFor()
}

async function serving(bench: Bench): Promise<number> {
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '-c', 'apps/web/vite.config.ts'], {
    cwd: ROOT,
    stdio: 'ignore',
  })
  const port = await freePort()
  const child = spawn(process.execPath, ['apps/cli/main.ts', 'serve'], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: '', PORT: String(port), LANTU_HOST: '127.0.0.1', LANTU_HOME: join(bench.folder, 'review-home') },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  bench.atEnd(async () => {
    child.kill('SIGINT')
    await ended
  })
  for (let look = 0; look < 6000 && child.exitCode === null; look++) {
    if ((await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined))?.ok) return port
    await pause(100)
  }
  throw new Error('the server was not ready in time')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise<void>((resolve) => server.once('listening', () => resolve()))
  const address = server.address()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return typeof address === 'object' && address ? address.port : 0
}
