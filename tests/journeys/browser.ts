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
  /** Signs in as the form does, without the form and without a page: what is opened next is theirs. */
  signIn(loginName: string): Promise<void>
  signInByForm(loginName: string): Promise<void>
  open(path: string): Promise<void>
  /** Looks that the page scrolls sideways neither on a desk nor on a phone; with LANTU_PICTURES=1 both are kept under test-output/journeys. */
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
    signIn: (loginName) => signIn(context, loginName),
    async signInByForm(loginName) {
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

/** The session that the form would begin, as a cookie of this browser. */
export async function signIn(context: BrowserContext, loginName: string): Promise<void> {
  const answer = await context.request.post('/api/v1/session', { data: { loginName, password: PASSWORD } })
  if (!answer.ok()) throw new Error(`${loginName} cannot sign in: ${await answer.text()}`)
}

const ARE_KEPT = process.env['LANTU_PICTURES'] === '1'

async function picture(page: Page, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries({ 390: PHONE, 1440: DESK })) {
    await page.setViewportSize(viewport)
    await page.evaluate(stillness)
    if (ARE_KEPT) await page.screenshot({ path: pictureFile(`${name}-${size}`) })
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > viewport.width) throw new Error(`${name} scrolls sideways at ${viewport.width} px (it is ${width} wide)`)
  }
}

/** Where a picture of this name lies. */
export function pictureFile(name: string): string {
  mkdirSync(PICTURES, { recursive: true })
  return join(PICTURES, `${name}.png`)
}

/** In the page: two frames after a change of size, and whatever moves has come to rest; what turns for ever is not waited for. */
async function stillness(): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  await frame()
  await frame()
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
  await Promise.race([Promise.allSettled(ending.map(({ finished }) => finished)), new Promise((resolve) => setTimeout(resolve, 400))])
  await frame()
}
