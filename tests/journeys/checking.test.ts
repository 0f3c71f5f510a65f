import { beforeAll, expect, test } from 'vitest'
import type { Visitor } from './browser.ts'
import { site } from './site.ts'

/** The dialog offers next year. */
const YEAR = new Date().getFullYear() + 1

const here = site()
let person: Visitor

beforeAll(async () => {
  person = await here.visitor()
})

test('the planner goes through what waits: one decided, the next opens by itself; the clear ones together', async () => {
  const { page } = person
  await person.signIn('planner')
  await person.open('/')
  await page.getByTestId('check-technology').click()
  const open = () => page.getByTestId('checking-entry').getAttribute('data-entry')
  const first = await open()
  expect(await page.getByTestId('checklist').innerText()).toContain('必填项已填')
  await person.picture('checking')

  await page.getByTestId('move-accept').click()
  await page.getByTestId('confirm-move').click()
  // It waits on, for the check of its form, behind what waits longer.
  await page.locator(`[data-testid=checking-entry]:not([data-entry="${first}"])`).waitFor()

  const ticks = page.locator('.checking-queue li[data-move=accept] input[type=checkbox]')
  const waiting = await ticks.count()
  for (let at = 0; at < waiting; at++) await ticks.nth(at).check()
  await page.getByTestId('bulk-move').click()
  await page.getByTestId('confirm-bulk').click()
  await page.getByTestId('take-back-bar').getByText(`${waiting} 条`).waitFor()
  expect(person.complaints).toEqual([])
})

test('the administrator pastes a year of holidays: faults are told line by line, then it stands', async () => {
  const own = await here.visitor()
  const { page } = own
  await own.signIn('admin')
  await page.goto('/administration')
  await page.getByTestId('to-calendar').click()
  await page.getByTestId('import-calendar').click()
  await page.getByTestId('ask-basis').fill('年度安排（测试）')
  await page.getByTestId('ask-rows').fill(`${YEAR}-01-01\t放假\t元旦\n${YEAR}-02-30\t放假\t春节`)
  await page.getByTestId('confirm-import').click()
  await page.locator('#ask-rows-help').getByText(`第 2 行：“${YEAR}-02-30”不是日期`).waitFor()
  expect(await page.getByTestId('ask-basis').inputValue(), 'what was typed is kept').toBe('年度安排（测试）')

  await page.getByTestId('ask-rows').fill(`${YEAR}/1/1\t放假\t元旦`)
  await page.getByTestId('confirm-import').click()
  await page.getByTestId(`calendar-${YEAR}`).waitFor()
  await own.picture('calendar')
  expect(own.complaints).toEqual([])
})

test('the division head sets for how long what was done can be taken back: minutes, a reason, and both in the list of changes', async () => {
  const own = await here.visitor('head')
  const { page } = own
  await page.goto('/administration')
  await page.getByTestId('to-take-back').click()
  await page.getByTestId('change-window').click()
  await page.getByTestId('ask-minutes').locator('input').or(page.locator('input[data-testid=ask-minutes]')).first().fill('30')
  await page.getByTestId('confirm-window').click()
  await page.locator('#ask-reason-help').getByText('请填写“依据或原因”').waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('ask-reason')
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-testid')), 'the focus is back').toBe('change-window')

  await page.getByTestId('change-window').click()
  await page.getByTestId('ask-minutes').locator('input').or(page.locator('input[data-testid=ask-minutes]')).first().fill('30')
  await page.getByTestId('ask-reason').fill('处务会议定')
  await page.getByTestId('ask-reason').press('Enter')

  await page.getByTestId('window-history').getByText('处务会议定').waitFor()
  expect(await page.getByTestId('window-now').innerText()).toBe('30 分钟')
  await own.picture('take-back-window')
  expect(own.complaints).toEqual([])
})

test('what is looked for stands in the address: the way back from a finding leads to the findings', async () => {
  const own = await here.visitor('planner')
  const { page } = own
  await page.goto('/search')
  await page.getByTestId('search-input').fill('量子')
  await page.locator('.hit').first().click()
  await page.waitForURL(/\/entries\/|registers/)
  await page.goBack()

  await page.locator('.hit').first().waitFor()
  expect(await page.getByTestId('search-input').inputValue()).toBe('量子')
  expect(own.complaints).toEqual([])
})
