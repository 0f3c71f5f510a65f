import exceljs from 'exceljs'
import type { CellValue } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { presentRows } from '#engine/store/import-present.ts'
import { zip } from '#platform/sheets/zip.ts'
import { bookOf, judged } from '#tests/support/sheets.ts'
import { sheetsWorld } from '#tests/support/sheets-world.ts'

const here = sheetsWorld()

const HEADS = ['技术名称', '属地', '完成日期']
const line = (title: string): CellValue[] => [title, '昆山市', '2026-03-01']
const outcomes = async (id: string) => (await here.imports.rows(id)).map(({ outcome }) => outcome)
const noteOf = async (id: string) => (await here.imports.of('kunshan', id)).notes.map(({ zh }) => zh).join('\n')

describe('a sheet that people have worked on', () => {
  test('may have its columns in any order, others between them and a title above', async () => {
    const rows = [['2026年台账'], [], ['完成日期', '备注栏', '属地', '技术名称'], ['2026.3.1', '随手记', '昆山市', '列移动过']]
    const id = await here.imports.uploaded('kunshan', await bookOf([], rows))

    expect(await outcomes(id)).toEqual(['new'])
    expect(await noteOf(id)).toContain('未读取：备注栏')
    expect(await noteOf(id), 'a long list of other columns is cut').toMatch(/已有记录保持原值：(?:[^、]+、){7}[^、]+等 \d+ 列/)
  })

  test('whose heads are nearly right is told which they may be meant as', async () => {
    const id = await here.imports.uploaded('kunshan', await bookOf(['技术名', '属地'], [['近似列名', '昆山市']]))

    expect(await noteOf(id)).toContain('列“技术名”是不是“技术名称”？')
    const none = await here.imports.uploaded('kunshan', await bookOf([], [['台账'], ['技术名', '所属地'], ['一行', '昆山市']]))
    expect(await here.imports.of('kunshan', none)).toMatchObject({
      state: 'failed',
      fault: { zh: expect.stringContaining('第 2 行的列名与本台账不符：“技术名”是不是“技术名称”，“所属地”是不是“属地”？') },
    })
  })

  test('with one name twice is taken and doubted; a day that never was is called that', async () => {
    const rows: CellValue[][] = [line('同名的一行'), ['同名的一行', '昆山市', '2026-03-02'], ['没有的一天', '昆山市', '2026-02-30']]
    const id = await here.imports.uploaded('kunshan', await bookOf(HEADS, rows))

    expect(await here.imports.rows(id)).toMatchObject([
      { outcome: 'new', warnings: [] },
      { outcome: 'new', warnings: [{ cell: 'A3', message: { zh: '与本表第 2 行同名，请核对是不是同一条；不是的可以保留' } }] },
      { outcome: 'wrong', faults: [{ cell: 'C4', message: { zh: '没有“2026-02-30”这一天，请核对年月日' } }] },
    ])
  })

  test('of a city names its own district where another city has one of the same name', async () => {
    const own = await here.imports.uploaded('nanjing', await bookOf(HEADS, [['南京鼓楼的一行', '鼓楼区', '2026-03-01']]))
    const elsewhere = await here.imports.uploaded('kunshan', await bookOf(HEADS, [['鼓楼的一行', '鼓楼区', '2026-03-01']]))

    expect(await here.imports.rows(own)).toMatchObject([
      {
        outcome: 'new',
        given: { area: '320106' },
        warnings: [{ cell: 'B2', message: { zh: expect.stringContaining('南京市鼓楼区（320106）') } }],
      },
    ])
    expect(await here.imports.rows(elsewhere)).toMatchObject([
      {
        outcome: 'wrong',
        faults: [{ cell: 'B2', message: { zh: expect.stringMatching(/南京市鼓楼区（320106）.*徐州市鼓楼区（320302）/) } }],
      },
    ])
  })

  test('without a required column makes nothing new and says which it is', async () => {
    const id = await here.imports.uploaded('kunshan', await bookOf(['技术名称', '完成日期'], [['缺属地', '2026-03-01']]))

    expect(await noteOf(id)).toContain('其中“属地”为新增所必填')
    expect(await here.imports.rows(id)).toMatchObject([
      { outcome: 'wrong', faults: [{ message: { zh: '必须填写；表中没有“属地”这一列，请补上列名和内容' } }] },
    ])
  })

  test('with the city chosen in the column that only narrows the list is told what was done and what to do, once', async () => {
    const heads = ['技术名称', '属地：设区市（仅供筛选）', '属地', '完成日期']
    const rows: CellValue[][] = [
      ['只选了设区市', '苏州市', null, '2026-03-01'],
      ['两列都选', '苏州市', '昆山市', '2026-03-01'],
      ['都没有选', null, null, '2026-03-01'],
    ]
    const [narrowed, both, none] = await here.imports.rows(await here.imports.uploaded('kunshan', await bookOf(heads, rows)))

    expect(narrowed!.faults).toMatchObject([{ cell: 'C2', message: { zh: expect.stringMatching(/筛选的设区市“苏州市”.*“属地”列再选/) } }])
    expect(both).toMatchObject({ outcome: 'new', given: { area: '320583' } })
    expect(none!.faults).toMatchObject([{ cell: 'C4', message: { zh: '必须填写' } }])
  })

  test('with a row of another city and one of the same thing twice is told both, and the rest goes in', async () => {
    const there: CellValue[] = ['别市的一行', '南京市', '2026-03-01']
    const id = await here.imports.uploaded('kunshan', await bookOf(HEADS, [line('本市一行'), there, line('本市一行')]))

    expect(await here.imports.rows(id)).toMatchObject([
      { outcome: 'new' },
      {
        outcome: 'wrong',
        faults: [
          {
            cell: 'B3',
            label: { zh: '属地' },
            message: { zh: expect.stringContaining('其他地区的由该地岗位填报'), en: expect.any(String) },
          },
        ],
      },
      { outcome: 'wrong', faults: [{ cell: 'A4', message: { zh: '与本表第 2 行重复，请删除其中一行' } }] },
    ])
  })

  test('with amounts says their unit: none is refused, 元 is put into 万元, another in the cell is a fault', async () => {
    const heads = (amount: string): CellValue[] => ['场景名称', '属地', amount]
    const upload = async (head: string, amount: string | number) =>
      await here.imports.uploaded(
        'kunshan',
        await bookOf(heads(head), [[`场景 ${head} ${amount}`, '昆山市', amount]]),
        '场景.xlsx',
        'scenario',
      )

    const bare = await here.imports.of('kunshan', await upload('财政投资', 120))
    expect(bare).toMatchObject({ state: 'failed', fault: { zh: expect.stringContaining('没有写明单位') } })
    const [inYuan] = await here.imports.rows(await upload('财政投资（元）', 1_200_000))
    const [inWan] = await here.imports.rows(await upload('财政投资（万元）', 120))
    const [torn] = await here.imports.rows(await upload('财政投资（万元）', '1200000元'))
    expect([inYuan!.given['publicFunds'], inWan!.given['publicFunds']]).toEqual(['1200000', '1200000'])
    const [likely] = await here.imports.rows(await upload('财政投资（万元）', 1_200_000))
    expect(likely).toMatchObject({
      outcome: 'new',
      warnings: [{ cell: 'C2', message: { zh: expect.stringContaining('合 120 亿元；请核对单位') } }],
    })
    expect(torn).toMatchObject({ outcome: 'wrong', faults: [{ cell: 'C2', message: { zh: expect.stringContaining('请换算后只填数字') } }] })
  })

  test('made from the definition of last year is read by its heads, and said to be old', async () => {
    const book = await judged((await (await here.api.as('kunshan')).get('/registers/technology/template.xlsx')).rawPayload)
    const stamp = book.getWorksheet('_蓝图')!
    const versions = here.world.store.definitionVersions as Map<string, number>
    versions.set('technology', Number(stamp.getCell('B3').value) + 1)
    const main = book.getWorksheet('前沿技术突破')!
    const heads = main.getRow(1).values as string[]
    const put = (title: string, value: string) => {
      main.getCell(4, heads.indexOf(title)).value = value
    }
    put('技术名称', '旧模板填的')
    put('属地', '昆山市 320583')
    const id = await here.imports.uploaded('kunshan', new Uint8Array(await book.xlsx.writeBuffer()))

    expect(await outcomes(id)).toEqual(['new'])
    expect(await noteOf(id)).toMatch(/按旧版栏目（第 \d+ 版）制作，现为第 \d+ 版/)
  })

  test('that takes values from other workbooks is read with the values it kept', async () => {
    const book = new exceljs.Workbook()
    const sheet = book.addWorksheet('表')
    sheet.addRow(HEADS)
    sheet.addRow(['外链一行', { formula: "'[别的表.xlsx]Sheet1'!B2", result: '昆山市' }, '2026-03-01'])
    sheet.addRow(['外链断了', { formula: "'[别的表.xlsx]Sheet1'!B3", result: { error: '#REF!' } }, '2026-03-01'])
    const id = await here.imports.uploaded('kunshan', new Uint8Array(await book.xlsx.writeBuffer()))

    expect(await here.imports.rows(id)).toMatchObject([
      { outcome: 'new', given: { area: '320583' }, warnings: [{ cell: 'B2' }] },
      { outcome: 'wrong', faults: [{ cell: 'B3', message: { zh: '公式出错（#REF!），请改为填写数值' } }] },
    ])
  })
})

