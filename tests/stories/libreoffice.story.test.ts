import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROW_ID, ROW_KEY, ROW_VERSION } from '#engine/transfer/columns.ts'
import { OFFICE } from '#tests/support/office.ts'
import { judged } from '#tests/support/sheets.ts'
import { sheetsWorld } from '#tests/support/sheets-world.ts'

const here = sheetsWorld()
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantu-office-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fetched = async (name: string) => (await (await here.api.as('kunshan')).get(`/registers/technology/${name}`)).rawPayload
const headsOf = (sheet: exceljs.Worksheet) => (sheet.getRow(1).values as string[]).slice(1)
function put(sheet: exceljs.Worksheet, row: number, values: Readonly<Record<string, exceljs.CellValue>>): void {
  const heads = headsOf(sheet)
  for (const [head, value] of Object.entries(values)) sheet.getCell(row, heads.indexOf(head) + 1).value = value
}

/** Opened by LibreOffice, kept in its own format, opened again and kept as a workbook: everything in it was read and written twice. */
async function resaved(bytes: Uint8Array): Promise<Uint8Array> {
  writeFileSync(join(folder, 'sheet.xlsx'), bytes)
  await converted('sheet.xlsx', 'ods')
  await converted('sheet.ods', 'xlsx:Calc MS Excel 2007 XML')
  return new Uint8Array(readFileSync(join(folder, 'sheet.xlsx')))
}

async function converted(file: string, to: string): Promise<void> {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  await promisify(execFile)(OFFICE!, [profile, '--headless', '--convert-to', to, '--outdir', folder, join(folder, file)])
}

describe.skipIf(!OFFICE)('a sheet that LibreOffice keeps (skipped where LibreOffice Calc is not installed)', () => {
  test('filled in comes in with its place, dates, numbers and rows of sub-tables, and its drop-downs are still there', {
    timeout: 300_000,
  }, async () => {
    const book = await judged(await fetched('template.xlsx'))
    const main = book.worksheets[0]!
    put(main, 4, {
      行号: 1,
      技术名称: '办公软件填的一',
      属地: '昆山市 320583',
      完成日期: new Date('2026-03-01'),
      起始技术成熟度: 4,
      当前技术成熟度: 7,
    })
    put(main, 5, { 行号: 2, 技术名称: '办公软件填的二', 属地: '昆山市 320583', 完成日期: '2026-04-15', 来源项目编号: '001234567890123456' })
    const figures = book.getWorksheet('关键指标')!
    const [, name, ...others] = headsOf(figures)
    put(figures, 4, { 行号: 2, [name!]: '能效', [others[0]!]: '3.25' })
    put(figures, 5, { 行号: 1, [name!]: '功耗', [others[0]!]: '12' })
    const back = await resaved(new Uint8Array(await book.xlsx.writeBuffer()))

    const rows = await here.imports.rows(await here.imports.uploaded('kunshan', back))
    expect(rows.map(({ outcome, faults }) => [outcome, faults])).toEqual([
      ['new', []],
      ['new', []],
    ])
    expect(rows[0]!.given).toMatchObject({ area: '320583', completedOn: '2026-03-01', keyFigures: [{ name: '功耗' }] })
    expect(rows[1]!.given).toMatchObject({ completedOn: '2026-04-15', projectNo: '001234567890123456', keyFigures: [{ name: '能效' }] })
    const again = (await judged(back)).worksheets[0]!
    const place = headsOf(again).indexOf('属地') + 1
    expect(again.getCell(6, place).dataValidation?.formulae[0]).toMatch(/^INDIRECT\("area_"\s*&\s*RIGHT\(/)
    expect(again.getCell(6, headsOf(again).indexOf('技术类别') + 1).dataValidation?.type).toBe('list')
  })

  test('of the present entries keeps their hidden numbers and versions: nothing changed changes nothing, one cell changes one', {
    timeout: 300_000,
  }, async () => {
    await here.imports.applied('kunshan', await here.imports.uploaded('kunshan', await filledAgain()))
    const before = await judged(await fetched('export.xlsx'))
    const back = await resaved(new Uint8Array(await before.xlsx.writeBuffer()))
    const main = (await judged(back)).worksheets[0]!
    const hidden = (sheet: exceljs.Worksheet) =>
      [ROW_ID, ROW_VERSION, ROW_KEY].map((head) => String(sheet.getCell(2, headsOf(sheet).indexOf(head) + 1).value))

    expect(hidden(main)).toEqual(hidden(before.worksheets[0]!))
    expect([1, 2, 3].map((at) => main.getColumn(at).hidden)).toEqual([true, true, false])
    const same = await here.imports.rows(await here.imports.uploaded('kunshan', back))
    expect(new Set(same.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']))

    const book = await judged(back)
    put(book.worksheets[0]!, 2, { 当前技术成熟度: 9 })
    const changed = await here.imports.rows(
      await here.imports.uploaded('kunshan', await resaved(new Uint8Array(await book.xlsx.writeBuffer()))),
    )
    expect(changed.filter(({ outcome }) => outcome !== 'unchanged')).toMatchObject([
      { outcome: 'changed', changes: [{ field: 'trlAfter', after: 9 }] },
    ])
  })
})

async function filledAgain(): Promise<Uint8Array> {
  const book = await judged(await fetched('template.xlsx'))
  put(book.worksheets[0]!, 4, { 行号: 1, 技术名称: '导出后再传', 属地: '昆山市 320583', 完成日期: '2026-05-01', 当前技术成熟度: 6 })
  const figures = book.getWorksheet('关键指标')!
  put(figures, 4, { 行号: 1, [headsOf(figures)[1]!]: '良率' })
  return new Uint8Array(await book.xlsx.writeBuffer())
}
