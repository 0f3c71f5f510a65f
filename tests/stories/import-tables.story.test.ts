import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import { shipped } from '#apps/api/installation.ts'
import { presentRows } from '#engine/store/import-present.ts'
import { ISSUES_TITLE } from '#engine/transfer/columns.ts'
import { everyKindRegister } from '#tests/support/every-kind.ts'
import { judged } from '#tests/support/sheets.ts'
import { sheetsWorld } from '#tests/support/sheets-world.ts'
import { must } from '#tests/support/world.ts'

const here = sheetsWorld({ shipped: shipped([everyKindRegister]) })

const REGISTER = 'every_kind'

async function made(text: string, papers: readonly object[] = []): Promise<string> {
  const { row } = await must(
    here.world.create('kunshan', REGISTER, {
      text,
      area: '320583',
      phone: '13812345678',
      money: '1234567.10',
      decimal: '-2.50',
      day: '2026-03-31',
      term: 'quantum',
      check: false,
      uscc: '91320000MA00000016',
      rows: [
        { name: `${text}甲`, type: 'a', place: '320583', cost: '10000.00', on: '2026-01-02', field: 'quantum', papers },
        { name: '乙', count: 3 },
      ],
    }),
  )
  return String(row['id'])
}

const exported = async (): Promise<exceljs.Workbook> =>
  await judged((await (await here.api.as('kunshan')).get(`/registers/${REGISTER}/export.xlsx`)).rawPayload)
const uploaded = async (book: exceljs.Workbook) =>
  await here.imports.uploaded('kunshan', new Uint8Array(await book.xlsx.writeBuffer()), '表.xlsx', REGISTER)
const detailsOf = async (id: string) => (await here.world.sql('select rows, version from {{schema}}.every_kind where id = $1', [id]))[0]!

/** The number of the entry's row in the main sheet, and the rows of its sub-table. */
function placeOf(book: exceljs.Workbook, id: string) {
  const main = book.getWorksheet('各类字段')!
  const row = main.getColumn(1).values.indexOf(id)
  const details = book.getWorksheet('明细')!
  const key = main.getCell(row, 3).value
  const rows = details.getColumn(1).values.flatMap((value, at) => (value === key ? [at] : []))
  return { main, row, key, details, rows }
}

