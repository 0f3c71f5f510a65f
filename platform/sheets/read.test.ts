import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import { openBook, type SheetEnd } from './read.ts'
import type { SheetRow } from './read-rows.ts'
import { writeWorkbook } from './write.ts'
import { zip } from './zip.ts'

describe('a workbook that another program wrote', () => {
  test('gives its values, days as days, and says which a formula gave and which cells are merged', async () => {
    const book = new exceljs.Workbook()
    const sheet = book.addWorksheet('甲 & 乙')
    sheet.addRow(['名称', '数', '日', '是否', '合计', '错'])
    sheet.addRow([
      { richText: [{ text: '量' }, { text: '子 <计算>', font: { bold: true } }] },
      -0.5,
      new Date('2026-03-31'),
      true,
      { formula: 'B2*2', result: -1 },
      { formula: 'NA()', result: { error: '#N/A' } },
    ])
    sheet.addRow(['一行\n两行', 913_200_000_000_000_000, null, false, { formula: 'A3&"x"', result: '文字' }, null])
    sheet.getCell('C2').numFmt = 'yyyy"年"m"月"d"日"'
    sheet.getCell('A9').value = '末行'
    sheet.mergeCells('A4:A7')
    book.addWorksheet('隐藏', { state: 'hidden' })
    let end: SheetEnd | undefined
    const bytes = new Uint8Array(await book.xlsx.writeBuffer())

    const rows = await all(openBook(bytes).rows(0, (seen) => (end = seen)))

    expect(openBook(bytes).names).toEqual(['甲 & 乙', '隐藏'])
    expect(rows).toEqual([
      { number: 1, cells: ['名称', '数', '日', '是否', '合计', '错'] },
      { number: 2, cells: ['量子 <计算>', -0.5, new Date('2026-03-31'), true, -1, '#N/A'], formulas: [4, 5] },
      { number: 3, cells: ['一行\n两行', 913_200_000_000_000_000, null, false, '文字'], formulas: [4] },
      { number: 9, cells: ['末行'] },
    ])
    expect(end).toEqual({ merged: ['A4:A7'] })
  })

  test('counts its days from 1904 where it says so', async () => {
    const book = new exceljs.Workbook()
    book.properties.date1904 = true
    book.addWorksheet('表').addRow([new Date('2026-03-31')])

    expect(await all(openBook(new Uint8Array(await book.xlsx.writeBuffer())).rows('表'))).toEqual([
      { number: 1, cells: [new Date('2026-03-31')] },
    ])
  })
})

test('texts that cells share are read across the pieces they come in, empty ones among them', async () => {
  const texts = Array.from({ length: 9_000 }, (_each, at) => (at % 7 === 0 ? '' : `第${at}条：量子 & 计算`.repeat(3)))
  const items = texts.map((text) => (text === '' ? '<si/>' : `<si><t xml:space="preserve">${text.replaceAll('&', '&amp;')}</t></si>`))
  const cells = texts.map((_text, at) => `<row r="${at + 1}"><c t="s"><v>${at}</v></c><c><v>1</v></c></row>`)
  const bytes = await packed({
    'xl/workbook.xml': '<workbook><sheets><sheet name="S" id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="t/worksheet" Target="s.xml"/><Relationship Id="rId2" Type="t/sharedStrings" Target="strings.xml"/></Relationships>',
    'xl/strings.xml': `<sst>${items.join('')}</sst>`,
    'xl/s.xml': `<worksheet><sheetData>${cells.join('')}</sheetData></worksheet>`,
  })

  const rows = await all(openBook(bytes).rows('S'))

  expect(rows.map(({ cells: [text] }) => text)).toEqual(texts)
})

test.each(['<sst>', '<sst><si><t>甲</t></si>'])('shared texts that never end are given up: %s', async (start) => {
  const bytes = await packed({
    'xl/workbook.xml': '<workbook><sheets><sheet name="S" id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="t/worksheet" Target="s.xml"/><Relationship Id="rId2" Type="t/sharedStrings" Target="strings.xml"/></Relationships>',
    'xl/strings.xml': `${start}${'<si><t>乙</t>'.repeat(200_000)}`,
    'xl/s.xml': '<worksheet><sheetData><row><c t="s"><v>0</v></c></row></sheetData></worksheet>',
  })

  await expect(all(openBook(bytes).rows('S'))).rejects.toThrow('no end')
})

test('marks may carry a prefix, strings how they are pronounced, cells no address', async () => {
  const x = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const bytes = await packed({
    'xl/workbook.xml': `<x:workbook ${x} xmlns:r="r"><x:sheets><x:sheet name="S" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="t/worksheet" Target="/xl/s.xml"/><Relationship Id="rId2" Type="t/sharedStrings" Target="strings.xml"/></Relationships>',
    'xl/strings.xml': `<x:sst ${x}><x:si><x:t>東京</x:t><x:rPh sb="0" eb="2"><x:t>とうきょう</x:t></x:rPh></x:si><x:si/></x:sst>`,
    'xl/s.xml': `<x:worksheet ${x}><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c/><x:c t="str"><x:v>a_x000D_&#x4E2D;</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
  })

  expect(await all(openBook(bytes).rows('S'))).toEqual([{ number: 1, cells: ['東京', null, 'a\r中'] }])
})

describe('a sheet that means harm or has no end', () => {
  test('is read no further than rows are taken', async () => {
    let made = 0
    function* rows() {
      while (made < 200_000) yield [`第${made++}行`, Math.sin(made)]
    }
    const bytes = await whole(
      writeWorkbook({ sheets: [{ name: '表', columns: Array(2).fill({ width: 9, format: 'text' }), rows: rows() }] }),
    )
    const before = process.memoryUsage().arrayBuffers
    let taken = 0
    for await (const { number } of openBook(bytes).rows(0)) {
      taken = number
      if (taken === 1000) break
    }

    expect(taken).toBe(1000)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8_000_000)
  })

  test('with a row that never ends is given up', async () => {
    const bytes = await packed({
      'xl/workbook.xml': '<workbook><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Type="t/worksheet" Target="s.xml"/></Relationships>',
      'xl/s.xml': `<worksheet><sheetData><row>${'<c t="str"><v>没完没了</v></c>'.repeat(150_000)}`,
    })

    await expect(all(openBook(bytes).rows(0))).rejects.toThrow('no end')
  })
})

async function all(rows: AsyncIterable<SheetRow>): Promise<readonly SheetRow[]> {
  const found: SheetRow[] = []
  for await (const row of rows) found.push(row)
  return found
}

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const found: Uint8Array[] = []
  for await (const chunk of chunks) found.push(chunk)
  return Buffer.concat(found)
}

async function packed(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  async function* each() {
    for (const [path, text] of Object.entries(parts)) yield { path, text: [text] }
  }
  return await whole(zip(each()))
}
