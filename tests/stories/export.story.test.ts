import { Writable } from 'node:stream'
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shipped } from '#apps/api/installation.ts'
import { ROW_ID, ROW_KEY, ROW_VERSION, STATE_TITLE } from '#engine/transfer/columns.ts'
import { exportTo } from '#engine/transfer/export-to.ts'
import { findHeads } from '#engine/transfer/heads.ts'
import { type Api, openApi } from '#tests/support/api.ts'
import { everyKindRegister } from '#tests/support/every-kind.ts'
import { must, openWorld, type World } from '#tests/support/world.ts'

const TITLES = ['=1+1', '  @cmd', '-12', '量子"芯片",甲', '0512']
let world: World
let api: Api

beforeAll(async () => {
  world = await openWorld({ shipped: shipped([everyKindRegister]) })
  api = await openApi(world)
  for (const text of TITLES) {
    await must(
      world.create('kunshan', 'every_kind', {
        text: text.trim(),
        area: '320583',
        phone: '13812345678',
        money: '1234567.00',
        decimal: '-2.5',
        day: '2026-03-31',
        term: 'quantum',
        uscc: '91320000MA00000016',
        rows: [
          { name: `${text}甲`, place: '320583', cost: '10000.00' },
          { name: '乙', count: 3 },
        ],
      }),
    )
  }
})
afterAll(async () => {
  await api?.close()
  await world?.close()
})

