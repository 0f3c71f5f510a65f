import { rmSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type ServerProcess, startServer } from '../processes/server-process.ts'
import { openBrowser, type Visitor, visitor } from './browser.ts'
import { copyOf } from './seeded-home.ts'

let home: string
let server: ServerProcess
let browser: Browser
let person: Visitor

beforeAll(async () => {
  home = copyOf(inject('seededHome'))
  server = await startServer(home)
  browser = await openBrowser()
  person = await visitor(browser, server.address)
  await person.signIn('planner')
})

afterAll(async () => {
  await browser?.close()
  await server?.interrupt()
  rmSync(home, { recursive: true, force: true })
})

const SOON = { timeout: 10_000 }
const total = async () => Number((await person.page.getByTestId('total').innerText()).replaceAll(/\D/g, ''))

test('all that match are chosen, some taken out; those that cannot go are told, the rest goes and is taken back', async () => {
  const { page } = person
  await person.open('/registers/technology?state=recommended%2Caccepted')
  await page.getByTestId('choose-page').check()
  const all = await total()
  const every = page.getByTestId('choose-every')
  if (await every.isVisible()) await every.click()
  await page.getByTestId('bulk-bar').getByText(`已选 ${all} 条`).waitFor()
  await page.locator('tbody input[type=checkbox]').first().uncheck()
  await page
    .getByTestId('bulk-bar')
    .getByText(`已选 ${all - 1} 条`)
    .waitFor()

  await page.getByTestId('bulk-passForm').click()
  await page.getByTestId('confirm-bulk').click()
  await page.getByTestId('bulk-faults').waitFor()
  const against = await page.getByTestId('bulk-faults').locator('li').count()
  expect(against).toBeGreaterThan(0)
  const going = all - 1 - against
  await page
    .getByTestId('confirm-bulk')
    .filter({ hasText: `其余 ${going} 条` })
    .click()
  await page
    .getByTestId('take-back-bar')
    .filter({ hasText: `已对 ${going} 条` })
    .waitFor()
  await expect.poll(total, SOON).toBe(all - going)
  await person.picture('take-back')

  await page.reload()
  await page.getByTestId('take-back').click()
  await page.getByTestId('take-back-bar').waitFor({ state: 'detached' })
  await expect.poll(total, SOON).toBe(all)
  expect(person.complaints).toEqual([])
})

test('a view keeps filter, columns and order; it is shared, and opens by itself the next time', async () => {
  const { page } = person
  await person.open('/registers/technology')
  await page.getByTestId('facet-state-reserve').check()
  await page.getByTestId('columns-menu').click()
  await page.getByTestId('tick-trlAfter').check()
  await page.getByRole('button', { name: '“当前技术成熟度”上移' }).click()
  await page.keyboard.press('Escape')
  await page.getByTestId('save-view').click()
  await page.getByTestId('view-title').fill('储备与成熟度')
  await page.getByText('可查看本台账的所有人').click()
  await page.getByTestId('confirm-view').click()
  await page.getByTestId('view-储备与成熟度').waitFor()
  const heads = () => page.locator('thead th').allInnerTexts()
  await expect.poll(async () => (await heads()).indexOf('当前技术成熟度'), SOON).toBeGreaterThan(3)
  expect((await heads()).indexOf('当前技术成熟度')).toBeLessThan((await heads()).indexOf('更新时间'))
  const reserve = await total()
  await person.picture('views')

  await page.getByTestId('view-all').click()
  await expect.poll(total, SOON).toBeGreaterThan(reserve)
  await page.getByTestId('view-储备与成熟度').click()
  await expect.poll(total, SOON).toBe(reserve)
  await page.goto('/work')
  await page.goto('/registers/technology')
  await page.waitForURL(/columns=/)

  const other = await visitor(browser, server.address)
  await other.signIn('kunshan')
  await other.page.goto('/registers/technology')
  await other.page.getByTestId('view-储备与成熟度').click()
  await other.page.waitForURL(/state=reserve/)
  expect(await other.page.getByTestId('view-menu').isVisible()).toBe(true)
  expect(other.complaints).toEqual([])
  await other.close()
  expect(person.complaints).toEqual([])
})
