import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { PHONE, type Visitor } from './browser.ts'
import { formPage } from './pages/form.ts'
import { site } from './site.ts'

const GOOD = '导入的第一项技术'
const WRONG = '导入的第二项技术'
const FORMULA = { formula: 'CONCATENATE("张","三")', result: '张三' }
const OLD = '旧台账里的技术'
const MENDED = '导入的第三项技术'

const here = site()
let person: Visitor

beforeAll(async () => {
  person = await here.visitor()
  await person.signIn('suzhou')
})

let filled: Buffer
let marked: Buffer

test('a city fills the template in; a wrong cell is told by its address, and the good rows go in without it', async () => {
  const { page } = person
  await page.goto('/registers/technology')
  await page.getByTestId('import-entries').click()
  await person.picture('imports-start')
  const template = await downloaded(page, 'empty-template')
  filled = await withCells(template, [
    { row: 4, cells: { 技术名称: GOOD, 属地: '昆山市 320583', 完成日期: '2026-03-31', 完成人: FORMULA } },
    { row: 5, cells: { 技术名称: WRONG, 属地: '昆山市 320583', 完成日期: '去年底' } },
  ])
  await upload(page, '城市台账.xlsx', filled)

  await page.getByTestId('apply-import').waitFor()
  expect(await counts(page)).toEqual({ new: '1', changed: '0', unchanged: '0', conflict: '0', wrong: '1' })
  const address = await cellOf(template, '完成日期', 5)
  expect(await page.getByTestId('row-5').innerText()).toContain(address)
  expect(await page.getByTestId('row-5').innerText()).toContain('去年底')
  expect(await page.getByTestId('mode-all').isDisabled()).toBe(true)
  await person.picture('imports-wrong')
  await page.getByTestId('outcome-warned').click()
  expect(await page.getByTestId('row-4').innerText()).toContain('公式')
  await person.picture('imports-doubtful')
  await page.getByTestId('outcome-wrong').click()
  marked = await downloaded(page, 'download-errors')

  await page.reload()
  await page.getByTestId('apply-import').click()
  await page.getByTestId('import-end').waitFor()
  expect(await page.getByTestId('import-end').innerText()).toContain('写入 1 条')
  await person.picture('imports-done')
  expect(await titlesIn(page, [GOOD, WRONG])).toEqual([GOOD])
})

test('the workbook with the faults marked is mended and goes in; the same file again changes nothing', async () => {
  const { page } = person
  const mended = await withCells(marked, [
    { row: await rowOf(marked, '技术名称', WRONG), cells: { 技术名称: MENDED, 完成日期: '2026-04-30' } },
  ])
  await page.goto('/registers/technology/imports')
  await upload(page, '改正.xlsx', mended)
  await page.getByTestId('apply-import').click()
  await page.getByTestId('import-end').waitFor()
  expect(await titlesIn(page, [GOOD, MENDED])).toEqual([GOOD, MENDED])

  await page.goto('/registers/technology/imports')
  await upload(page, '改正.xlsx', mended)
  await page.getByTestId('nothing-to-import').waitFor()
  expect(await counts(page)).toEqual({ new: '0', changed: '0', unchanged: '1', conflict: '0', wrong: '0' })
  await page.getByTestId('give-up-import').click()
  await page.getByTestId('import-end').waitFor()
  expect(await titlesIn(page, [MENDED])).toEqual([MENDED])
})

test('on a phone: what both a sheet and somebody in the system changed is shown three ways and decided', async () => {
  const own = await here.visitor()
  const { page } = own
  await own.signIn('suzhou')
  await page.setViewportSize(PHONE)
  await page.goto('/registers/technology/imports')
  const sheet = await downloaded(page, 'filled-template')
  const row = await rowOf(sheet, '技术名称', MENDED)
  const changed = await withCells(sheet, [{ row, cells: { 完成人: '表中的人' } }])
  await changeInSystem(page, MENDED, 'people', '系统中的人')

  await page.goto('/registers/technology/imports')
  await upload(page, '修改.xlsx', changed)
  const clash = page.getByTestId(`clash-${row}-people`)
  await clash.waitFor()
  expect(await clash.innerText()).toMatch(/下载表格时[\s\S]*—[\s\S]*系统中的人[\s\S]*表中的人/)
  await own.picture('imports-clash')
  await page.setViewportSize(PHONE)
  await clash.getByTestId('take-system').click()
  await page.getByTestId('outcome-unchanged').click()
  await page.getByTestId(`rechoose-${row}-people`).click()
  await page.getByTestId('outcome-changed').click()
  await page.getByTestId(`row-${row}`).getByText('表中的人').waitFor()
  await own.picture('imports-changed')
  await page.getByTestId('apply-import').click()
  await page.getByTestId('import-end').waitFor()

  await page.getByTestId(`row-${row}`).getByRole('link', { name: MENDED }).click()
  await page.getByTestId('value-people').getByText('表中的人').waitFor()
  expect(own.complaints).toEqual([])
})

