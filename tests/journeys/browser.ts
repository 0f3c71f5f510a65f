import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { ROOT } from '../support/test-jurisdiction.ts'

const PICTURES = join(ROOT, 'test-output', 'journeys')
export const DESK = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }

/** Debian's Chromium, or the one LANTU_CHROMIUM names. */
export const CHROMIUM = process.env['LANTU_CHROMIUM'] ?? '/usr/bin/chromium'

export function openBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error(`no browser at ${CHROMIUM}; install Debian's package chromium or set LANTU_CHROMIUM`)
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
}

/** One person at one browser: everything the page complains about is kept, so that a journey can end by seeing that nothing was. */
export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  readonly complaints: readonly string[]
  /** Signs in by the form. */
  signIn(loginName: string): Promise<void>
  open(path: string): Promise<void>
  /** A picture at this size under test-output/journeys, and one at the width of a phone that must not scroll sideways. */
  picture(name: string): Promise<void>
  close(): Promise<void>
}

export const PASSWORD = 'Lantu-demo-2026'

export async function visitor(browser: Browser, address: string): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: DESK,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: address,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.setDefaultTimeout(20_000)
  return {
    page,
    context,
    complaints,
    async signIn(loginName) {
      await page.goto('/')
      await page.getByTestId('login-name').fill(loginName)
      await page.getByTestId('password').fill(PASSWORD)
      await page.getByTestId('sign-in').click()
      await page.getByTestId('person-menu').waitFor()
    },
    open: (path) => page.goto(path).then(() => undefined),
    picture: (name) => picture(page, name),
    close: () => context.close(),
  }
}

async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true })
  for (const [size, viewport] of Object.entries({ 390: PHONE, 1440: DESK })) {
    await page.setViewportSize(viewport)
    await page.waitForTimeout(400)
    await page.screenshot({ path: join(PICTURES, `${name}-${size}.png`) })
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > viewport.width) throw new Error(`${name} scrolls sideways at ${viewport.width} px (it is ${width} wide)`)
  }
}
