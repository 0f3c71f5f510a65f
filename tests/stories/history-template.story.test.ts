import { describe, expect, test } from 'vitest'
import { EXAMPLE_MARK } from '#engine/transfer/columns.ts'
import { judged } from '#tests/support/sheets.ts'
import { sheetsWorld } from '#tests/support/sheets-world.ts'
import { must } from '#tests/support/world.ts'

const here = sheetsWorld()

const asked = async (who: string, register = 'technology') =>
  await (await here.api.as(who)).get(`/registers/${register}/template.xlsx?history=true`)

describe('the template for old entries', () => {
  test('has what their document gave and the state they had, with rules and the one state to choose', async () => {
    const answer = await asked('planner')
    const main = (await judged(answer.rawPayload)).worksheets[0]!
    const heads = (main.getRow(1).values as string[]).slice(1)
    const under = (title: string, row: number) => main.getCell(row, heads.indexOf(title) + 1)

    expect(answer.headers['content-disposition']).toContain(encodeURIComponent('前沿技术突破历史导入模板.xlsx'))
    expect(new Set(heads.slice(-5))).toEqual(new Set(['公布文号', '公布文件', '成文日期', '计入日期', '办理状态']))
    expect(['公布文号', '成文日期', '计入日期', '办理状态'].map((title) => under(title, 2).text.slice(0, 2))).toEqual([
      '必填',
      '必填',
      '选填',
      '必填',
    ])
    expect(under('所属领域', 2).text).toMatch(/^选填/)
    expect(main.getCell('C3').value).toBe(EXAMPLE_MARK)
    expect(under('办理状态', 3).text).toBe('已公布')
    expect(under('办理状态', 4).dataValidation?.type).toBe('list')
  })

  test('filled in, under titles of the province as well, comes in with the days of its documents', async () => {
    await must(
      here.world.give('planner', 'sheets.keep-layout', {
        register: 'technology',
        columns: [{ field: 'documentNo', title: '发文字号' }],
        seen: 0,
      }),
    )
    const book = await judged((await asked('planner')).rawPayload)
    const main = book.worksheets[0]!
    const heads = (main.getRow(1).values as string[]).slice(1)
    const line = {
      技术名称: '模板里的旧技术',
      属地: '昆山市 320583',
      完成日期: '2024-11-02',
      发文字号: '苏科公〔2025〕7号',
      成文日期: '2025-02-28',
      办理状态: '已公布',
    }
    for (const [title, value] of Object.entries(line)) main.getCell(4, heads.indexOf(title) + 1).value = value
    const bytes = new Uint8Array(await book.xlsx.writeBuffer())

    const id = await here.imports.uploaded('planner', bytes, '旧台账.xlsx', 'technology', { history: true })
    expect(await here.imports.rows(id)).toMatchObject([{ outcome: 'new', faults: [] }])
    await here.imports.applied('planner', id)
    const [made] = await here.world.sql(
      `select state, document_no, counts_on::text from {{schema}}.technology where title = '模板里的旧技术'`,
    )
    expect(made).toEqual({ state: 'published', document_no: '苏科公〔2025〕7号', counts_on: '2025-02-28' })
  })

  test('is for who publishes, and for registers that are published by a document', async () => {
    expect((await asked('kunshan')).json()).toMatchObject({ code: 'import.no-history-right' })
    expect((await asked('planner', 'area')).json()).toMatchObject({ code: 'import.no-history' })
  })
})