test('who publishes brings an old ledger in, each row from the day of its document', async () => {
  const own = await here.visitor()
  const { page } = own
  await own.signIn('planner')
  await page.goto('/registers/technology')
  await page.getByTestId('import-entries').click()
  await page.getByTestId('history').check()
  const ledger = `技术名称,属地,完成日期,第一完成单位,公布文号,成文日期,办理状态\n${OLD},昆山市,2023-03-01,甲单位,苏科公〔2023〕1号,2023-06-30,已公布\n`
  await own.picture('imports-history')
  await upload(page, '旧台账.csv', Buffer.from(ledger))
  await page.getByTestId('apply-import').click()
  await page.getByTestId('import-end').waitFor()
  await page.getByTestId('outcome-new').click()
  await page.getByRole('link', { name: OLD }).click()
  await page.getByTestId('value-documentDate').getByText('2023-06-30').waitFor()
  expect(own.complaints).toEqual([])
})

test('a file that cannot be imported is refused with what to do', async () => {
  const { page } = person
  await page.goto('/registers/technology/imports')
  await upload(page, '旧表.xls', Buffer.from('x'))
  expect(await page.getByTestId('upload-fault').innerText()).toContain('另存为 .xlsx')
  await upload(page, '坏表.xlsx', Buffer.from('PK broken'))
  await page.getByTestId('refusal').or(page.getByTestId('import-end')).first().waitFor()
  expect(person.complaints).toEqual([])
})

async function downloaded(page: Page, link: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId(link).click()])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}

const upload = (page: Page, name: string, buffer: Buffer) =>
  page.getByTestId('upload-sheet').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })

async function counts(page: Page): Promise<Readonly<Record<string, string | null>>> {
  const outcomes = ['new', 'changed', 'unchanged', 'conflict', 'wrong'] as const
  const told = await Promise.all(
    outcomes.map(async (outcome) => [outcome, await page.getByTestId(`outcome-${outcome}`).getAttribute('data-count')]),
  )
  return Object.fromEntries(told)
}

interface Filling {
  readonly row: number
  readonly cells: Readonly<Record<string, ExcelJS.CellValue>>
}

/** The workbook with texts in cells of its first sheet, named by the heads of their columns. */
async function withCells(bytes: Buffer, fillings: readonly Filling[]): Promise<Buffer> {
  const { workbook, sheet, columnOf } = await opened(bytes)
  for (const { row, cells } of fillings)
    for (const [head, text] of Object.entries(cells)) sheet.getRow(row).getCell(columnOf(head)).value = text
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

async function cellOf(bytes: Buffer, head: string, row: number): Promise<string> {
  const { sheet, columnOf } = await opened(bytes)
  return sheet.getRow(row).getCell(columnOf(head)).address
}

async function rowOf(bytes: Buffer, head: string, text: string): Promise<number> {
  const { sheet, columnOf } = await opened(bytes)
  let found = 0
  sheet.eachRow((row, at) => {
    if (row.getCell(columnOf(head)).text === text) found = at
  })
  expect(found, `${text} stands in the sheet`).toBeGreaterThan(0)
  return found
}

async function opened(bytes: Buffer) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer) // its types are older than Node's Buffer
  const sheet = workbook.worksheets[0]!
  const heads = new Map<string, number>()
  sheet.getRow(1).eachCell((cell, at) => heads.set(cell.text.replace(/[*\s]/g, ''), at))
  const columnOf = (head: string): number => {
    const at = heads.get(head)
    if (at === undefined) throw new Error(`no column ${head} among ${[...heads.keys()].join()}`)
    return at
  }
  return { workbook, sheet, columnOf }
}

/** Which of these titles the list has, in this order. */
async function titlesIn(page: Page, titles: readonly string[]): Promise<readonly string[]> {
  const found = []
  for (const title of titles) {
    await page.goto(`/registers/technology?q=${encodeURIComponent(title)}`)
    await page.getByTestId('total').waitFor()
    if (await page.getByRole('link', { name: title }).count()) found.push(title)
  }
  return found
}

async function changeInSystem(page: Page, title: string, field: string, text: string): Promise<void> {
  await page.goto(`/registers/technology?q=${encodeURIComponent(title)}`)
  await page.getByRole('link', { name: title }).first().click()
  await page.getByTestId('edit-entry').click()
  const form = formPage(page)
  await form.type(field, text)
  await form.save()
  await page.waitForURL((url) => !url.pathname.endsWith('/edit'))
}
