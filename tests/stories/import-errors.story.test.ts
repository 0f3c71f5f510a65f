import { type CellValue } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ISSUES_TITLE, ROW_ID, ROW_VERSION } from '#engine/transfer/columns.ts'
import { type Importing, importing } from '#tests/support/importing.ts'
import { bookOf, judged } from '#tests/support/sheets.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
let imports: Importing

beforeAll(async () => {
  world = await openWorld()
  imports = importing(world)
})
afterAll(() => world?.close())

const HEADS = [ROW_ID, ROW_VERSION, '技术名称', '属地', '所属领域', '完成日期', '第一完成单位']
const line = (title: string, area = '昆山市', field = '量子科技', on: CellValue = '2026-03-01'): CellValue[] => [
  null,
  null,
  title,
  area,
  field,
  on,
  '甲单位',
]

describe('the workbook of wrong rows', () => {
  test('gives back the wrong rows alone, marks their cells and says what to do; mended, it goes in', async () => {
    const id = await imports.uploaded(
      'kunshan',
      await bookOf(HEADS, [line('好的一行'), line('外地', '南京市'), line('坏日期', '昆山市', '量子科技', '去年底')]),
    )
    await imports.applied('kunshan', id)

    const bytes = await imports.errors('kunshan', id)
    const sheet = (await judged(bytes)).worksheets[0]!

    expect((sheet.getRow(1).values as string[]).slice(1)).toEqual([...HEADS, ISSUES_TITLE])
    expect([sheet.getCell('C2').value, sheet.getCell('C3').value, sheet.rowCount]).toEqual(['外地', '坏日期', 3])
    expect([1, 2, 3].map((at) => sheet.getColumn(at).hidden)).toEqual([true, true, false])
    expect(sheet.getCell('H2').text).toMatch(/^D2.*无权.*（原表 D3）/)
    expect(sheet.getCell('H3').text).toContain('F3 完成日期：“去年底”不是完整的日期，请填写年月日')
    expect([sheet.getCell('D2'), sheet.getCell('F3'), sheet.getCell('D3')].map(isMarked)).toEqual([true, true, false])

    sheet.getCell('D2').value = '昆山市'
    sheet.getCell('F3').value = '2026-03-02'
    const again = await imports.uploaded('kunshan', new Uint8Array(await sheet.workbook.xlsx.writeBuffer()))
    expect((await imports.rows(again)).map(({ outcome }) => outcome)).toEqual(['new', 'new'])
    expect((await imports.of('kunshan', again)).notes.map(({ zh }) => zh).join()).not.toContain('未读取')
  })

  test('tells both sides where somebody else has changed the same, and keeps number and version', async () => {
    const { entry } = await imports.made('kunshan', { title: '两人同改', firstUnit: '甲单位' })
    await world.edit('kunshan', 'technology', { id: entry, version: 1 }, { firstUnit: '系统单位' })
    const id = await imports.uploaded('kunshan', await bookOf(HEADS, [[entry, 1, '两人同改', '昆山市', null, null, '表中单位']]))

    const sheet = (await judged(await imports.errors('kunshan', id))).worksheets[0]!

    expect([sheet.getCell('A2').value, String(sheet.getCell('B2').value)]).toEqual([entry, '1'])
    expect(sheet.getCell('H2').text).toContain('本表为“表中单位”，系统中已改为“系统单位”')
    expect(isMarked(sheet.getCell('G2'))).toBe(true)
  })

  test('is refused where nothing is wrong', async () => {
    const id = await imports.uploaded('kunshan', await bookOf(HEADS, [line('无误的一行')]))

    await expect(imports.errors('kunshan', id)).rejects.toThrow('import.no-errors')
  })
})

const isMarked = (cell: { fill?: unknown }) => JSON.stringify(cell.fill ?? {}).includes('FFFFD6D6')
