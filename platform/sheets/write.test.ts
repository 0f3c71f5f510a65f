import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import { openBook } from './read.ts'
import type { CellValue, SheetSource } from './sheet.ts'
import { openSideSheet, type SideSheet } from './side-sheet.ts'
import { writeWorkbook } from './write.ts'

const COLUMNS = [
  { width: 10, format: 'text', hidden: true },
  { width: 20, format: 'number' },
  { width: 12, format: 'day' },
] as const

const ROWS: readonly (readonly CellValue[])[] = [
  ['代码', '数', '日期'],
  ['=1+1 & <量子> "甲"', -2.5, new Date('2026-03-31')],
  ['91320500000000000X\n第二行', 0, null],
  [null, true, new Date('1999-12-31')],
]

const sheet = (more: Partial<SheetSource> = {}): SheetSource => ({ name: '甲', columns: COLUMNS, rows: ROWS, ...more })

describe('a workbook', () => {
  test('gives back to another program what was written into it, texts as texts', async () => {
    const book = await judged(await bytesOf([sheet({ frozenRows: 1 }), sheet({ name: '乙', hidden: true })]))

    const first = book.getWorksheet('甲')!
    expect(first.getCell('A2').value).toBe('=1+1 & <量子> "甲"')
    expect(first.getCell('A2').numFmt).toBe('@')
    expect(first.getCell('B2').value).toBe(-2.5)
    expect(first.getCell('C2').value).toEqual(new Date('2026-03-31'))
    expect(first.getCell('A3').value).toBe('91320500000000000X\n第二行')
    expect(first.getColumn(1).hidden).toBe(true)
    expect(first.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(book.getWorksheet('乙')!.state).toBe('hidden')
  })

  test('takes every character that XML has a place for, and leaves out the others', async () => {
    const text = 'é€量𬭊😀\u0007\ud800\uffff\r\t<&>"终 '
    const book = await judged(await bytesOf([sheet({ rows: [['头'], [text]] })]))

    expect(book.getWorksheet('甲')!.getCell('A2').value).toBe('é€量𬭊😀\r\t<&>"终 ')
  })

  test('writes a text that is longer than what is packed at once', async () => {
    const book = await judged(await bytesOf([sheet({ rows: [['头'], ['“量”'.repeat(10_000)], ['子'.repeat(30_000)]] })]))

    expect(book.getWorksheet('甲')!.getCell('A2').value).toBe('“量”'.repeat(10_000))
    expect(book.getWorksheet('甲')!.getCell('A3').value).toBe('子'.repeat(30_000))
  })

  test('carries drop-downs, notes and names', async () => {
    const dropDowns = [{ column: 0, fromRow: 1, toRow: 99, list: "'选项'!$A$1:$A$3", wrong: '请从列表中选择' }]
    const bytes = await bytesOf(
      [sheet({ dropDowns, notes: [{ row: 0, column: 1, text: '以万元计' }] })],
      [{ name: '市_320500', range: "'选项'!$B$1:$B$2" }],
    )
    const first = (await judged(bytes)).getWorksheet('甲')!

    expect(first.getCell('A5').dataValidation).toMatchObject({ type: 'list', formulae: ["'选项'!$A$1:$A$3"] })
    expect(JSON.stringify(first.getCell('B1').note)).toContain('以万元计')
  })

  test('goes on in a further sheet under the same head where one is full', async () => {
    const rows = Array.from({ length: 8 }, (_each, at) => [`行${at}`])
    const bytes = await bytesOf([sheet({ rows: [['头'], ...rows] })], [], 5)

    expect(openBook(bytes).names).toEqual(['甲', '甲（2）'])
    expect(await firstCells(openBook(bytes), '甲（2）')).toEqual(['头', '行4', '行5', '行6', '行7'])
  })

  test('holds sheets whose rows came by beside another one, in as many parts as they need', async () => {
    const side = await openSideSheet({ name: '乙', columns: COLUMNS }, ['代码'], 3)
    function* rows() {
      yield ['头']
      for (let at = 1; at <= 5; at++) {
        side.write([`附${at}`])
        yield [`行${at}`]
      }
    }
    const book = openBook(await bytesOf([sheet({ rows: rows() }), side]))
    await side.close()

    expect(book.names).toEqual(['甲', '乙', '乙（2）', '乙（3）'])
    expect(await Promise.all(book.names.map((name) => firstCells(book, name)))).toEqual([
      ['头', '行1', '行2', '行3', '行4', '行5'],
      ['代码', '附1', '附2'],
      ['代码', '附3', '附4'],
      ['代码', '附5'],
    ])
  })

  test('tells of a fault of its rows and stops', async () => {
    function* rows() {
      yield ['头']
      throw new Error('broken off')
    }
    await expect(bytesOf([sheet({ rows: rows() })])).rejects.toThrow('broken off')
  })

  test('of any text is read back as it was', async () => {
    const texts = ['  前后有空格 ', 'a\tb', '𬭊㛃', "'引号", '&amp;', '']
    const found: CellValue[] = []
    for await (const { cells } of openBook(await bytesOf([sheet({ rows: texts.map((text) => [text, 1]) })])).rows(0))
      found.push(cells[0] ?? null)

    expect(found.map((cell) => cell ?? '')).toEqual(texts)
  })
})

async function firstCells(book: ReturnType<typeof openBook>, name: string): Promise<readonly CellValue[]> {
  const found: CellValue[] = []
  for await (const { cells } of book.rows(name)) found.push(cells[0] ?? null)
  return found
}

async function bytesOf(
  sheets: readonly (SheetSource | SideSheet)[],
  names: { name: string; range: string }[] = [],
  mostRows?: number,
): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of writeWorkbook({ sheets, names }, mostRows)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function judged(bytes: Buffer): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  return book
}
