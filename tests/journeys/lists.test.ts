import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Visitor } from './browser.ts'
import { site } from './site.ts'

const here = site()
let person: Visitor

beforeAll(async () => {
  person = await here.visitor()
  await person.signIn('planner')
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

  const other = await here.visitor()
  await other.signIn('kunshan')
  await other.page.goto('/registers/technology')
  await other.page.getByTestId('view-储备与成熟度').click()
  await other.page.waitForURL(/state=reserve/)
  expect(await other.page.getByTestId('view-menu').isVisible()).toBe(true)
  expect(other.complaints).toEqual([])
  await other.close()
  expect(person.complaints).toEqual([])
})

test('a list is taken away as it is shown: its rows in their order, its columns, personal data masked; a refusal is told', async () => {
  const { page } = person
  await person.open('/registers/technology?state=published&sort=title&columns=field,contact,phone,changedAt')
  await page.locator('tbody tr').first().waitFor()
  const shown = await page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => (row as HTMLTableRowElement).cells[1]!.innerText))
  const all = await total()
  await page.getByTestId('export-menu').click()
  await person.picture('export-menu')
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export-csv-shown').click()])
  const text = await readFile(await file.path(), 'utf8')
  const [head, ...lines] = text.trim().split('\r\n')

  expect(file.suggestedFilename()).toBe('前沿技术突破.csv')
  expect(head).toBe('行号,技术名称,所属领域,联系人,手机,更新时间,公开属性,办理状态')
  expect(lines.length).toBe(all)
  expect(lines.slice(0, shown.length).map((line) => line.split(',')[1])).toEqual(shown)
  expect(lines.every((line) => line.endsWith(',已公布'))).toBe(true)
  expect(lines.some((line) => /,\d{3}\*{4}\d{4},/.test(line))).toBe(true)

  await page.route('**/export.csv*', (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      json: { status: 409, words: { zh: '已有 3 个导出', en: 'three run' } },
    }),
  )
  await page.getByTestId('export-menu').click()
  await page.getByTestId('export-csv-all').click()
  await page.getByTestId('download-failed').filter({ hasText: '已有 3 个导出' }).getByRole('button').click()
  await page.unroute('**/export.csv*')
  expect(person.complaints).toEqual([])
})

test('a block out of Excel is pasted into the list, read as people write it, mended and saved as one act', async () => {
  await draft('jiangning', { title: '量子测控方法', field: 'quantum', area: '320115' })
  const own = await here.visitor('jiangning')
  const { page } = own
  await page.goto('/registers/technology?state=draft&sort=no&as=grid')
  await page.getByTestId('grid').waitFor()
  const before = await page.getByTestId('cell-0-0').innerText()

  await page.getByTestId('cell-0-0').click()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await paste(page, '量子测控新方法\t没有的领域\t江宁区\r\n')
  await page.getByTestId('grid-bar').getByText('1 处有误').waitFor()
  await own.picture('grid')
  expect(await page.getByTestId('grid-save').isDisabled()).toBe(true)

  await page.keyboard.press('ArrowRight')
  await paste(page, '人工智能')
  await page.getByTestId('grid-bar').getByText('1 处有误').waitFor({ state: 'detached' })
  await page.keyboard.press('ControlOrMeta+z')
  await page.getByTestId('grid-bar').getByText('1 处有误').waitFor()
  await page.keyboard.press('ControlOrMeta+y')
  await page.getByTestId('grid-save').click()
  await page.getByTestId('grid-saved').waitFor()
  await expect.poll(() => page.getByTestId('cell-0-0').innerText(), SOON).toBe('量子测控新方法')

  await page.getByTestId('cell-0-0').click()
  await page.keyboard.press('F2')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(before)
  await page.keyboard.press('Enter')
  await page.getByTestId('grid-save').click()
  await expect.poll(() => page.getByTestId('cell-0-0').innerText(), SOON).toBe(before)
  expect(own.complaints).toEqual([])
})

/** A draft of the person's own: which there are of the demonstration's follows from its size. */
async function draft(loginName: string, values: Readonly<Record<string, string>>): Promise<void> {
  const caller = await here.server.signIn(loginName)
  const made = await caller.call('POST', '/registers/technology/entries', { values })
  expect(made.status).toBe(201)
}

