import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Importing, importing } from '#tests/support/importing.ts'
import { bookOf } from '#tests/support/sheets.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
let imports: Importing

beforeAll(async () => {
  world = await openWorld()
  imports = importing(world)
})
afterAll(() => world?.close())

const HEADS = ['技术名称', '属地', '所属领域', '完成日期', '当前技术成熟度']

describe('what is doubtful about a sheet is told before it goes in', () => {
  test('a formula gives the value that the file keeps, and is named with its cell', async () => {
    const book = new exceljs.Workbook()
    const sheet = book.addWorksheet('表')
    sheet.addRow(HEADS)
    sheet.addRow(['公式一行', '昆山市', '量子科技', '2026-03-01', { formula: '3+4', result: 7 }])
    const id = await imports.uploaded('kunshan', new Uint8Array(await book.xlsx.writeBuffer()))

    const [row] = await imports.rows(id)
    expect(row).toMatchObject({ outcome: 'new', given: { trlAfter: 7 }, faults: [] })
    expect(row!.warnings).toMatchObject([{ cell: 'E2', message: { zh: expect.stringContaining('公式，按文件中保存的计算结果“7”读取') } }])
    expect((await imports.of('kunshan', id)).state).toBe('ready')
  })

  test('a credit code with a wrong check character goes in and is told, one that is no code is a fault', async () => {
    const heads = ['场景名称', '属地', '业主统一社会信用代码']
    const rows = [
      ['校验码不符', '昆山市', '91320000MA00000017'],
      ['校验码相符', '昆山市', '91320000MA00000016'],
      ['不是代码', '昆山市', '9132'],
    ]
    const id = await imports.uploaded('kunshan', await bookOf(heads, rows), '场景.xlsx', 'scenario')

    const [doubtful, right, wrong] = await imports.rows(id)
    expect(doubtful).toMatchObject({ outcome: 'new', warnings: [{ cell: 'C2', message: { zh: expect.stringContaining('校验码不符') } }] })
    expect(right).toMatchObject({ outcome: 'new', warnings: [] })
    expect(wrong).toMatchObject({ outcome: 'wrong', faults: [{ cell: 'C4', message: { zh: expect.stringContaining('18 位') } }] })
  })

  test('a code that is not valid any more is a fault of its row in the preview already', async () => {
    await world.sql(`update {{schema}}.classification_term set until_on = '2025-12-31' where code = 'quantum'`)
    const rows = [
      ['旧领域', '昆山市', '量子科技', '2026-03-01', null],
      ['新领域', '昆山市', '脑机接口', '2026-03-01', null],
    ]
    const id = await imports.uploaded('kunshan', await bookOf(HEADS, rows))
    await world.sql(`update {{schema}}.classification_term set until_on = null where code = 'quantum'`)

    const [old, valid] = await imports.rows(id)
    expect(old).toMatchObject({ outcome: 'wrong', faults: [{ cell: 'C2', message: { zh: expect.stringContaining('均不在有效期内') } }] })
    expect(valid).toMatchObject({ outcome: 'new', faults: [] })
  })

  test('merged cells are named, for only the first of them holds the value', async () => {
    const book = new exceljs.Workbook()
    const sheet = book.addWorksheet('表')
    sheet.addRow(HEADS)
    sheet.addRow(['合并一', '昆山市', '量子科技', '2026-03-01', 5])
    sheet.addRow(['合并二', null, '量子科技', '2026-03-01', 5])
    sheet.mergeCells('B2:B3')
    const id = await imports.uploaded('kunshan', new Uint8Array(await book.xlsx.writeBuffer()))

    expect((await imports.of('kunshan', id)).notes.map(({ zh }) => zh)).toContainEqual(expect.stringContaining('合并的单元格（B2:B3 等）'))
    expect(await imports.rows(id)).toMatchObject([
      { outcome: 'new' },
      { outcome: 'wrong', faults: [{ cell: 'B3', message: { zh: '必须填写' } }] },
    ])
  })
})
