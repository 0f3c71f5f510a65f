import { Document, Packer, Paragraph } from 'docx'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { DESK, PHONE, type Visitor } from './browser.ts'
import { planItem, uploadPlan } from './pages/steps.ts'
import { PLAN_TEXT, PLAN_TITLE } from './plan-text.ts'
import { site } from './site.ts'

const here = site()
let person: Visitor
let page: Page

beforeAll(async () => {
  person = await here.visitor()
  ;({ page } = person)
  await person.signIn('planner')
})

test('a Word document is read; the least sure comes first, and each side leads to the other', async () => {
  const word = await Packer.toBuffer(new Document({ sections: [{ children: PLAN_TEXT.split('\n').map((line) => new Paragraph(line)) }] }))
  await uploadPlan(person, '三年行动计划.docx', word)
  await page.getByText(PLAN_TITLE).first().waitFor()

  await page.getByTestId('source-text').getByText('突破100项前沿技术').click()

  const chosen = page.locator('.item-chosen')
  await chosen.waitFor()
  expect(await chosen.innerText()).toContain('突破100项前沿技术')
  await page.getByTestId('kind-duty').click()
  await (await planItem(page, 'duty', '省财政厅')).locator('.item-open').click()
  await page.locator('.source-text .found-chosen').first().waitFor()
  expect(await page.locator('.source-text .found-chosen').allInnerTexts()).toEqual([expect.stringContaining('省科技厅牵头')])
  await page.getByTestId('item-why').click()
  await person.picture('review-chosen')
  await page.setViewportSize(DESK)
})

test('the plan stands as a tree that folds', async () => {
  await page.getByTestId('kind-heading').click()
  await planItem(page, 'heading', '组织技术攻关')
  const before = await page.getByTestId('plan-item').count()

  const first = (await planItem(page, 'heading', '二、重点任务')).getByTestId('item-fold')
  await first.click()

  expect(await first.getAttribute('aria-expanded')).toBe('false')
  expect(await page.getByTestId('plan-item').count()).toBeLessThan(before)
  await first.click()
  await person.picture('review-tree')
  await page.setViewportSize(DESK)
})

test('measures and what the document says of itself are doors to their words', async () => {
  await page.getByTestId('kind-more').click()
  const first = page.getByTestId('more-found').locator('.more-words').first()
  await first.waitFor()

  await first.click()

  const selected = () => page.evaluate(() => document.getSelection()?.toString() ?? '')
  await expect.poll(selected).toBe(await first.innerText())
  await page.getByTestId('kind-heading').click()
})

test('words that the reader missed are selected and added; their value comes by itself, and doubles are named', async () => {
  await page.keyboard.press('/')
  await page.getByTestId('text-search').fill('按季度通报进展')
  await page.getByTestId('selection-bar').waitFor()
  await page.getByTestId('add-list').click()
  await page.getByTestId('field-label').locator('input').fill('季度通报')
  await person.picture('review-add')
  await page.setViewportSize(DESK)
  await page.getByTestId('add-item').click()
  await page.getByTestId('add-item').waitFor({ state: 'detached' })
  await page.locator('.item-chosen').getByText('季度通报').first().waitFor()

  await page.getByTestId('text-search').fill('建成应用场景30个左右')
  await page.getByTestId('add-target').click()
  await page.getByTestId('add-overlaps').waitFor()
  expect(await page.getByTestId('field-low').locator('input').inputValue()).toBe('30')
  expect(await page.getByTestId('field-unit').locator('input').inputValue()).toBe('个')
  await page.getByTestId('add-item').click()
  await page.getByTestId('refusal').getByText('不能重复添加').waitFor()
  await page.keyboard.press('Escape')
  await page.getByTestId('add-item').waitFor({ state: 'detached' })
})

test('one item is split where a person says, taken back with u, and two neighbours are joined', async () => {
  const target = await planItem(page, 'target', '突破100项前沿技术')
  await target.locator('.item-open').click()
  const before = await countOf('target')

  await target.getByTestId('item-split').click()
  await page.getByTestId('split-place').focus()
  await page.keyboard.press('ArrowRight')
  await person.picture('review-split')
  await page.setViewportSize(DESK)
  await page.getByTestId('split-item').click()
  await page.getByTestId('split-item').waitFor({ state: 'detached' })
  await expect.poll(() => countOf('target')).toBe(before + 1)
  await page.keyboard.press('u')
  await expect.poll(() => countOf('target')).toBe(before)

  await (await planItem(page, 'target', '制定标准40项以上')).locator('.item-open').click()
  await page.locator('.item-chosen').getByTestId('item-join').click()
  await expect.poll(() => countOf('target')).toBe(before - 1)
  await page.getByTestId('undo').click()
  await expect.poll(() => countOf('target')).toBe(before)
})

test('by keyboard alone: next, check, remove, undo, correct; the progress counts and is kept', async () => {
  await page.getByTestId('kind-target').click()
  await page.locator('body').press('j')
  await (await planItem(page, 'target', '突破100项前沿技术')).locator('.item-open').click()
  const [done, total] = await progress()

  await page.locator('body').press('e')
  await expect.poll(progress).toEqual([done + 1, total])
  await page.locator('body').press('x')
  await expect.poll(progress).toEqual([done + 1, total - 1])
  await page.locator('body').press('u')
  await expect.poll(progress).toEqual([done + 1, total])
  await page.locator('body').press('Enter')
  await page.getByTestId('field-low').locator('input').fill('41')
  await page.getByTestId('item-save').click()
  await page.getByTestId('item-save').waitFor({ state: 'detached' })
  await page.locator('body').press('?')
  await page.getByRole('dialog').getByText('撤销上一步').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await progress())[0]).toBeGreaterThan(done + 1)

  const kept = await progress()
  await page.reload()
  await page.getByTestId('source-text').waitFor()
  expect(await progress()).toEqual(kept)
  await person.picture('review-checked')
})

