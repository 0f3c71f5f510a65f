import type { Browser, Page } from 'playwright-core'
import { type Bench, duration, median, type Result, type Suite } from '../result.ts'
import { openBrowser, signInAs, wholeProduct } from '../servers/whole-product.ts'

const ROUNDS = 5
const INTERACTIVE_MS = 2_000

/** What the browser is sent and how long a person waits, with nothing kept from before. */
export const web: Suite = {
  name: 'web',
  async *run(bench) {
    const baseURL = `http://127.0.0.1:${await wholeProduct(bench)}`
    const browser = await openBrowser(bench)
    const empty = median((await opened(bench, browser, { baseURL, path: '/healthz', ready: 'body' })).map(({ ms }) => ms))
    yield* told('sign-in page', await opened(bench, browser, { baseURL, path: '/sign-in', ready: '[data-testid=login-name]' }), {
      mostKb: 200,
      empty,
    })
    yield* told('overview', await opened(bench, browser, { baseURL, path: '/overview', ready: READY, as: 'head' }), { mostKb: 400, empty })
    yield* told('work list', await opened(bench, browser, { baseURL, path: '/work', ready: READY, as: 'head' }), { mostKb: 400, empty })
  },
}

/** The content of the page and nothing that stands in for it. */
const READY = 'main h1:visible'

interface Opening {
  readonly baseURL: string
  readonly path: string
  readonly ready: string
  readonly as?: string
}

interface Opened {
  readonly kb: number
  readonly files: number
  readonly ms: number
}

interface Measure {
  readonly mostKb: number
  /** How long the browser takes for a page without anything, in ms. */
  readonly empty: number
}

function* told(name: string, rounds: readonly Opened[], { mostKb, empty }: Measure): Iterable<Result> {
  const each = (key: keyof Opened) => median(rounds.map((round) => round[key]))
  yield duration({ name: `web ${name}: JavaScript, brotli`, unit: 'KB', value: each('kb') }, mostKb)
  yield duration({ name: `web ${name}: interactive`, unit: 'ms', value: each('ms'), floor: empty }, INTERACTIVE_MS)
}

async function opened(bench: Bench, browser: Browser, opening: Opening): Promise<readonly Opened[]> {
  const rounds: Opened[] = []
  for (let round = 0; round < ROUNDS; round++) rounds.push(await openedOnce(browser, opening))
  bench.say(`${opening.path}: ${rounds[0]!.files} files of JavaScript`)
  return rounds
}

/** Each time a browser that has seen nothing; the cookie of the signed-in one is all it brings. */
async function openedOnce(browser: Browser, { baseURL, path, ready, as }: Opening): Promise<Opened> {
  const storageState = as === undefined ? undefined : await cookiesOf(browser, baseURL, as)
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 }, ...(storageState && { storageState }) })
  try {
    const page = await context.newPage()
    await page.goto(path, { waitUntil: 'commit' })
    await page.locator(ready).first().waitFor()
    await page.locator('.state-loading').first().waitFor({ state: 'detached' })
    return await measured(page)
  } finally {
    await context.close()
  }
}

async function measured(page: Page): Promise<Opened> {
  return await page.evaluate(() => {
    const ms = performance.now()
    const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')) as PerformanceResourceTiming[]
    return { ms, files: scripts.length, kb: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1024 }
  })
}

async function cookiesOf(browser: Browser, baseURL: string, loginName: string) {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await signInAs(page, loginName)
  const state = await context.storageState()
  await context.close()
  return state
}
