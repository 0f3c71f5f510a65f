import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GatewayServer, gatewayServer } from '../support/gateway-server.ts'
import { type MailServer, mailServer } from '../support/mail-server.ts'
import type { Visitor } from './browser.ts'
import { site } from './site.ts'

const here = site()
let mail: MailServer
let gateway: GatewayServer
let person: Visitor

beforeAll(async () => {
  ;[mail, gateway] = await Promise.all([mailServer(), gatewayServer()])
})
afterAll(async () => {
  await mail?.close()
  await gateway?.close()
})
async function as(loginName: string): Promise<Visitor> {
  person = await here.visitor(loginName)
  return person
}

/** A plain list holds its choices once it is reached for. */
async function pick(list: Locator, value: string): Promise<void> {
  await list.focus()
  await list.selectOption(value)
}

test('an administrator sets up a mail channel, sends a test and sees in the outbox that it left', async () => {
  const { page } = await as('admin')
  await page.goto('/administration')
  await page.getByTestId('to-channels').click()
  await page.getByTestId('add-channel').waitFor()
  await person.picture('channels-none')
  await page.getByTestId('add-channel').click()
  await page.getByTestId('channel-title').fill('单位邮箱')
  await page.getByTestId('smtp-host').fill('127.0.0.1')
  await page.getByTestId('smtp-port').fill(String(mail.port))
  await pick(page.getByTestId('smtp-security'), 'none')
  await page.getByTestId('save-channel').click()
  expect(await page.getByTestId('refusal').innerText()).toContain('发件地址：必须填写')
  await page.getByTestId('smtp-from').fill('lantu@kjt.example.cn')
  await page.getByTestId('secret-password').fill('geheim-4711')
  await person.picture('channel-form')
  await page.getByTestId('save-channel').click()

  await page.getByTestId('test-mail').click()
  await page.getByTestId('test-to').fill('it@kjt.example.cn')
  await page.getByTestId('confirm-test').click()
  await page.getByTestId('to-outbox').click()
  await expect.poll(() => mail.received.length, { timeout: 20_000 }).toBe(1)
  await page.waitForTimeout(500)
  await page.reload()
  await page.locator('.tag', { hasText: '已发' }).waitFor()
  await person.picture('outbox')
  expect(mail.received[0]).toMatchObject({ to: ['it@kjt.example.cn'], text: expect.stringContaining('渠道“单位邮箱”已接通') })

  await page.goto('/channels')
  await page.getByTestId('edit-mail').click()
  expect(await page.getByTestId('secret-password').inputValue()).toBe('')
  expect(await page.content()).not.toContain('geheim')
  await page.keyboard.press('Escape')
  await person.picture('channels')
  expect(person.complaints).toEqual([])
})

test('a gateway begins with an example; what it refuses stands with its reason and is sent again for another', async () => {
  const { page } = await as('admin')
  await page.goto('/channels')
  await page.getByTestId('add-channel').click()
  await pick(page.getByTestId('channel-transport'), 'gateway')
  await pick(page.getByTestId('gateway-example'), 'sms')
  await page.getByTestId('secret-signKey').fill('schluessel')
  await page.getByTestId('secret-token').fill('app-1')
  await person.picture('gateway-form')
  const settings = JSON.parse(await page.getByTestId('gateway-settings').inputValue()) as object
  await page.getByTestId('gateway-settings').fill(JSON.stringify({ ...settings, url: `${gateway.address}/send` }, null, 2))
  await page.getByTestId('save-channel').click()
  gateway.answers({ body: { code: 7, message: 'no such template' } })
  await page.getByTestId('test-sms').click()
  await page.getByTestId('test-to').fill('13800000000')
  await page.getByTestId('confirm-test').click()
  await page.getByTestId('to-outbox').click()
  await expect.poll(() => gateway.received.length, { timeout: 20_000 }).toBe(1)
  await page.waitForTimeout(500)
  await page.reload()
  await page.getByText('no such template').waitFor()
  await person.picture('outbox-failed')

  await page.locator('[data-testid^=retry-]').first().click()
  await page.getByTestId('confirm-treat').click()
  await page.getByText('请填写“理由（留痕）”').waitFor()
  await page.getByTestId('ask-reason').fill('平台已登记模板')
  await page.getByTestId('confirm-treat').click()
  await expect.poll(() => gateway.received.length, { timeout: 20_000 }).toBe(2)
  expect(person.complaints).toEqual([])
})

test('an administrator writes other words and sees them with examples; a placeholder that is none is refused', async () => {
  const { page } = await as('admin')
  await page.goto('/channels?tab=templates')
  await page.getByTestId('template-subject').fill('省科技厅：{count} 件待办')
  await page.getByText('省科技厅：3 件待办').waitFor()
  await page.getByTestId('template-body').fill('{name}您好')
  await page.getByTestId('save-template').click()
  expect(await page.getByTestId('refusal').innerText()).toContain('{name}')
  await page.getByTestId('template-body').fill('请登录系统办理。\n{link}')
  await page.getByTestId('save-template').click()
  await page.getByTestId('restore-template').waitFor()
  await person.picture('templates')
  expect(person.complaints).toEqual([])
})

test('a clerk registers a mail address, chooses a daily digest and quiet hours, and finds them so again', async () => {
  const { page } = await as('kunshan')
  await page.goto('/notices')
  await page.getByTestId('to-notice-settings').waitFor()
  await person.picture('notices')
  await page.getByTestId('to-notice-settings').click()
  await page.getByTestId('change-mail').click()
  await page.getByTestId('type-mail').fill('kein-mail')
  await page.getByTestId('save-mail').click()
  await page.getByTestId('refusal').waitFor()
  await page.getByTestId('type-mail').fill('clerk@ks.example.cn')
  await page.getByTestId('save-mail').click()
  await page.getByText('c****@ks.example.cn').waitFor()
  const cadence = page.locator('[data-testid^=cadence-]').first()
  await pick(cadence, 'daily')
  await pick(page.getByTestId('own-quiet'), 'own')
  await pick(page.getByTestId('quiet-from'), '20:00')
  await page.getByText('已保存', { exact: true }).waitFor()
  await person.picture('own-delivery')
  await page.reload()
  await page.getByText('c****@ks.example.cn').waitFor()
  expect(await cadence.inputValue()).toBe('daily')
  expect(await page.getByTestId('quiet-from').inputValue()).toBe('20:00')
  expect(person.complaints).toEqual([])
})