/** As the browser does after Ctrl+V; the clipboard of a machine without a screen is not to be had. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
}

test('a list is worked by keyboard alone: move, peek, choose, open, and the help says how', async () => {
  const { page } = person
  await person.open('/registers/technology?sort=no')
  const rows = page.locator('tbody tr')
  await rows.nth(1).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  expect(await rows.nth(1).getAttribute('class')).toBe('row-at')
  await page.keyboard.press('x')
  await page.getByTestId('bulk-bar').getByText('已选 1 条').waitFor()
  await page.keyboard.press('Space')
  await page.waitForURL(/peek=/)
  const first = page.url()
  await page.keyboard.press('k')
  await page.waitForURL((url) => url.href !== first && url.href.includes('peek='))
  await page.keyboard.press('Space')
  await page.waitForURL((url) => !url.href.includes('peek='))
  await page.keyboard.press('?')
  await page.getByTestId('list-keys').waitFor()
  await page.keyboard.press('Escape')
  await page.getByTestId('list-keys').waitFor({ state: 'detached' })
  await page.keyboard.press('Enter')
  await page.getByTestId('moves').waitFor()
  expect(person.complaints).toEqual([])
})

test('a card is dragged by the mouse: columns it cannot reach say why, the one it can takes it, and it is taken back', async () => {
  const { page } = person
  await person.open('/registers/technology?as=board&state=recommended%2Caccepted%2CinReview')
  const count = async (state: string) => Number(await page.getByTestId(`board-count-${state}`).innerText())
  await page.getByTestId('board-count-accepted').filter({ hasText: /\d/ }).waitFor()
  const card = page.getByTestId('board-recommended').locator('.board-card').first()
  await card.waitFor()
  const [recommended, accepted] = [await count('recommended'), await count('accepted')]

  await card.hover()
  await page.mouse.down()
  await page.getByTestId('board-inReview').hover()
  await page.getByTestId('board-inReview').getByText('不能由当前状态直接到此').waitFor()
  await person.picture('board-dragging')
  await page.mouse.up()
  await page.getByTestId('board-inReview').getByText('不能由当前状态直接到此').waitFor({ state: 'detached' })
  expect(await count('recommended')).toBe(recommended)

  await card.hover()
  await page.mouse.down()
  await page.getByTestId('board-accepted').hover()
  await page.locator('.board-open').waitFor()
  await page.getByTestId('board-accepted').hover()
  await page.mouse.up()
  await page.getByTestId('confirm-move').click()
  await expect.poll(() => count('accepted'), SOON).toBe(accepted + 1)
  await page.getByTestId('take-back').click()
  await expect.poll(() => count('recommended'), SOON).toBe(recommended)
  expect(person.complaints).toEqual([])
})

test('the board tells exact counts and moves a card as its entry would be moved; the map counts the cities and filters', async () => {
  const { page } = person
  await person.open('/registers/technology?as=board')
  const count = async (state: string) => Number(await page.getByTestId(`board-count-${state}`).innerText())
  await expect.poll(() => count('recommended'), SOON).toBeGreaterThan(0)
  await page.getByTestId('board-count-accepted').filter({ hasText: /\d/ }).waitFor()
  const [recommended, accepted] = [await count('recommended'), await count('accepted')]
  await person.picture('board')
  await page.getByTestId('board-recommended').locator('.board-move').first().click()
  await page.getByRole('menuitem', { name: '受理（待形式审查）' }).click()
  await page.getByTestId('confirm-move').click()
  await expect.poll(() => count('accepted'), SOON).toBe(accepted + 1)
  await expect.poll(() => count('recommended'), SOON).toBe(recommended - 1)
  await page.getByTestId('take-back').click()
  await expect.poll(() => count('accepted'), SOON).toBe(accepted)

  await page.getByText('地图', { exact: true }).click()
  await page.getByTestId('map-total').waitFor()
  const suzhou = Number(await page.getByTestId('map-320500').locator('strong').innerText())
  await person.picture('map')
  await page.getByTestId('map-320500').click()
  await page.waitForURL(/area=.*320500/)
  await page.getByText('表格', { exact: true }).click()
  await expect.poll(total, SOON).toBe(suzhou)
  expect(person.complaints).toEqual([])
})
