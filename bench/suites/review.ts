import type { Page } from 'playwright-core'
import { planText } from '../plan-text.ts'
import { type Bench, duration, median, quantile, type Suite } from '../result.ts'
import { openBrowser, signInAs, wholeProduct } from '../servers/whole-product.ts'

/** Some 50 printed pages, in which about 400 items are found. */
const CHARACTERS = 35_000
const ROUNDS = 12
const LIMIT_MS = 100
const OPEN_LIMIT_MS = 1000

/** A plan of 50 pages on the review screen in Chromium: from a click, or a key, to the end of the frame that answers it. */
export const review: Suite = {
  name: 'review',
  async *run(bench) {
    const page = await openedPlan(bench, await wholeProduct(bench))
    const items = Number((await page.getByTestId('progress').innerText()).split('/').at(-1))
    bench.say(`${items} items in ${CHARACTERS.toLocaleString('en')} characters`)
    yield duration({ name: 'an empty frame, for scale', unit: 'ms', value: median(await measured(page, '', 0)) })
    for (const [name, act] of Object.entries(ACTS)) {
      const took = await measured(page, act, ROUNDS)
      yield duration({ name: `${name}, median of ${took.length}`, unit: 'ms', value: median(took) }, LIMIT_MS)
      yield duration({ name: `${name}, fastest`, unit: 'ms', value: quantile(took, 0) })
      yield duration({ name: `${name}, slowest`, unit: 'ms', value: quantile(took, 1), goal: 'under 100 on a quiet machine' })
    }
    const opened = await confirmOpened(page)
    yield duration({ name: 'open what it would become, until its rows are there', unit: 'ms', value: opened }, OPEN_LIMIT_MS)
    for (const [name, act] of Object.entries(CONFIRM_ACTS)) {
      const took = await measured(page, act, ROUNDS)
      yield duration({ name: `${name}, median of ${took.length}`, unit: 'ms', value: median(took) }, LIMIT_MS)
    }
  },
}

/** What is done in the page, in round `round`; the tab acts wait for the list that they open. */
const ACTS = {
  'choose an item in the list': `document.querySelectorAll('.item-open')[round * 17]?.click()`,
  'choose an item in the text': `document.querySelectorAll('.source-text .found')[round * 23 + 5]?.click()`,
  'open another tab': `document.querySelectorAll('.kind-tab')[round % 5]?.click()`,
  'open another tab, until its list is there': `tab(round % 5)`,
  'next item (j)': `key('j')`,
  'mark as checked (e)': `key('e')`,
  'remove (x)': `key('x')`,
  'undo (u)': `key('u')`,
  'fold a part of the tree': `fold(round)`,
} as const

/** The same on the page that shows what the plan would become. */
const CONFIRM_ACTS = {
  'on the page before confirming: leave a task out': `document.querySelectorAll('[data-testid^=proposed-task-] input[type=checkbox]')[round % 4].click()`,
  'on the page before confirming: scroll by a screen': `window.scrollBy(0, 800)`,
} as const

/** From the click to the first frame with targets and tasks in it, answered by the server. */
async function confirmOpened(page: Page): Promise<number> {
  const started = performance.now()
  await page.getByTestId('confirm').click()
  await page.locator('[data-testid^=proposed-task-]').first().waitFor({ state: 'attached' })
  return performance.now() - started
}

async function measured(page: Page, act: string, rounds: number): Promise<readonly number[]> {
  const took: number[] = []
  for (let round = 0; round < Math.max(1, rounds); round++) {
    took.push(await page.evaluate(inPage(act, round)))
    // The writes of a round are answered and the list has settled before the next begins.
    await page.waitForTimeout(250)
  }
  return took
}

/** A script for the page: the time until the frame after the act has been drawn. */
function inPage(act: string, round: number): string {
  return `(async () => {
    const round = ${round}
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))
    const key = (name) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }))
    const fold = (at) => document.querySelectorAll('.item-fold')[at]?.click()
    const KINDS = [undefined, 'target', 'duty', 'list', undefined]
    let until = () => true
    const tab = (at) => {
      const button = document.querySelectorAll('.kind-tab')[at]
      const count = Number(button.querySelector('.count').textContent)
      button.click()
      until = () => document.querySelectorAll('.item').length >= Math.min(count, 12) && (KINDS[at] === undefined || [...document.querySelectorAll('.item')].every((item) => item.dataset.kind === KINDS[at]))
    }
    if (${JSON.stringify(act)}.includes('fold') && !document.querySelector('.item-fold')) {
      document.querySelector('.kind-heading').click()
      await new Promise((done) => setTimeout(done, 500))
    }
    await frame()
    const started = performance.now()
    ${act}
    do await frame()
    while (!until() && performance.now() - started < 5000)
    return performance.now() - started
  })()`
}

async function openedPlan(bench: Bench, port: number): Promise<Page> {
  const browser = await openBrowser(bench)
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: `http://127.0.0.1:${port}` })
  await signInAs(page, 'planner')
  await page.goto('/plans/upload')
  const file = { name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from(planText(CHARACTERS)) }
  await page.locator('input[type=file]').first().setInputFiles(file)
  const warned = page.getByTestId('open-plan')
  await warned.or(page.getByTestId('source-text')).first().waitFor()
  if (await warned.count()) await warned.click()
  await page.getByTestId('plan-item').first().waitFor()
  await page.waitForTimeout(1000)
  return page
}
