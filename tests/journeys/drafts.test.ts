import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { CHROMIUM, PASSWORD, signIn, type Visitor } from './browser.ts'
import { formPage } from './pages/form.ts'
import { site } from './site.ts'

const NEW = '/registers/technology/new'

const here = site()

const state = (page: Page, is: string) => page.locator(`[data-testid=save-state][data-state=${is}]`).first()
const valueOf = (page: Page, field: string) => formPage(page).field(field).locator('input, textarea').first().inputValue()

const clerk = () => here.visitor('suzhou')

/** A technology that the server has, open in its form; answers the address of the form. */
async function made({ page }: Visitor, title: string): Promise<string> {
  await page.goto(NEW)
  const form = formPage(page)
  await form.type('title', title)
  await form.place('area', '昆山市')
  await form.save()
  await page.waitForURL(/\/technology\/[0-9a-f-]{36}/)
  const address = `${new URL(page.url()).pathname.replace(/\/edit$/, '')}/edit`
  await page.goto(address)
  await form.field('contact').waitFor()
  return address
}

test('without a network typing goes on, says so, and is saved when the network is back; a new entry is made once', async () => {
  const own = await clerk()
  const { page, context } = own
  await made(own, '断网时修改的技术')
  await context.setOffline(true)
  await formPage(page).type('contact', '断网时的联系人')
  await state(page, 'offline').waitFor()
  await own.picture('drafts-offline')
  await context.setOffline(false)
  await state(page, 'saved').waitFor()

  await page.goto(NEW)
  const form = formPage(page)
  await form.type('title', '断网时新增的技术')
  await form.place('area', '昆山市')
  await context.setOffline(true)
  await form.save()
  await state(page, 'offline').waitFor()
  await form.type('contact', '之后补的联系人')
  await context.setOffline(false)
  await page.waitForURL(/\/technology\/[0-9a-f-]{36}\/edit/)
  await state(page, 'saved').waitFor()
  expect(await valueOf(page, 'contact')).toBe('之后补的联系人')
  await page.goto(`/registers/technology?q=${encodeURIComponent('断网时新增')}`)
  expect(await page.getByTestId('total').innerText()).toContain('1')
  expect(own.complaints).toEqual([])
})

test('a session that was ended at the server asks for the password over the form, and nothing typed is lost', async () => {
  const own = await clerk()
  const { page } = own
  await made(own, '会话被结束时的技术')
  await endSessionsOf('suzhou')
  await formPage(page).type('contact', '会话结束之后的联系人')
  await page.getByTestId('password').waitFor()
  await own.picture('drafts-signed-out')
  await page.getByTestId('password').fill(PASSWORD)
  await page.getByTestId('sign-in').click()
  await state(page, 'saved').waitFor()

  await page.reload()
  await formPage(page).field('contact').waitFor()
  expect(await valueOf(page, 'contact')).toBe('会话结束之后的联系人')
})

test('a browser that is killed without a network has what was typed; nobody else at this computer reads it, and it goes to the server when its writer is back', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'lantu-profile-'))
  const killed = await openProfile(profile)
  await signIn(killed.context, 'suzhou')
  await killed.page.goto(NEW)
  await formPage(killed.page).field('title').waitFor()
  await killed.context.setOffline(true)
  await formPage(killed.page).type('title', '浏览器崩溃前填写的技术')
  await state(killed.page, 'offline').waitFor()
  await kill(killed)

  const other = await openProfile(profile)
  await other.context.clearCookies()
  await signIn(other.context, 'nanjing')
  await other.page.goto(NEW)
  await formPage(other.page).field('title').waitFor()
  expect(await other.page.getByTestId('other-draft').count()).toBe(0)
  expect(await keptInBrowser(other.page)).toMatch(/^\[\{"nonce".*"data"/)
  await other.context.clearCookies()
  await signIn(other.context, 'suzhou')
  await other.page.goto(NEW)
  await other.page.getByTestId('other-draft').waitFor()
  expect(await other.page.getByTestId('other-draft').innerText()).toContain('浏览器崩溃前填写的技术')
  await other.page.screenshot({ path: 'test-output/journeys/drafts-offered-1440.png' })
  await other.page.getByTestId('open-draft').click()
  await state(other.page, 'saved').waitFor()
  expect(await keptInBrowser(other.page)).toBe('[]')
  expect(await valueOf(other.page, 'title')).toBe('浏览器崩溃前填写的技术')
  await formPage(other.page).place('area', '昆山市')
  await formPage(other.page).save()
  await other.page.waitForURL(/\/technology\/[0-9a-f-]{36}/)

  await other.page.goto(NEW)
  await formPage(other.page).field('title').waitFor()
  expect(await other.page.getByTestId('other-draft').count()).toBe(0)
  await other.context.close()
  rmSync(profile, { recursive: true, force: true })
})

