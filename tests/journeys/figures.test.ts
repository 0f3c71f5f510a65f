import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import type { Visitor } from './browser.ts'
import { site } from './site.ts'

const INDICATOR = 'technology_breakthroughs'

const here = site()
let person: Visitor

beforeAll(async () => {
  person = await here.visitor()
  await person.signIn('head')
})

test('the overview leads in three clicks from a city’s figure to an entry', async () => {
  const { page } = person
  await page.goto('/overview')
  const tile = page.getByTestId(`tile-${INDICATOR}`)
  await tile.getByTestId('light').click()
  expect(await tile.innerText()).toContain('按匀速应有')
  await person.picture('overview')

  await page.getByText('表格', { exact: true }).click()
  const cell = page.locator('[data-testid^=overview-city-] a').first()
  const figure = await cell.innerText()
  expect(page.url()).toContain('cities=table')
  await cell.click()
  await page.getByTestId('figure-entries').waitFor()
  expect(await page.getByTestId('figure-entries').innerText()).toContain(`合计 ${figure}`)
  await page.getByTestId('figure-entries').locator('tbody a').first().click()
  await page.waitForURL(/\/registers\/technology\/[0-9a-f-]{36}/)
  await page.getByTestId('history').waitFor()
})

test('the tile map says of a city what share it has, what changed and what of it lies in zones, to the keyboard as well, and opens its entries', async () => {
  const { page } = person
  await page.goto(`/overview?figure=${INDICATOR}`)
  const suzhou = page.getByTestId('area-map-320500')
  await suzhou.focus()
  const value = await suzhou.locator('strong').innerText()
  const readout = page.getByTestId('map-readout')
  await readout.getByText('苏州市').waitFor()
  expect(await readout.innerText()).toMatch(/占全省\s*[\d.]+%/)
  expect(await suzhou.textContent()).toMatch(new RegExp(`^苏州${value}项，占全省[\\d.]+%，近七天`))
  const boxOf = async (area: string) => (await page.getByTestId(`area-map-${area}`).boundingBox())!
  expect((await boxOf('320300')).y).toBeLessThan((await boxOf('320500')).y) // Xuzhou lies north of Suzhou
  await person.picture('overview-map')

  await page.keyboard.press('Enter')
  await page.getByTestId('figure-entries').waitFor()
  expect(await page.getByTestId('figure-entries').innerText()).toContain(`合计 ${value}`)
})

test('a figure is compared by field and over time; both edges say the figure, and a cell opens its entries', async () => {
  const { page } = person
  await page.goto(`/figures/${INDICATOR}?rows=field`)
  const total = await page.getByTestId('figure-published').getAttribute('data-value')
  const comparison = page.getByTestId('comparison')
  await comparison.locator('tfoot').waitFor()
  expect(await comparison.locator('tfoot').innerText()).toContain(total!)

  await page.getByTestId('comparison-columns').focus()
  await page.getByTestId('comparison-columns').selectOption('half')
  await comparison.getByText('年上半年').first().waitFor()
  await comparison.locator('tbody button').first().click()
  await page.getByTestId('figure-entries').waitFor()
  await page.keyboard.press('Escape')
  await page.getByTestId('figure-entries').waitFor({ state: 'hidden' })
  expect(page.url()).toContain('columns=half')

  await comparison.getByText('排名', { exact: true }).click()
  await comparison.getByText('同数并列').waitFor()
  await comparison.getByText('折线', { exact: true }).click()
  await page.getByTestId('lines-chart').locator('svg').waitFor()
  await person.picture('comparison')

  await page.getByTestId('comparison-rows').focus()
  await page.getByTestId('comparison-rows').selectOption('group:region')
  await page.getByTestId('groups-note').waitFor()
  await comparison.getByText('热力表', { exact: true }).click()
  await page.getByTestId('compare-sunan').locator('button').first().click()
  await page.getByRole('dialog').getByText('苏南').first().waitFor()
  await page.getByTestId('figure-entries').waitFor()
})

test('every display of a figure is taken away as a picture and as data that say their unit, period, day and source', async () => {
  const { page } = person
  await page.goto(`/figures/${INDICATOR}?view=heat`)
  const comparison = page.getByTestId('comparison')
  const kept = async (click: () => Promise<unknown>) => {
    const [file] = await Promise.all([page.waitForEvent('download'), click()])
    return { name: file.suggestedFilename(), content: await readFile(await file.path()) }
  }
  for (const view of ['热力表', '排名', '柱形']) {
    await comparison.getByText(view, { exact: true }).click()
    if (view === '柱形') await comparison.locator('svg').waitFor()
    const picture = await kept(() => comparison.getByRole('button', { name: '导出 PNG' }).click())
    expect(picture.name).toMatch(new RegExp(`${view}-\\d{4}-\\d\\d-\\d\\d\\.png$`))
    expect(picture.content.subarray(1, 4).toString()).toBe('PNG')
  }
  const map = await kept(() => page.getByRole('button', { name: '导出示意图' }).click())
  expect(map.content.subarray(1, 4).toString()).toBe('PNG')

  const data = await kept(() => page.getByRole('button', { name: '导出 CSV' }).first().click())
  const lines = data.content.toString().trimEnd().split('\r\n')
  const total = await page.getByTestId('figure-published').getAttribute('data-value')
  expect(
    lines
      .find((line) => line.startsWith('全省'))
      ?.split(',')
      .at(-1),
  ).toBe(total)
  expect(lines.at(-2)).toMatch(/^单位：项.统计期：累计.截至：\d{4}-\d\d-\d\d$/)
  expect(lines.at(-1)).toContain('来源：')
})

test('search, the big screen and the work list say of which day they are when a day is chosen', async () => {
  const { page } = person
  await page.goto('/search?asOf=2026-06-30')
  await page.getByTestId('search-input').fill('量子')
  await page.getByTestId('search-as-of').getByText('2026年6月30日').waitFor()
  await page.goto('/work?asOf=2026-06-30')
  await page.getByTestId('as-of-band').getByText('不随截至日').waitFor()
  await page.getByTestId('work-items').waitFor()
  await page.goto('/overview?asOf=2026-06-30')
  await page.getByTestId('wall-link').click()
  await page.getByTestId('wall').getByText('截至2026年6月30日').waitFor()
})

test('a copied link opens the same figure as of the same day', async () => {
  const { page } = person
  await person.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`/figures/${INDICATOR}?rows=field&columns=year&view=heat`)
  await page.getByTestId('copy-link').click()
  await page.getByText('打开即为截至').waitFor()
  const address = new URL(await page.evaluate(() => navigator.clipboard.readText()))

  expect(address.searchParams.get('asOf')).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect(address.search).toContain('columns=year')
  await page.goto(address.pathname + address.search)
  await page.getByTestId('as-of-band').waitFor()
})

test('the big screen shows the same figures without scrolling', async () => {
  const { page } = person
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.goto('/overview')
  const figure = await page.getByTestId(`tile-${INDICATOR}`).locator('.headline strong').innerText()
  await page.getByTestId('wall-link').click()
  await page.getByTestId('wall').getByText('突破前沿技术').first().waitFor()
  expect(await page.locator('.wall-tile').filter({ hasText: '突破前沿技术' }).locator('.headline strong').innerText()).toBe(figure)
  expect(await page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight)).toBe(true)
  await page.screenshot({ path: 'test-output/journeys/wall-1920.png' })
})

test('nothing was complained about in the browser', () => {
  expect(person.complaints).toEqual([])
})
