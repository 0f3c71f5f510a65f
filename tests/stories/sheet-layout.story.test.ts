import type exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import type { LayoutsView, LayoutView } from '#contract/sheets.ts'
import { bookOf, judged } from '#tests/support/sheets.ts'
import { sheetsWorld } from '#tests/support/sheets-world.ts'
import { must, refused } from '#tests/support/world.ts'

const here = sheetsWorld()

const layoutOf = (who: string) => here.world.ask<LayoutView>(who, 'sheets.layout', { register: 'technology' }) as Promise<LayoutView>
const keep = async (who: string, columns: readonly object[], seen?: number) =>
  here.world.give(who, 'sheets.keep-layout', { register: 'technology', columns, seen: seen ?? (await layoutOf('planner')).version })
const fetched = async (who: string, address: string) => {
  const answer = await (await here.api.as(who)).get(`/registers/technology/${address}`)
  expect(answer.statusCode).toBe(200)
  return answer.rawPayload
}
const headsOf = (sheet: exceljs.Worksheet) => (sheet.getRow(1).values as string[]).slice(1)
/** The template as a person fills it in: one line under its heads. */
async function filled(bytes: Uint8Array, values: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const book = await judged(bytes)
  const main = book.worksheets[0]!
  const heads = headsOf(main)
  for (const [head, value] of Object.entries(values)) main.getCell(4, heads.indexOf(head) + 1).value = value
  return new Uint8Array(await book.xlsx.writeBuffer())
}
const given = async (bytes: Uint8Array, name?: string) => (await here.imports.rows(await here.imports.uploaded('kunshan', bytes, name)))[0]

const OURS = [
  { field: 'area', title: '项目所在地' },
  { field: 'title', title: '项目名称' },
  { field: 'keyFigures', title: '主要参数' },
  { field: 'completedOn', title: '完成时间' },
  { field: 'rights', leftOut: true },
]

describe('the sheet of a province', () => {
  let byDefault: Uint8Array
  let byFirst: Uint8Array

  test('has its order, its titles and no columns that it leaves out, in template and export', async () => {
    byDefault = await fetched('kunshan', 'template.xlsx')
    await must(keep('planner', OURS))
    byFirst = await fetched('kunshan', 'template.xlsx')
    const book = await judged(byFirst)
    const ownExport = (await judged(await fetched('kunshan', 'export.xlsx'))).worksheets.map(({ name }) => name)

    expect(headsOf(book.worksheets[0]!).slice(3, 7)).toEqual(['项目所在地：设区市（仅供筛选）', '项目所在地', '项目名称', '完成时间'])
    expect(book.worksheets.map(({ name }) => name)).toContain('主要参数')
    expect(book.worksheets.map(({ name }) => name)).not.toContain('知识产权')
    expect(ownExport).toEqual(expect.arrayContaining(['主要参数', '知识产权']))
    expect((await fetched('kunshan', 'export.csv')).toString()).toContain('行号,项目所在地,项目名称,完成时间')
  })

  test('comes in as it was made, and so does the default one and a plain sheet with either titles', async () => {
    const values = { 项目名称: '按本省表样', 项目所在地: '昆山市 320583', 完成时间: '2026-03-01' }
    expect(await given(await filled(byFirst, values))).toMatchObject({ outcome: 'new', given: { title: '按本省表样', area: '320583' } })
    const older = { 技术名称: '按默认表样', 属地: '昆山市 320583', 完成日期: '2026-03-01' }
    expect(await given(await filled(byDefault, older))).toMatchObject({ outcome: 'new', given: { completedOn: '2026-03-01' } })
    const plain = await bookOf(['完成时间', '技术名称', '项目所在地'], [['2026-03-01', '两种列名', '昆山市']])
    expect(await given(plain)).toMatchObject({ outcome: 'new', given: { title: '两种列名', completedOn: '2026-03-01' } })
  })

  test('with a table whose sheet it has renamed is read under each of its names', async () => {
    for (const name of ['主要参数', '关键指标']) {
      const book = await judged(name === '主要参数' ? byFirst : byDefault)
      const [main, table] = [book.worksheets[0]!, book.getWorksheet(name)!]
      const put = (sheet: exceljs.Worksheet, values: Readonly<Record<string, string | number>>) => {
        for (const [head, value] of Object.entries(values)) sheet.getCell(4, headsOf(sheet).indexOf(head) + 1).value = value
      }
      put(main, {
        行号: 1,
        [name === '主要参数' ? '项目名称' : '技术名称']: `带子表 ${name}`,
        [name === '主要参数' ? '项目所在地' : '属地']: '昆山市',
      })
      put(table, { 行号: 1, [headsOf(table)[1]!]: '能效' })
      const row = await given(new Uint8Array(await book.xlsx.writeBuffer()))

      expect([name, row?.given['keyFigures']]).toEqual([name, [expect.objectContaining({ name: '能效' })]])
    }
  })

  test('laid out anew reads the sheets of before by the titles they were made with, and says so', async () => {
    await must(
      keep('head', [
        { field: 'title', title: '成果名称' },
        { field: 'firstUnit', title: '项目名称' },
      ]),
    )
    const values = { 项目名称: '旧表样填的', 项目所在地: '昆山市 320583', 完成时间: '2026-03-01' }
    const id = await here.imports.uploaded('kunshan', await filled(byFirst, values))

    expect(await here.imports.rows(id)).toMatchObject([{ outcome: 'new', given: { title: '旧表样填的', area: '320583' } }])
    expect((await here.imports.of('kunshan', id)).notes.map(({ zh }) => zh).join('\n')).toContain('不是现行的表样')
  })

  test('of last year, whose definition has changed since, is read by its heads and said to be old in both ways', async () => {
    const book = await judged(await filled(byFirst, { 项目名称: '去年的表', 项目所在地: '昆山市 320583' }))
    const versions = here.world.store.definitionVersions as Map<string, number>
    const before = versions.get('technology')!
    versions.set('technology', before + 1)
    const main = book.worksheets[0]!
    main.getCell(1, main.columnCount + 1).value = '已取消的栏目'
    const id = await here.imports.uploaded('kunshan', new Uint8Array(await book.xlsx.writeBuffer()))
    versions.set('technology', before)
    const notes = (await here.imports.of('kunshan', id)).notes.map(({ zh }) => zh).join('\n')

    expect(await here.imports.rows(id)).toMatchObject([{ outcome: 'new', title: '去年的表' }])
    expect(notes).toMatch(/未读取：已取消的栏目[\s\S]*按旧版栏目[\s\S]*不是现行的表样/)
  })

  test('goes back to the default, its history stays, and it can be taken up again', async () => {
    await must(here.world.give('planner', 'sheets.restore-layout', { register: 'technology' }))
    const { isOwn, version, versions } = await layoutOf('admin')
    const heads = headsOf((await judged(await fetched('kunshan', 'template.xlsx'))).worksheets[0]!)

    expect([isOwn, version, versions.map(({ state }) => state)]).toEqual([false, 3, ['restored', 'active', 'active']])
    expect(heads.slice(3, 5)).toEqual(['技术名称', '所属领域'])
    expect(await refused(here.world.give('planner', 'sheets.restore-layout', { register: 'technology' }))).toMatchObject({
      code: 'layout.is-default',
    })
    await must(keep('admin', OURS))
    expect((await layoutOf('planner')).columns.slice(0, 2).map(({ title }) => title)).toEqual(['项目所在地', '项目名称'])
  })
})

