import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { onePagePdf } from '#tests/support/files.ts'
import type { Visitor } from '../browser.ts'
import { formPage } from './form.ts'

/** Uploads a plan's text and goes on to the reading page. */
export async function uploadPlan(visitor: Visitor, name: string, text: string | Buffer): Promise<void> {
  await visitor.open('/plans/upload')
  await choosePlanFile(visitor.page, name, text)
}

/** Chooses the file on the page for uploading and goes on to the reading page. */
export async function choosePlanFile(page: Page, name: string, text: string | Buffer): Promise<void> {
  await page
    .getByTestId('upload')
    .locator('input[type=file]')
    .or(page.locator('input[type=file][data-testid=upload]'))
    .first()
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
  const warned = page.getByTestId('open-plan')
  await warned.or(page.getByTestId('source-text')).first().waitFor()
  if (await warned.count()) await warned.click()
  await page.getByTestId('source-text').waitFor()
}

/** Shows the items of a kind and finds the one that holds these words. */
export async function planItem(page: Page, kind: 'target' | 'duty' | 'list' | 'heading', words: string) {
  await page.getByTestId(`kind-${kind}`).click()
  const item = page.getByTestId('plan-item').filter({ hasText: words }).first()
  await item.waitFor()
  return item
}

/** A technology with everything the line asks for, saved as a draft; answers its address. */
export async function enterTechnology(visitor: Visitor, title: string): Promise<string> {
  const { page } = visitor
  await visitor.open('/registers/technology/new')
  const form = formPage(page)
  await form.field('title').waitFor()
  await form.type('title', title)
  await form.place('area', '昆山市')
  await form.save()
  await page.waitForURL(/\/registers\/technology\/[0-9a-f-]{36}(\/edit)?/)
  if (!page.url().endsWith('/edit')) await page.getByTestId('edit-entry').click()
  await fillTechnology(page)
  return page
    .url()
    .replace(/\/edit.*$/, '')
    .replace(/^https?:\/\/[^/]+/, '')
}

async function fillTechnology(page: Page): Promise<void> {
  const form = formPage(page)
  await form.place('field', '量子科技')
  await form.choose('channel', '设区市科技局')
  await form.choose('leadUnit', '昆山微纳光电')
  await form.type('contact', '王小明')
  await form.type('phone', '13912345678')
  await form.choose('category', '原创性')
  await form.choose('breakthrough', '填补国内空白')
  await form.addRow('keyFigures')
  await form.cell('keyFigures', 0, 'name').locator('input').fill('退相干时间')
  await form.type('trlAfter', '7')
  await form.choose('projectSource', '省前沿技术研发计划')
  await form.type('completedOn', '2026-03-31')
  await page.keyboard.press('Enter')
  await form.addRow('evidence')
  await form.chooseCell('evidence', 0, 'type', 'CMA/CNAS 检测报告')
  await form.attach(form.cell('evidence', 0, 'files'), '检测报告.pdf', Buffer.from(onePagePdf('检测报告')), 'application/pdf')
  await form.cell('evidence', 0, 'files').getByText('检测报告.pdf').waitFor()
  await form.addRow('evidence')
  await form.chooseCell('evidence', 1, 'type', '用户证明')
  await form.attach(form.cell('evidence', 1, 'files'), '用户证明.pdf', Buffer.from(onePagePdf('用户证明')), 'application/pdf')
  await form.cell('evidence', 1, 'files').getByText('用户证明.pdf').waitFor()
  await form.choose('disclosure', '主动公开')
  await form.tick('secrecyPledge')
  await form.save()
  await page.waitForURL((url) => !url.pathname.endsWith('/edit'))
}

/** Makes a move on the entry that is open, with a reason where one is asked for. */
export async function move(page: Page, name: string, reason?: string): Promise<void> {
  await page.getByTestId(`move-${name}`).click()
  if (reason) await page.getByTestId('move-reason').fill(reason)
  await page.getByTestId('confirm-move').click()
  await page.getByTestId('confirm-move').waitFor({ state: 'detached' })
}

/** Signs in, opens an entry, makes a move on it. */
export async function moveAs(visitor: Visitor, loginName: string, address: string, name: string, reason?: string): Promise<void> {
  await signInAs(visitor, loginName)
  await visitor.open(address)
  await move(visitor.page, name, reason)
}

/** Another person at the same computer. */
export async function signInAs(visitor: Visitor, loginName: string): Promise<void> {
  await visitor.context.clearCookies()
  await visitor.signIn(loginName)
}

/** A day so many days before today, as the date fields take it. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
}

export async function fillDay(page: Page, id: string, day: string): Promise<void> {
  await page.locator(`#${id}`).fill(day)
  await page.keyboard.press('Enter')
}

/** The number that a figure page shows for a measure. */
export async function figure(page: Page, measure: string): Promise<number> {
  const text = await page.getByTestId(`figure-${measure}`).first().innerText()
  const number = /\d[\d,]*/.exec(text)?.[0]
  expect(number, `the figure ${measure} shows “${text}”`).toBeDefined()
  return Number(number!.replaceAll(',', ''))
}
