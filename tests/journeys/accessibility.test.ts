import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { ReportsOverview } from '#contract/reports.ts'
import type { Caller } from '../processes/server-process.ts'
import { DESK, PHONE, type Visitor } from './browser.ts'
import { findingsOfAxe } from './pages/axe.ts'
import { site } from './site.ts'

/** Every page, looked at by axe (WCAG 2.1 A and AA, good practice): light or dark, on a desk or a phone. No rule is turned off. */
const here = site()
let person: Visitor
let otherWindow: Page
let ids: Ids

beforeAll(async () => {
  const planner = await here.server.signIn('planner')
  ids = await idsOf(planner)
  person = await here.visitor('planner')
  await person.open('/account')
  // Colours that are on their way from light to dark are neither.
  await person.page.addStyleTag({ content: '*, *::before, *::after { transition: none !important; }' })
  otherWindow = await person.context.newPage()
  await otherWindow.goto('/healthz')
  await wear('light')
  const draft = { draft: '0197f000-0000-7000-8000-000000000043', register: 'technology', version: 0, values: { title: '开了头的技术' } }
  await planner.call('POST', '/commands/collaboration.keep-draft', draft)
})

/** Entries that some pages are about, by register. */
type Ids = Readonly<
  Record<
    'policy_document' | 'technology' | 'call' | 'recommendation' | 'batch' | 'report' | 'edition' | 'dispatch_round' | 'dispatch_return',
    string
  >
>

const PAGES = {
  work: () => '/work',
  drafts: () => '/work?tab=drafts',
  done: () => '/work?tab=done',
  overview: () => '/overview',
  figure: () => '/figures/technology_breakthroughs',
  plans: () => '/plans',
  upload: () => '/plans/upload',
  comparison: (ids) => `/plans/compare?one=${ids.policy_document}&other=${ids.policy_document}`,
  review: (ids) => `/plans/${ids.policy_document}`,
  programme: (ids) => `/plans/${ids.policy_document}/programme`,
  targets: () => '/targets',
  tasks: () => '/tasks',
  registers: () => '/registers',
  list: () => '/registers/technology',
  entry: (ids) => `/registers/technology/${ids.technology}`,
  form: () => '/registers/technology/new',
  checking: () => '/checking/technology',
  calls: () => '/calls',
  call: (ids) => `/calls/${ids.call}`,
  letter: (ids) => `/recommendations/${ids.recommendation}`,
  batches: () => '/batches',
  batch: (ids) => `/batches/${ids.batch}`,
  reports: () => '/reports',
  report: (ids) => `/reports/${ids.report}`,
  edition: (ids) => `/editions/${ids.edition}`,
  round: (ids) => `/dispatch/${ids.dispatch_round}`,
  returned: (ids) => `/dispatch/returns/${ids.dispatch_return}`,
  posts: () => '/posts',
  administration: () => '/administration',
  calendar: () => '/calendar',
  packs: () => '/packs',
  sheets: () => '/sheets',
  sheet: () => '/sheets/technology',
  notices: () => '/notices',
  search: () => '/search?q=量子',
  account: () => '/account',
  password: () => '/account/password',
  sessions: () => '/account/sessions',
} as const satisfies Readonly<Record<string, (ids: Ids) => string>>
type PageName = keyof typeof PAGES

const ON_PHONES = [
  'work',
  'overview',
  'figure',
  'list',
  'entry',
  'form',
  'checking',
  'review',
  'report',
  'notices',
  'posts',
  'account',
] as const

test.each(Object.keys(PAGES) as PageName[])('the page %s can be used by everybody, light and dark', async (name) => {
  await person.page.setViewportSize(DESK)
  expect(await findingsOn(name)).toEqual([])
})

test.each(ON_PHONES)('so can the page %s on a phone', async (name) => {
  await person.page.setViewportSize(PHONE)
  expect(await findingsOn(name)).toEqual([])
})

test('so can the page to sign in', async () => {
  const stranger = await here.visitor()
  await stranger.open('/sign-in')
  await stranger.page.getByTestId('sign-in').waitFor()
  expect(await findingsOfAxe(stranger.page)).toEqual([])
})

test('who asks the system for less motion sees dialogs and drawers at once, uses them, and they go again', async () => {
  const calm = await here.visitor()
  const { page } = calm
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await calm.signIn('planner')
  await calm.open('/calls')
  await page.getByTestId('start-call').click()
  await seen(page.getByRole('dialog'))
  await page.getByTestId('ask-title').fill('少动效下填写的通知')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })

  await page.keyboard.press('Control+k')
  await seen(page.getByRole('dialog'))
  await page.getByTestId('search-input').fill('量子')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })

  await calm.open(`/registers/technology?peek=${ids.technology}`)
  await seen(page.locator('.ant-drawer-content-wrapper, .ant-drawer-section').first())
  expect(calm.complaints).toEqual([])
})

/** Opaque, inside the window, and nothing lies over its middle. */
async function seen(box: Locator): Promise<void> {
  await box.waitFor()
  const look = () =>
    box.evaluate((element) => {
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
      const hit = document.elementFromPoint((left + right) / 2, (top + Math.min(bottom, innerHeight)) / 2)
      return { opacity: getComputedStyle(element).opacity, hasSize: width > 100 && height > 50, onTop: element.contains(hit) }
    })
  await expect.poll(look, { timeout: 10_000 }).toEqual({ opacity: '1', hasSize: true, onTop: true })
}

async function findingsOn(name: PageName): Promise<readonly string[]> {
  const { page } = person
  await follow(page, PAGES[name](ids))
  await settled(page)
  const light = await findingsOfAxe(page)
  await wear('dark')
  const dark = await findingsOfAxe(page, 'of colours')
  await wear('light')
  return [...light, ...dark.map((finding) => `dark, ${finding}`)]
}

/** As a link of the product leads there: the program goes on, which spares a third of the time of loading each page anew. */
async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => window.__TSR_ROUTER__!.history.push(to), path)
  await page.waitForFunction((to) => {
    const { status, resolvedLocation } = window.__TSR_ROUTER__!.state
    return status === 'idle' && resolvedLocation !== undefined && decodeURI(resolvedLocation.href) === decodeURI(to)
  }, path)
}

/** Chosen in another window of the same browser: the page that is open follows. */
async function wear(scheme: 'light' | 'dark'): Promise<void> {
  await otherWindow.evaluate((chosen) => localStorage.setItem('lantu:preferences', JSON.stringify({ scheme: chosen })), scheme)
  await person.page.waitForFunction((chosen) => document.documentElement.style.colorScheme === chosen, scheme)
}

/** The page has its heading, and nothing on it is still coming. */
async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await page.locator('.state-loading, .as-of-waiting').first().waitFor({ state: 'detached' })
}

async function idsOf(planner: Caller): Promise<Ids> {
  const first = async (register: string, filter = '') => {
    const answer = await planner.call('GET', `/registers/${register}/entries?limit=1${filter}`)
    return ((await answer.json()) as { entries: readonly { id: string }[] }).entries[0]!.id
  }
  const { reports } = (await (await planner.call('GET', '/queries/reports.overview')).json()) as ReportsOverview
  return {
    report: reports[0]!.id,
    edition: reports.find(({ edition }) => edition !== null)!.edition!,
    dispatch_round: await first('dispatch_round'),
    dispatch_return: await first('dispatch_return'),
    policy_document: await first('policy_document'),
    technology: await first('technology', '&state=published'),
    call: await first('call'),
    recommendation: await first('recommendation'),
    batch: await first('batch'),
  }
}