describe('an export', () => {
  test('as a workbook carries ids, versions, units, sub-tables by row; texts stay texts and phones masked', async () => {
    const book = new exceljs.Workbook()
    await book.xlsx.load(new Uint8Array((await taken('every_kind/export.xlsx')).rawPayload).buffer)
    const main = book.getWorksheet('各类字段')!
    const heads = (main.getRow(1).values as string[]).slice(1)
    const cell = (row: number, title: string) => main.getCell(row, heads.indexOf(title) + 1).value

    expect(heads.slice(0, 3)).toEqual([ROW_ID, ROW_VERSION, ROW_KEY])
    expect(heads.at(-1)).toBe(STATE_TITLE)
    expect(main.rowCount).toBe(1 + TITLES.length)
    expect([main.getColumn(1).hidden, main.getColumn(2).hidden]).toEqual([true, true])
    expect(cell(2, ROW_ID)).toMatch(/^[0-9a-f-]{36}$/)
    expect(cell(2, '经费（万元）')).toBe(123.4567)
    expect(cell(2, '手机')).toBe('138****5678')
    expect(cell(2, '属地')).toBe('昆山市 320583')
    expect(cell(2, '所属领域')).toBe('量子科技')
    expect(cell(2, '日期')).toEqual(new Date('2026-03-31'))
    expect(main.getColumn(heads.indexOf('名称') + 1).values).toContain('=1+1')

    const details = book.getWorksheet('明细')!
    expect(details.rowCount).toBe(1 + 2 * TITLES.length)
    expect([2, 3, 4].map((row) => details.getCell(row, 1).value)).toEqual([1, 1, 2])
  })

  test('shows an entry that is changed meanwhile as it was on every sheet', async () => {
    const [entry] = await world.sql(`select id, version from {{schema}}.every_kind where text = '-12'`)
    const seen = { id: String(entry!['id']), version: Number(entry!['version']) }
    const old = {
      text: '-12',
      rows: [
        { name: '-12甲', place: '320583', cost: '10000.00' },
        { name: '乙', count: 3 },
      ],
    }
    const chunks: Buffer[] = []
    const target = new Writable({
      write: (chunk: Buffer, _encoding, taken) => {
        const first = chunks.push(chunk) === 1
        const changed = first ? must(world.edit('kunshan', 'every_kind', seen, { text: '-13', rows: [{ name: '丙' }] })) : Promise.resolve()
        changed.then(() => taken(), taken)
      },
    })
    await exportTo(
      world.store,
      everyKindRegister,
      { actor: world.as('kunshan'), request: 'test' },
      { format: 'xlsx', question: {} },
      target,
    )
    const book = new exceljs.Workbook()
    await book.xlsx.load(new Uint8Array(Buffer.concat(chunks)).buffer)

    expect(JSON.stringify(book.getWorksheet('各类字段')!.getSheetValues())).toContain('"-12"')
    expect(JSON.stringify(book.getWorksheet('明细')!.getSheetValues())).not.toContain('丙')
    await must(world.edit('kunshan', 'every_kind', { ...seen, version: seen.version + 1 }, old))
  })

  test('as csv opens in Excel and WPS and runs nothing', async () => {
    const { rawPayload } = await taken('every_kind/export.csv')
    const text = rawPayload.toString('utf8')

    expect(text.startsWith('\ufeff行号,')).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text).toContain(",'=1+1,")
    expect(text).toContain(",'@cmd,")
    expect(text).toContain(',-12,')
    expect(text).toContain(',-2.5,')
    expect(text).toContain('"0512\t"')
    expect(text).toContain('"量子""芯片"",甲"')
    expect(text).toContain('138****5678')
    expect(text).not.toContain('13812345678')
  })

  test('as json is one document; only the wanted columns and the filtered entries', async () => {
    const answer = await taken(`every_kind/export.json?columns=text,area&filter=${encodeURIComponent('{"field":"text","is":"-12"}')}`)
    const { register, entries } = answer.json<{ register: string; entries: { values: object }[] }>()

    expect(register).toBe('every_kind')
    expect(entries.map(({ values }) => values)).toEqual([{ text: '-12', area: '320583' }])
  })

  test('as json has amounts as texts, tables as they are and phones masked, also as of a day', async () => {
    for (const question of ['', '&asOf=2026-06-01']) {
      const { body } = await taken(`every_kind/export.json?sort=no${question}`)
      const { entries } = JSON.parse(body) as { entries: { no: number; version: number; state: string; values: object }[] }

      expect(entries.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5])
      expect(entries[0]).toMatchObject({ version: 1, state: 'open' })
      expect(entries[0]!.values).toMatchObject({
        text: '=1+1',
        phone: '138****5678',
        money: '1234567.00',
        decimal: '-2.5',
        day: '2026-03-31',
      })
      expect(entries[0]!.values).toMatchObject({
        rows: [
          { name: '=1+1甲', place: '320583', cost: '10000.00' },
          { name: '乙', count: 3 },
        ],
      })
      expect(body).not.toContain('13812345678')
    }
  })

  test('of a past day shows what was known then', async () => {
    expect((await taken('every_kind/export.json?asOf=2026-05-31')).json<{ entries: object[] }>().entries).toEqual([])
  })

  test('gives only what the person may read, and is kept as an event with its number of entries', async () => {
    for (const who of ['kunshan', 'nanjing']) {
      const client = await api.as(who)
      const { entries } = (await client.get('/registers/technology/entries?limit=200')).json<{ entries: object[] }>()
      const exported = (await client.get('/registers/technology/export.json')).json<{ entries: object[] }>().entries
      expect(exported.length).toBe(entries.length)
    }
    const [last] = await world.sql(
      `select person, reason from {{schema}}.event where command = 'entry.export' and reason like '各类字段%csv%' order by at desc, id desc limit 1`,
    )
    expect(last).toEqual({ person: world.as('kunshan').person, reason: '各类字段：导出 csv，5 条' })
  })

  test('as a list shows it has its number and the day of its last change, and comes in again without a word about them', async () => {
    const filter = encodeURIComponent('{"field":"text","is":"-12"}')
    const { rawPayload } = await taken(`every_kind/export.csv?columns=no,text,state,area,changedAt&sort=-no&filter=${filter}`)
    const [head, line] = rawPayload.toString('utf8').trim().split('\r\n')
    const heads = findHeads(
      [head!.split(',')],
      [{ field: 'text', label: { zh: '名称', en: 'Name' }, titles: ['名称'], required: true, closed: false }],
    )

    expect(head).toBe('行号,编号,名称,属地,更新时间,办理状态')
    expect(line).toBe(`1,3,-12,昆山市 320583,2026-06-01,开放`)
    expect(JSON.stringify(heads)).not.toContain('编号')
  })

  test('with a faulty question is refused before anything is sent', async () => {
    const client = await api.as('kunshan')
    expect((await client.get('/registers/every_kind/export.csv?sort=nothing')).statusCode).toBe(422)
    expect((await client.get('/registers/nothing/export.csv')).statusCode).toBe(404)
  })
})

async function taken(path: string) {
  const answer = await (await api.as('kunshan')).get(`/registers/${path}`)
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200)
  return answer
}
