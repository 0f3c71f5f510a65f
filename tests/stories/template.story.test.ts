import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EXAMPLE_MARK, ROW_ID, ROW_KEY, ROW_VERSION, RULES_MARK, STAMP_SHEET } from '#engine/transfer/columns.ts'
import { openBook } from '#platform/sheets/read.ts'
import { type Api, openApi } from '#tests/support/api.ts'
import { OFFICE } from '#tests/support/office.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
let api: Api

beforeAll(async () => {
  world = await openWorld()
  api = await openApi(world)
})
afterAll(async () => {
  await api?.close()
  await world?.close()
})

describe('the template of a register', () => {
  test('has hidden columns, words for what is required, an example, lists and what it was made from', async () => {
    await judge(await template('kunshan'))
  }, 180_000)

  test.skipIf(!OFFICE)(
    'comes back intact from LibreOffice (skipped where LibreOffice Calc is not installed)',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'lantu-office-'))
      try {
        writeFileSync(join(folder, 'template.xlsx'), await template('kunshan'))
        const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
        await promisify(execFile)(OFFICE!, [
          profile,
          '--headless',
          '--convert-to',
          'xlsx',
          '--outdir',
          join(folder, 'saved'),
          join(folder, 'template.xlsx'),
        ])
        await judge(readFileSync(join(folder, 'saved/template.xlsx')))
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
    180_000,
  )

  test('is refused to who may not fill in, with what to do instead', async () => {
    const answer = await (await api.as('auditor')).get('/registers/technology/template.xlsx')

    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain('请用导出')
  })
})

async function template(who: string): Promise<Buffer> {
  const answer = await (await api.as(who)).get('/registers/technology/template.xlsx')
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-disposition']).toContain(encodeURIComponent('前沿技术突破导入模板.xlsx'))
  return answer.rawPayload
}

/** By another program, and by the reader of the product. */
async function judge(bytes: Buffer) {
  expect(openBook(bytes).names).toEqual(['前沿技术突破', '参与单位', '关键指标', '知识产权', '佐证材料', '填写说明', '_选项', STAMP_SHEET])
  const book = new exceljs.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  const main = book.getWorksheet('前沿技术突破')!
  const heads = (main.getRow(1).values as string[]).slice(1)
  const column = (title: string) => heads.indexOf(title) + 1

  expect(heads.slice(0, 5)).toEqual([ROW_ID, ROW_VERSION, ROW_KEY, '技术名称', '所属领域'])
  expect([1, 2, 3].map((at) => main.getColumn(at).hidden)).toEqual([true, true, false])
  expect([main.getCell('C2').value, main.getCell('C3').value]).toEqual([RULES_MARK, EXAMPLE_MARK])
  expect(main.getCell(2, column('技术名称')).text).toMatch(/^必填/)
  expect(main.getCell(2, column('当前技术成熟度')).text).toMatch(/^提交前必填/)
  expect(main.getCell(3, column('所属领域')).text).not.toBe('')
  expect(noteText(main.getCell(1, column('起始技术成熟度')))).toContain('1-9 级')
  expect(book.getWorksheet('_选项')!.state).toBe('hidden')
  expect(book.getWorksheet(STAMP_SHEET)!.getCell('B2').value).toBe('technology')

  const place = column('属地')
  const list = (at: number) => main.getCell(4, at).dataValidation?.formulae[0] as string
  expect(list(column('技术类别'))).toMatch(/_选项'?!\$[A-Z]+\$2:\$[A-Z]+\$4$/)
  expect(list(place)).toMatch(/^INDIRECT\("area_"\s*&\s*RIGHT\(\$[A-Z]+4,\s*6\)\)$/)
  expect(main.getCell(3, place - 1).text).toMatch(/市 3201\d\d$/)
  expect(book.definedNames.getRanges('area_320500').ranges).toHaveLength(1)
  expect(await cellsOf(bytes, '_选项')).toContain('昆山市 320583')
}

/** LibreOffice splits a note where its font changes. */
function noteText({ note }: exceljs.Cell): string {
  return typeof note === 'string' ? note : (note.texts ?? []).map(({ text }) => text).join('')
}

async function cellsOf(bytes: Uint8Array, sheet: string): Promise<readonly string[]> {
  const found: string[] = []
  for await (const { cells } of openBook(bytes).rows(sheet)) found.push(...cells.map(String))
  return found
}