describe('a layout', () => {
  test('is refused for two columns of one title and for a required column left out, in both languages', async () => {
    const twice = await refused(keep('planner', [{ field: 'area', title: '完成日期' }]))
    expect(twice).toMatchObject({
      code: 'input.invalid',
      faults: [{ path: 'columns.0.title', message: { zh: '“完成日期”是“完成日期”列的列名，两列不能同名，请换一个' } }],
    })
    expect(twice.words.en).toContain('two columns cannot have one title')
    const needed = await refused(keep('planner', [{ field: 'title', leftOut: true }]))
    expect(needed).toMatchObject({
      faults: [{ path: 'columns.0.leftOut', message: { zh: expect.stringContaining('必填'), en: expect.stringContaining('required') } }],
    })
  })

  test('that somebody else has changed meanwhile is not written over', async () => {
    const { version } = await layoutOf('planner')
    await must(keep('admin', OURS, version))

    expect(await refused(keep('planner', [{ field: 'title' }], version))).toMatchObject({ code: 'layout.changed' })
  })

  test('kept by two at once for the first time is kept once', async () => {
    const first = (who: string) => here.world.give(who, 'sheets.keep-layout', { register: 'park', columns: [{ field: 'title' }], seen: 0 })
    const both = await Promise.all([first('planner'), first('admin')])

    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await here.world.sql(`select 1 from {{schema}}.sheet_layout where register = 'park'`)).toHaveLength(1)
  })

  test('is for planners, division heads and administrators, and for registers that are filled in by sheets', async () => {
    expect(await refused(keep('kunshan', OURS, 0))).toMatchObject({ code: 'command.no-right' })
    expect(
      await refused(here.world.give('planner', 'sheets.keep-layout', { register: 'batch', columns: [{ field: 'title' }], seen: 0 })),
    ).toMatchObject({ code: 'layout.no-sheet' })
    const { registers } = (await here.world.ask<LayoutsView>('planner', 'sheets.layouts', {})) as LayoutsView
    expect(registers[0]).toMatchObject({ register: 'technology', isOwn: true })
    expect(registers.map(({ register }) => register)).not.toContain('batch')
    await fetched('admin', 'template.xlsx')
  })
})