describe('a sheet that is too much', () => {
  test('of 20,000 wrong rows is told by pages and given back whole', { timeout: 120_000 }, async () => {
    const rows = Array.from({ length: 20_000 }, (_each, at) => [`都不对${at}`, '没有的地方', '去年'])
    const id = await here.imports.uploaded('kunshan', await bookOf(HEADS, rows))

    const page = await presentRows(here.world.store, await here.imports.of('kunshan', id), { outcome: 'wrong', after: 0 })
    expect([page.rows.length, page.next]).toEqual([100, 101])
    expect(JSON.stringify(page).length).toBeLessThan(200_000)
    const sheet = (await judged(await here.imports.errors('kunshan', id))).worksheets[0]!
    expect(sheet.rowCount).toBe(20_001)
  })

  test('of a million empty rows is read for the one that says something', { timeout: 120_000 }, async () => {
    function* text() {
      yield '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>技术名称</v></c><c r="B1" t="str"><v>属地</v></c></row>'
      for (let at = 2; at < 1_000_002; at += 1_000)
        yield Array.from({ length: 1_000 }, (_each, more) => `<row r="${at + more}"><c r="A${at + more}" s="1"/></row>`).join('')
      yield '<row r="1048576"><c r="A1048576" t="str"><v>最后一行</v></c><c r="B1048576" t="str"><v>昆山市</v></c></row></sheetData></worksheet>'
    }
    const id = await here.imports.uploaded('kunshan', await packed(text()))

    expect(await here.imports.rows(id)).toMatchObject([{ row: 1_048_576, outcome: 'new', title: '最后一行' }])
  })

  test('a bomb is refused before it is unpacked', async () => {
    const bomb = await packed([`<worksheet><sheetData>${' '.repeat(60_000_000)}`])

    expect((await sent('炸弹.xlsx', bomb)).json()).toMatchObject({
      code: 'file.archive-too-large',
      words: { zh: expect.stringContaining('解压后过大') },
    })
  })

  test('with macros in it is refused under whatever name, with what to do', async () => {
    const macros = await packed(['<worksheet><sheetData/></worksheet>'], [{ path: 'xl/vbaProject.bin', text: ['macro'] }])
    const answer = await sent('不说有宏.xlsx', macros)

    expect(answer.json()).toMatchObject({
      code: 'file.macros',
      words: { zh: expect.stringContaining('宏'), en: expect.stringContaining('macro') },
    })
  })

  test('cut off in the middle is told as broken', async () => {
    const whole = await bookOf(HEADS, [line('只有半个文件')])
    const id = await here.imports.uploaded('kunshan', whole.slice(0, whole.length / 2))

    expect(await here.imports.of('kunshan', id)).toMatchObject({ state: 'failed', fault: { zh: expect.stringContaining('文件打不开') } })
  })
})

async function sent(name: string, bytes: Buffer) {
  const head = `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
  return await (await here.api.as('kunshan')).send({
    method: 'POST',
    url: '/api/v1/registers/technology/imports',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')]),
  })
}

/** A workbook of one sheet with this text, and whatever else. */
async function packed(
  text: Iterable<string>,
  more: readonly { readonly path: string; readonly text: Iterable<string> }[] = [],
): Promise<Buffer> {
  const parts = [
    { path: 'xl/workbook.xml', text: ['<workbook><sheets><sheet name="表" r:id="rId1"/></sheets></workbook>'] },
    {
      path: 'xl/_rels/workbook.xml.rels',
      text: ['<Relationships><Relationship Id="rId1" Type="t/worksheet" Target="s.xml"/></Relationships>'],
    },
    { path: '[Content_Types].xml', text: ['<Types/>'] },
    { path: 'xl/s.xml', text },
    ...more,
  ]
  const chunks: Uint8Array[] = []
  for await (const chunk of zip(
    (async function* () {
      yield* parts
    })(),
  ))
    chunks.push(chunk)
  return Buffer.concat(chunks)
}