test('a new entry goes on at another computer, without a network, and in two windows, which are held against each other; saving ends the draft', async () => {
  const first = await clerk()
  await first.page.goto(NEW)
  await formPage(first.page).type('title', '换一台电脑接着填的技术')
  await formPage(first.page).type('phone', '13812345678')
  await state(first.page, 'saved').waitFor()
  await first.close()

  const own = await clerk()
  const { page, context } = own
  await own.open('/')
  await page.getByTestId('tab-drafts').click()
  await page.getByText('换一台电脑接着填的技术').waitFor()
  await own.picture('drafts-list')
  await page.getByTestId('go-on').first().click()
  await formPage(page).field('phone').waitFor()
  expect(await valueOf(page, 'phone')).toBe('13812345678')
  await own.picture('drafts-restored')

  const second = await context.newPage()
  await second.goto(page.url())
  await formPage(second).field('contact').waitFor()
  await context.setOffline(true)
  await formPage(page).type('contact', '断网时填的联系人')
  await state(page, 'offline').waitFor()
  await context.setOffline(false)
  await state(page, 'saved').waitFor()
  await formPage(second).type('contact', '另一个窗口的联系人')
  await second.getByTestId('clash-contact').waitFor()
  await second.screenshot({ path: 'test-output/journeys/drafts-clash-of-draft-1440.png' })
  await second.getByTestId('clash-contact').getByText('断网时填的联系人').click()
  await second.getByTestId('resolve-clash').click()
  await formPage(second).place('area', '昆山市')
  await formPage(second).save()
  await second.waitForURL(/\/technology\/[0-9a-f-]{36}/)
  await second.goto('/work?tab=drafts')
  await second.getByTestId('tab-drafts').waitFor()
  await second.getByText('没有草稿').waitFor()
  expect(own.complaints).toEqual([])
})

test('two windows that change the same are shown field by field: before, mine, theirs; what one could not save is its own until it is gone', async () => {
  const own = await clerk()
  const { page, context } = own
  const address = await made(own, '两个窗口修改的技术')
  const second = await context.newPage()
  await second.goto(address)
  await formPage(second).field('contact').waitFor()
  await formPage(page).type('contact', '第一个窗口')
  await formPage(page).type('people', '第一个窗口的完成人')
  await state(page, 'saved').waitFor()

  await formPage(second).type('contact', '第二个窗口')
  await formPage(second).type('people', '第二个窗口的完成人')
  await second.getByTestId('clash-contact').waitFor()
  expect(await second.getByTestId('clash-people').innerText()).toMatch(/原来的[\s\S]*—[\s\S]*第二个窗口的完成人[\s\S]*第一个窗口的完成人/)
  await second.screenshot({ path: 'test-output/journeys/drafts-clash-1440.png' })
  await second.getByTestId('all-theirs').click()
  await second.getByTestId('clash-contact').getByText('第二个窗口').click()
  await second.getByTestId('resolve-clash').click()
  await state(second, 'saved').waitFor()

  await page.reload()
  await formPage(page).field('contact').waitFor()
  expect(await valueOf(page, 'contact')).toBe('第二个窗口')
  expect(await valueOf(page, 'people')).toBe('第一个窗口的完成人')

  await formPage(page).type('phone', '12')
  await state(page, 'refused').waitFor()
  await second.reload()
  await formPage(second).field('phone').waitFor()
  expect(await valueOf(second, 'phone'), 'being written in the first window').toBe('')
  await page.close()
  await second.reload()
  await formPage(second).field('phone').waitFor()
  expect(await valueOf(second, 'phone'), 'left behind by a window that is gone').toBe('12')
})

/** Everything that lies in the browser's own database of drafts, as anybody at the computer could read it. */
function keptInBrowser(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('lantu-drafts')
        opening.onsuccess = () => {
          const all = opening.result.transaction('drafts').objectStore('drafts').getAll()
          all.onsuccess = () => resolve(JSON.stringify(all.result))
        }
      }),
  )
}

/** Ends every other session of an account, from another computer; the process that ends one forgets it at once. */
async function endSessionsOf(loginName: string): Promise<void> {
  const elsewhere = await here.server.signIn(loginName)
  const sessions = (await (await elsewhere.call('GET', '/sessions')).json()) as readonly {
    readonly id: string
    readonly current: boolean
  }[]
  for (const { id, current } of sessions) if (!current) await elsewhere.call('DELETE', `/sessions/${encodeURIComponent(id)}`)
}

interface Profile {
  readonly context: BrowserContext
  readonly page: Page
  readonly folder: string
}

async function openProfile(folder: string): Promise<Profile> {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: CHROMIUM,
    args: ['--no-sandbox'],
    baseURL: here.server.address,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  return { context, page, folder }
}

/** As a crash or a power cut ends it: the browser's own process, which holds the profile, gets no time to write anything. */
async function kill({ context, folder }: Profile): Promise<void> {
  const closed = context.waitForEvent('close')
  process.kill(browserProcess(folder), 'SIGKILL')
  await closed
}

function browserProcess(folder: string): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const found = pids.find((pid) => {
    const line = commandLine(pid)
    return line.includes(`--user-data-dir=${folder}`) && !line.includes('--type=')
  })
  if (found === undefined) throw new Error(`no browser runs on ${folder}`)
  return Number(found)
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return '' // it has ended meanwhile
  }
}
