import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { decodeText } from '#policy-text/index.ts'
import { PASSWORD, type Visitor } from './browser.ts'
import { formPage } from './pages/form.ts'
import { uploadPlan } from './pages/steps.ts'
import { PLAN_TEXT } from './plan-text.ts'
import { site } from './site.ts'

const here = site()
let person: Visitor

async function asClerk(): Promise<Visitor> {
  person = await here.visitor()
  await person.signIn('suzhou')
  return person
}

/** A new draft of a technology, open in its form. */
async function draft(visitor: Visitor, title: string) {
  const { page } = visitor
  await visitor.open('/registers/technology/new')
  const form = formPage(page)
  await form.field('title').waitFor()
  await form.type('title', title)
  await form.place('area', '昆山市')
  await form.save()
  await page.waitForURL(/\/registers\/technology\/[0-9a-f-]{36}/)
  if (!page.url().endsWith('/edit')) await page.getByTestId('edit-entry').click()
  await form.field('contact').waitFor()
  return form
}

const saveState = (visitor: Visitor, state: string) => visitor.page.locator(`[data-testid=save-state][data-state=${state}]`).first()

test('a form with many wrong fields is told all of them at once, in words, each at its field', async () => {
  const visitor = await asClerk()
  await visitor.open('/registers/technology/new')
  const form = formPage(visitor.page)
  await form.field('title').waitFor()
  await form.type('phone', '12')
  await form.type('completedOn', '2026-03-31')
  await visitor.page.keyboard.press('Enter')
  await form.save()

  const faults = visitor.page.getByTestId('form-faults')
  await faults.waitFor()
  const said = await faults.innerText()
  for (const label of ['技术名称', '属地', '手机']) expect(said).toContain(label)
  await visitor.picture('form-faults')
})

test('what a greyed button lacks leads to the field where it is mended', async () => {
  const visitor = await asClerk()
  await draft(visitor, '还不能提交的技术')
  const { page } = visitor
  await page.goto(page.url().replace(/\/edit$/, ''))
  await page.getByTestId('move-submit').waitFor()
  expect(await page.getByTestId('move-submit').isDisabled()).toBe(true)
  await page.getByTestId('missing-submit').getByRole('link', { name: '“联系人”未填' }).click()
  const contact = formPage(page).field('contact').locator('input')
  await contact.waitFor()
  await contact.evaluate(
    (box) => new Promise<void>((focused) => (box === document.activeElement ? focused() : box.addEventListener('focus', () => focused()))),
  )

  await page.goBack()
  await page
    .getByTestId('missing-submit')
    .getByRole('link', { name: /佐证须有/ })
    .first()
    .click()
  await page.getByTestId('add-row-evidence').waitFor()
})

test('a session that ends while a form is half filled asks for the password over the form, and the draft is saved', async () => {
  const visitor = await asClerk()
  const form = await draft(visitor, '会话过期时填写的技术')
  await visitor.context.clearCookies()
  await form.type('contact', '过期后填写的联系人')
  await visitor.page.getByTestId('password').waitFor()
  await visitor.picture('signed-out-over-form')
  await visitor.page.getByTestId('password').fill(PASSWORD)
  await visitor.page.getByTestId('sign-in').click()
  await saveState(visitor, 'saved').waitFor()

  await visitor.page.reload()
  await form.field('contact').waitFor()
  expect(await form.field('contact').locator('input').inputValue()).toBe('过期后填写的联系人')
})

test('while the database is away the draft is kept on the computer and says so; when it is back the save goes through by itself', async () => {
  const visitor = await asClerk()
  const form = await draft(visitor, '断库时填写的技术')
  await visitor.page.route('**/api/v1/registers/technology/entries/**', (route) =>
    route.request().method() === 'PATCH'
      ? route.fulfill({
          status: 503,
          headers: { 'retry-after': '1', 'content-type': 'application/problem+json' },
          body: JSON.stringify({
            type: 'about:blank',
            title: '服务暂时不可用',
            status: 503,
            detail: '数据库暂时不可用',
            code: 'service.unavailable',
            words: { zh: '数据库暂时不可用', en: 'The database is away' },
          }),
        })
      : route.continue(),
  )
  await form.type('contact', '断库时的联系人')
  await saveState(visitor, 'offline').waitFor()
  await visitor.picture('database-away')

  await visitor.page.unroute('**/api/v1/registers/technology/entries/**')
  await saveState(visitor, 'saved').waitFor({ timeout: 60_000 })
})

test('a real loss of the database in the middle of typing loses nothing', async () => {
  const visitor = await asClerk()
  const form = await draft(visitor, '掉线时填写的技术')
  here.server.killDatabase()
  await form.type('contact', '掉线时的联系人')
  await saveState(visitor, 'saved').waitFor({ timeout: 60_000 })
  await visitor.page.reload()
  await form.field('contact').waitFor()
  expect(await form.field('contact').locator('input').inputValue()).toBe('掉线时的联系人')
})

