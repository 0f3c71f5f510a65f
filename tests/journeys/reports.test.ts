import { expect, test } from 'vitest'
import type { EntryAnswer } from '#contract/entries.ts'
import { PHONE, type Visitor } from './browser.ts'
import { site } from './site.ts'

const here = site()
let person: Visitor

async function signedIn(name: string): Promise<Visitor> {
  person = await here.visitor()
  await person.signIn(name)
  return person
}

test('the planner makes the quarter’s three papers in one go, writes the opening and sends one on', async () => {
  const { page } = await signedIn('planner')
  await page.goto('/reports')
  await page.getByTestId('make-papers').waitFor()
  const before = await page.locator('[data-testid^=report-]').count()
  await person.picture('reports')
  await page.getByTestId('make-papers').click()
  await page.getByTestId('make-period').focus()
  await page.getByTestId('make-period').selectOption('2026Q3')
  await page.getByTestId('make-start').click()
  await page.getByTestId('make-quarterly_brief').getByText('已生成').waitFor({ timeout: 60_000 })
  await page.locator('[data-testid=make-start]:not(.ant-btn-loading)').click()
  await page.waitForFunction((count) => document.querySelectorAll('[data-testid^=report-]').length === count, before + 3)

  await page.getByRole('link', { name: /专报/ }).first().click()
  await page.getByTestId('paper').waitFor()
  await page.getByTestId('text-opening').fill('本季度总体平稳。')
  await page.getByTestId('paper').getByText('本季度总体平稳。').waitFor()
  const word = await page.request.get((await page.getByTestId('report-docx').getAttribute('href'))!)
  expect((await word.body()).subarray(0, 2).toString()).toBe('PK')
  await person.picture('report')
  await page.getByTestId('move-submit').click()
  await page.getByTestId('confirm-move').click()
  await page.getByText('待处长审核').first().waitFor()
  expect(person.complaints).toEqual([])
})

test('a leader on a phone reads the brief, is three clicks from a figure to the evidence as of the same day, and endorses; the signer signs', async () => {
  const { page } = await signedIn('leader')
  await page.setViewportSize(PHONE)
  await page.goto('/work')
  await page.getByRole('link', { name: /专报/ }).first().click()
  const report = page.url()
  await page.getByTestId('paper').locator('a').first().click()
  await page.waitForURL(/\/figures\/.*asOf=2026-10-19/)
  await page.getByTestId('figure-published').click()
  await page.getByTestId('figure-entries').locator('tbody a').first().click()
  await page.waitForURL(/\/registers\/.*asOf=2026-10-19/)
  expect(await page.getByTestId('value-evidence').innerText()).toMatch(/检测报告|用户证明/)
  await person.picture('entry-evidence-phone')
  await page.setViewportSize(PHONE)
  await page.goto(report)
  await page.getByTestId('move-endorse').click()
  await page.getByTestId('confirm-move').click()
  await page.getByText('待签发').first().waitFor()
  await person.close()

  const signer = await signedIn('signer')
  await signer.page.setViewportSize(PHONE)
  await signer.page.goto('/work')
  await signer.page.getByRole('link', { name: /专报/ }).first().click()
  await signer.page.getByTestId('move-sign').click()
  await signer.page.getByTestId('confirm-move').click()
  await signer.page.getByText('已签发').first().waitFor()
  await person.picture('report-signed')
  expect(person.complaints).toEqual([])
})

test('a planner changes a template with figures by name; a name that means nothing is told and not saved', async () => {
  const { page } = await signedIn('planner')
  await page.goto('/reports')
  await page.getByTestId('to-templates').click()
  await page.getByTestId('template-choice').focus()
  await page.getByTestId('template-choice').selectOption('quarterly_circular')
  const paragraph = page.getByTestId('template-quarterly_circular').locator('textarea').first()
  await paragraph.fill('现将{统计期}情况通报如下：突破前沿技术{突破前沿科技}项。')
  await page.getByText('没有这样的指标或写法：{突破前沿科技}').waitFor()
  expect(await page.getByTestId('save-template').isDisabled()).toBe(true)

  await paragraph.fill('现将{统计期}情况通报如下：突破前沿技术{突破前沿技术 本期}项。')
  const column = page.getByTestId('column-0').first().locator('input')
  await column.fill('技术数')
  await page.getByTestId('preview-template').click()
  await page.getByTestId('template-preview').locator('th', { hasText: '技术数' }).first().waitFor()
  await page.keyboard.press('Escape')
  await page.getByTestId('template-preview').waitFor({ state: 'hidden' })
  await page.getByTestId('save-template').click()
  await page.getByText('已保存').waitFor()
  await page.reload()
  await page.getByTestId('template-choice').focus()
  await page.getByTestId('template-choice').selectOption('quarterly_circular')
  expect(await paragraph.inputValue()).toContain('突破前沿技术{突破前沿技术 本期}项')
  expect(await column.inputValue()).toBe('技术数')
  await person.picture('report-templates')
  expect(person.complaints).toEqual([])
})

test('an auditor opens the last quarter’s edition and verifies it', async () => {
  const { page } = await signedIn('auditor')
  await page.goto('/reports')
  await page.getByTestId('open-edition').first().click()
  await page.getByTestId('verify').click()
  const verified = page.getByTestId('verified')
  await verified.waitFor({ timeout: 60_000 })
  expect(await verified.getAttribute('data-same')).toBe('true')
  await person.picture('edition')
  expect(await page.getByTestId('signing-line').locator('li').allInnerTexts()).toMatchObject(
    ['送审', '审核通过', '审签同意', '签发', '编号印发'].map((step) => expect.stringContaining(step) as string),
  )
  const pdf = await page.request.get((await page.getByTestId('edition-pdf').getAttribute('href'))!)
  expect((await pdf.body()).subarray(0, 4).toString()).toBe('%PDF')
  expect(person.complaints).toEqual([])
})

test('a city sees its figures and its four texts, and the province who has not confirmed', async () => {
  const { page } = await signedIn('suzhou')
  await page.goto('/reports')
  await page.getByTestId('round').first().click()
  await page.getByTestId('return-320500').getByRole('link').click()
  await page.getByText('突破前沿技术（项）').waitFor()
  await page.getByRole('heading', { name: /系统计数/ }).waitFor()
  await person.picture('dispatch-return')

  // What is typed is saved by itself, and a page that is left at once loses nothing.
  const leader = await here.server.signIn('suzhou-leader')
  const entry = `/registers/dispatch_return/entries/${page.url().split('/').at(-1)}`
  const { entry: own } = (await (await leader.call('GET', entry)).json()) as EntryAnswer
  const unlocked = await leader.call('POST', `${entry}/moves/unlock`, { reason: '补充进展' }, { 'if-match': `"${own.version}"` })
  expect(unlocked.status).toBe(200)
  await page.reload()
  await page.getByTestId('text-progress').fill('第一句。')
  await page.getByTestId('text-problems').fill('写到一半')
  await page.waitForTimeout(400)
  await page.reload()
  await page.getByText('写到一半').first().waitFor()
  await page.locator('[data-testid=save-state][data-state=saved]').waitFor()
  await page.reload()
  expect(await page.getByTestId('text-progress').inputValue()).toBe('第一句。')
  expect(await page.getByTestId('text-problems').inputValue()).toBe('写到一半')
  await page.getByTestId('move-handIn').click()
  await page.getByTestId('confirm-move').click()
  await page.getByText('待负责人确认').first().waitFor()
  expect(person.complaints).toEqual([])
})