test('on a phone the two sides are tabs, and the chosen words lie under the thumb', async () => {
  await page.setViewportSize(PHONE)
  await page.locator('.reading-sides').getByText('原文').click()
  await page.getByTestId('source-text').getByText('突破100项前沿技术').click()

  const sheet = page.getByTestId('item-sheet')
  await sheet.waitFor()
  expect(await sheet.innerText()).toContain('突破100项前沿技术')
  await person.picture('review-phone')
  await page.setViewportSize(PHONE)
  await sheet.getByTestId('other-side').click()
  await page.locator('.item-chosen').waitFor()
})

test('a text in traditional characters stands in its own and in simplified ones, with other words named', async () => {
  const text = '低空產業發展行動方案\n\n一、主要目標\n到2028年，技術契約成交額達到90億元，建設套用場景40個。\n'
  await uploadPlan(person, '繁體方案.txt', text)
  await page.getByTestId('both-ways').click()

  await page.getByTestId('simplified-line').filter({ hasText: '技术合同成交额达到90亿元，建设应用场景40个' }).waitFor()
  expect(await page.getByTestId('source-text').innerText()).toContain('技術契約成交額')
  expect(await page.getByTestId('noted-terms').innerText()).toContain('技術契約 → 技术合同')
  await person.picture('review-traditional')
})

test('the plan beside another one: a figure leads to its clause, and the comparison can be taken along', async () => {
  await page.setViewportSize(DESK)
  await person.open('/plans')
  await page.getByTestId('compare-plans').click()
  await page.getByTestId('side-one').getByRole('combobox').fill('前沿技术攻坚')
  await page.keyboard.press('Enter')
  const other = '邻省前沿技术方案(2025-2027年)\n\n一、主要目标\n到2027年,突破前沿技术60项,引进领军团队15个。\n'
  await page.getByTestId('side-other-file').setInputFiles({ name: '邻省.txt', mimeType: 'text/plain', buffer: Buffer.from(other) })

  const pair = page.getByTestId('comparison').locator('tr').filter({ hasText: '60项' })
  expect(await pair.innerText()).toContain('100项')
  await pair.getByRole('button', { name: /60项/ }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByTestId('clause-text').locator('mark').innerText()).toContain('突破前沿技术60项')
  await page.keyboard.press('Escape')
  await page.getByTestId('clause-text').waitFor({ state: 'detached' })
  const [taken] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export-comparison').click()])
  expect(taken.suggestedFilename()).toBe('方案对比.xlsx')
  await person.picture('comparison')
})

test('a long plan is checked many at once and back; only the rows in sight are drawn before confirming; what is being typed outlives scrolling, and rows are found by words', async () => {
  await uploadPlan(person, '长方案.txt', longPlan(80))
  const before = await page.getByTestId('progress').innerText()
  await page.getByTestId('kind-heading').click()
  await page.getByTestId('bulk-check').click()
  await page.locator('.item-done').getByText('已核对').waitFor()
  await expect.poll(() => page.getByTestId('progress').innerText()).not.toBe(before)
  await page.keyboard.press('u')
  await expect.poll(() => page.getByTestId('progress').innerText()).toBe(before)
  await page.keyboard.press('Shift+E')
  await expect.poll(() => page.getByTestId('progress').innerText()).not.toBe(before)

  await page.getByTestId('confirm').click()
  const rows = page.locator('[data-testid^=proposed-task-]')
  await rows.first().waitFor({ state: 'attached' })
  await page.getByTestId('to-confirm-tasks').click()
  const lead = page.locator('[data-testid^=lead-]').first()
  await lead.fill('省数据局')
  expect(await rows.count()).toBeLessThan(60)

  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await page.getByText('专项行动第80项').first().waitFor()
  await page.getByTestId('tasks-words').fill('第79项')
  await page.getByTestId('tasks-words').press('Tab')
  await expect.poll(() => rows.count()).toBe(1)
  await page.getByTestId('tasks-words').fill('')
  expect(await lead.inputValue()).toBe('省数据局')
})

/** A text of our own with so many measures, each with a target of its own. */
function longPlan(measures: number): string {
  const lines = Array.from(
    { length: measures },
    (_, at) => `${at + 1}. 专项行动第${at + 1}项。到2026年，建成专项平台${at + 11}个。（省科技厅牵头，省财政厅配合）`,
  )
  return ['长期专项行动方案(2024-2026年)', '一、重点任务', ...lines].join('\n\n')
}

test('nothing was complained about in the browser', () => {
  expect(person.complaints).toEqual([])
})

async function countOf(kind: string): Promise<number> {
  return Number(await page.getByTestId(`kind-${kind}`).locator('.count').innerText())
}

async function progress(): Promise<readonly [number, number]> {
  const [done, total] = [...(await page.getByTestId('progress').innerText()).matchAll(/\d+/g)].map(Number)
  return [done ?? Number.NaN, total ?? Number.NaN]
}