describe('a workbook with sub-tables', () => {
  test('that was exported and is handed in again, unchanged, changes nothing', async () => {
    const file = await here.world.upload('kunshan', '证明.pdf', 'a paper')
    await made('原样', [file])
    await made('="公式样的字"')
    await must(here.world.create('kunshan', REGISTER, { text: '没有明细', area: '320583' }))

    const id = await uploaded(await exported())

    const rows = await here.imports.rows(id)
    expect(rows.length).toBeGreaterThanOrEqual(3)
    expect(rows.map(({ outcome, faults, changes }) => ({ outcome, faults, changes }))).toEqual(
      rows.map(() => ({ outcome: 'unchanged', faults: [], changes: [] })),
    )
    expect((await here.imports.of('kunshan', id)).notes).toEqual([])
  })

  test('adds, changes and removes rows, shows which, and keeps the files of those that stay', async () => {
    const file = await here.world.upload('kunshan', '合同.pdf', 'a contract')
    const entry = await made('有增有减', [file])
    const book = await exported()
    const { details, rows, key } = placeOf(book, entry)
    const column = (title: string) => (details.getRow(1).values as string[]).indexOf(title)
    details.getCell(rows[0]!, column('名称')).value = '甲改'
    details.getCell(rows[1]!, column('数量')).value = 4
    const row = details.addRow([])
    row.getCell(1).value = key
    row.getCell(column('名称')).value = '丙'

    const id = await uploaded(book)

    const { rows: shown } = await presentRows(here.world.store, await here.imports.of('kunshan', id), { outcome: 'changed', after: 0 })
    expect(shown).toHaveLength(1)
    expect(shown[0]!.changes[0]!.rows!.map(({ act, after }) => [act, after?.zh.split('，')[0]])).toEqual([
      ['changed', '甲改'],
      ['changed', '乙'],
      ['added', '丙'],
    ])
    await here.imports.applied('kunshan', id)
    const kept = (await detailsOf(entry))['rows'] as { name: string; papers?: { name: string }[]; count?: number }[]
    expect(kept.map(({ name, count }) => [name, count])).toEqual([
      ['甲改', undefined],
      ['乙', 4],
      ['丙', undefined],
    ])
    expect(kept[0]!.papers).toMatchObject([{ name: '合同.pdf' }])

    const removing = await exported()
    const place = placeOf(removing, entry)
    for (const at of place.rows.toReversed()) place.details.spliceRows(at, 1)
    await here.imports.applied('kunshan', await uploaded(removing))
    expect(await detailsOf(entry)).toEqual({ rows: [], version: 3 })
  })

  test('tells wrong cells of a sub-table, rows that belong to none and numbers that stand twice, and gives them back', async () => {
    const book = new exceljs.Workbook()
    const main = book.addWorksheet('各类字段')
    main.addRows([
      ['行号', '名称', '属地'],
      [1, '子表有误', '昆山市'],
      [2, '子表无误', '昆山市'],
      [2, '行号重复', '昆山市'],
      [null, '没有行号', '昆山市'],
    ])
    const details = book.addWorksheet('明细')
    details.addRows([
      ['行号', '名称', '类型', '数量（台）', '金额（万元）', '文件'],
      [1, '甲', '丁类', 1, 2.5, null],
      [1, null, '甲类', '若干', 1, null],
      [2, '乙', '乙类', 2, 1.5, null],
      [7, '无主', '甲类', 2, 1.5, null],
      [null, '无号', '甲类', 2, 1.5, null],
      [1, '有附件', null, null, null, '某文件.pdf'],
    ])
    const id = await uploaded(book)

    const rows = await here.imports.rows(id)
    expect(rows.map(({ outcome }) => outcome)).toEqual(['wrong', 'new', 'wrong', 'new', 'wrong', 'wrong'])
    expect(new Set(rows[0]!.faults.map(({ cell }) => cell))).toEqual(new Set(['明细!B3', '明细!C2', '明细!D3', '明细!F7']))
    expect(rows[2]!.faults).toMatchObject([{ cell: 'A4', message: { zh: expect.stringContaining('行号“2”与上面的行重复') } }])
    const { rows: shown } = await presentRows(here.world.store, await here.imports.of('kunshan', id), { outcome: 'wrong', after: 3 })
    expect(shown).toMatchObject([
      { row: 4 },
      { sheet: '明细', row: 5, faults: [{ cell: '明细!A5', message: { zh: expect.stringContaining('没有行号为“7”的行') } }] },
      { sheet: '明细', row: 6, faults: [{ cell: '明细!A6' }] },
    ])

    const back = await judged(await here.imports.errors('kunshan', id))
    expect(back.worksheets.map(({ name }) => name)).toEqual(['各类字段', '明细'])
    const wrong = back.getWorksheet('明细')!
    expect(wrong.getColumn(2).values.slice(1)).toEqual(['名称', '甲', undefined, '乙', '无主', '无号', '有附件'])
    expect(wrong.getCell('G1').value).toBe(ISSUES_TITLE)
    expect(wrong.getCell('G2').text).toMatch(/^C2.*（原表 C2）$/)
    expect(wrong.getCell('G3').text).toContain('B3')
    expect(back.getWorksheet('各类字段')!.getColumn(2).values.slice(1)).toEqual(['名称', '子表有误', '行号重复'])

    await here.imports.applied('kunshan', id)
    const [{ rows: kept } = {}] = await here.world.sql(`select rows from {{schema}}.every_kind where text = '子表无误'`)
    expect(kept).toEqual([{ name: '乙', type: 'b', count: 2, cost: '15000' }])
  })

  test('a template that was filled in makes entries with their rows', async () => {
    const template = await (await here.api.as('kunshan')).get('/registers/technology/template.xlsx')
    const book = await judged(template.rawPayload)
    const fill = (sheet: exceljs.Worksheet, row: number, values: Readonly<Record<string, exceljs.CellValue>>) => {
      const heads = sheet.getRow(1).values as string[]
      for (const [title, value] of Object.entries(values)) sheet.getCell(row, heads.indexOf(title)).value = value
    }
    fill(book.getWorksheet('前沿技术突破')!, 4, { 行号: 1, 技术名称: '模板填报', 属地: '昆山市 320583', 所属领域: '量子科技' })
    fill(book.getWorksheet('关键指标')!, 4, { 行号: 1, 指标: '比特数', 实测: '105' })
    fill(book.getWorksheet('关键指标')!, 5, { 行号: 1, 指标: '保真度', 实测: '99.9%' })
    const id = await here.imports.uploaded('kunshan', new Uint8Array(await book.xlsx.writeBuffer()))

    expect((await here.imports.rows(id)).map(({ outcome, faults }) => [outcome, faults])).toEqual([['new', []]])
    expect((await here.imports.of('kunshan', id)).notes).toEqual([])
    await here.imports.applied('kunshan', id)
    const [row] = await here.world.sql(`select key_figures from {{schema}}.technology where title = '模板填报'`)
    expect(row!['key_figures']).toEqual([
      { name: '比特数', measured: '105' },
      { name: '保真度', measured: '99.9%' },
    ])
  })

  test('of another register is not read as one of this', async () => {
    const template = await (await here.api.as('kunshan')).get('/registers/technology/template.xlsx')
    const id = await here.imports.uploaded('kunshan', template.rawPayload, '错表.xlsx', REGISTER)

    expect(await here.imports.of('kunshan', id)).toMatchObject({
      state: 'failed',
      fault: { zh: expect.stringContaining('这是“前沿技术突破”的表') },
    })
  })
})