test('two people editing one entry see both values side by side and choose', async () => {
  const visitor = await asClerk()
  const form = await draft(visitor, '两人同时修改的技术')
  const id = /entries?\/|technology\/([0-9a-f-]{36})/.exec(visitor.page.url())?.[1] ?? ''
  const other = await here.server.signIn('suzhou')
  const seen = (await (await other.call('GET', `/registers/technology/entries/${id}`)).json()) as { entry: { version: number } }
  await other.call(
    'PATCH',
    `/registers/technology/entries/${id}`,
    { values: { contact: '同事填的', people: '同事补的完成人' } },
    { 'if-match': `"${seen.entry.version}"` },
  )

  await form.type('contact', '我填的')
  await visitor.page.getByTestId('clash-contact').waitFor()
  await visitor.picture('clash')
  await visitor.page.getByTestId('clash-contact').getByText('我填的').first().click()
  await visitor.page.getByTestId('resolve-clash').click()
  await saveState(visitor, 'saved').waitFor()

  const after = (await (await other.call('GET', `/registers/technology/entries/${id}`)).json()) as {
    entry: { values: Record<string, string> }
  }
  expect(after.entry.values['contact']).toBe('我填的')
  expect(after.entry.values['people']).toBe('同事补的完成人')
})

test('evidence of a wrong type is refused in words before it is sent', async () => {
  const visitor = await asClerk()
  const form = await draft(visitor, '佐证类型错误的技术')
  await form.addRow('evidence')
  const cell = form.cell('evidence', 0, 'files')
  await form.attach(cell, '程序.exe', 'MZ', 'application/octet-stream')
  expect(await cell.locator('.fault').first().innerText()).toContain('程序.exe')
  await form.attach(cell, '假的.pdf', '这不是 PDF', 'application/pdf')
  await cell.getByText('假的.pdf').first().waitFor()
  expect(await cell.innerText()).toMatch(/不|内容/)
})

test('a file that arrives after a row above was removed falls into its own row; one whose row is gone brings no row back', async () => {
  const visitor = await asClerk()
  const form = await draft(visitor, '上传途中删行的技术')
  const { page } = visitor
  const held = await holdUploads(page)
  for (const [at, title] of ['CMA/CNAS 检测报告', '用户证明', '其他'].entries()) {
    await form.addRow('evidence')
    await form.chooseCell('evidence', at, 'type', title)
  }
  await form.attach(form.cell('evidence', 1, 'files'), '用户证明.txt', '用户已经应用', 'text/plain')
  await form.attach(form.cell('evidence', 2, 'files'), '无主.txt', '所在的行随后删除', 'text/plain')
  await held.arrived(2)
  await page.getByRole('button', { name: '删除第 3 行' }).click()
  await page.getByRole('button', { name: '删除第 1 行' }).click()
  held.letGo()

  await form.cell('evidence', 0, 'files').getByText('用户证明.txt', { exact: true }).waitFor()
  expect(await form.cell('evidence', 0, 'type').innerText()).toContain('用户证明')
  expect(await page.locator('[data-testid^=evidence-row-]').count()).toBe(1)
  expect(await page.getByText('无主.txt', { exact: true }).count()).toBe(0)
})

/** Uploads wait on their way until they are let go. */
async function holdUploads(page: Page) {
  const going = Promise.withResolvers<void>()
  let waiting = 0
  await page.route('**/api/v1/files', async (route) => {
    waiting++
    await going.promise
    await route.continue()
  })
  return { arrived: (count: number) => expect.poll(() => waiting).toBe(count), letGo: () => going.resolve() }
}

test.each([
  ['an empty file', '空.txt', Buffer.alloc(0), '空'],
  ['a picture named .txt', '图.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1, 2, 3, 0, 0]), '不符'],
])('a plan that is %s is answered with a sentence, not with an empty plan', async (_what, name, bytes, word) => {
  person = await here.visitor()
  await person.signIn('planner')
  await person.open('/plans/upload')
  await person.page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'text/plain', buffer: bytes })
  const answer = person.page.getByRole('alert').filter({ hasText: name })
  await answer.waitFor()
  expect(await answer.innerText()).toContain(word)
  await person.picture(`plan-fault-${name}`)
})

test('a plan in GBK is read like one in UTF-8, and says which it was', async () => {
  const gbk = gbkBytes()
  expect(decodeText(gbk)).toMatchObject({ encoding: expect.stringMatching(/gb/i) })
  person = await here.visitor()
  await person.signIn('planner')
  await uploadPlan(person, 'GBK编码.txt', Buffer.from(gbk))
  expect(await person.page.getByTestId('source-text').innerText()).toContain('突破一百项技术')
})

test('a text without a single number is read and warned about', async () => {
  person = await here.visitor()
  await person.signIn('planner')
  await uploadPlan(person, '原则.txt', PLAN_TEXT.replaceAll(/[0-9]/g, '').replaceAll(/[一二三四五六七八九十百]/g, ''))
  await person.page
    .getByText(/没有.*数字/)
    .first()
    .waitFor()
})

/** “到二〇二六年,突破一百项技术。” in GB 18030, repeated so that an encoding can be told. */
function gbkBytes(): Uint8Array {
  const sentence = [
    0xb5, 0xbd, 0xb6, 0xfe, 0xa9, 0x96, 0xb6, 0xfe, 0xc1, 0xf9, 0xc4, 0xea, 0xa3, 0xac, 0xcd, 0xbb, 0xc6, 0xc6, 0xd2, 0xbb, 0xb0, 0xd9,
    0xcf, 0xee, 0xbc, 0xbc, 0xca, 0xf5, 0xa1, 0xa3, 0x0a,
  ]
  return Uint8Array.from(Array.from({ length: 8 }, () => sentence).flat())
}
