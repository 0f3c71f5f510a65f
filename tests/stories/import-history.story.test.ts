import { type CellValue } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Figure } from '#contract/figures.ts'
import { contributionsOf } from '#engine/derive/contributions.ts'
import { entryAnswer, entryHistory } from '#engine/store/entries.ts'
import { poolReader, readEntries } from '#engine/store/read.ts'
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

const HEADS = ['技术名称', '属地', '完成日期', '第一完成单位', '公布文号', '成文日期', '计入日期', '办理状态']
const old = (title: string, documentDate: CellValue, more: Readonly<Record<number, CellValue>> = {}): CellValue[] => {
  const row: CellValue[] = [title, '昆山市', '2025-03-01', '甲单位', '苏科公〔2025〕1号', documentDate, null, '已公布']
  return row.map((cell, at) => (Object.hasOwn(more, at) ? more[at]! : cell))
}
const uploaded = async (rows: CellValue[][], who = 'planner', heads: CellValue[] = HEADS) =>
  await imports.uploaded(who, await bookOf(heads, rows), '老台账.xlsx', 'technology', { history: true })

const figure = async (asOf?: string): Promise<Figure> =>
  (await world.ask<Figure>('planner', 'programmes.figure', {
    indicator: 'technology_breakthroughs',
    period: 'all',
    ...(asOf && { asOf }),
  })) as Figure

describe('an old ledger', () => {
  test('comes in with the days of its documents: figures as of those days hold it, and nothing is called restated', async () => {
    const id = await uploaded([old('旧技术一', '2025-06-30'), old('旧技术二', '2025年9月1日', { 6: '2025-09-15' })])
    expect((await imports.rows(id)).map(({ outcome, faults }) => [outcome, faults])).toEqual([
      ['new', []],
      ['new', []],
    ])
    await imports.applied('planner', id)

    expect((await figure('2025-06-29')).value).toBe('0')
    expect((await figure('2025-06-30')).value).toBe('1')
    expect((await figure('2025-09-01')).value).toBe('2')
    const now = await figure()
    expect([now.value, now.restated.months, now.restated.period]).toEqual(['2', [], null])
  })

  test('says on the entry and in its history that it is history, who brought it in and when', async () => {
    const technology = world.store.catalogue.need('technology')
    const [{ id } = {}] = await world.sql(`select id from {{schema}}.technology where title = '旧技术一'`)

    const answer = await entryAnswer(world.store, technology, world.as('planner'), String(id))
    expect(answer).toMatchObject({
      entry: { state: 'published', values: { documentNo: '苏科公〔2025〕1号', documentDate: '2025-06-30', countsOn: '2025-06-30' } },
      warnings: [{ zh: '历史导入：据 苏科公〔2025〕1号（2025-06-30）于 2026-06-01 补录，自成文日期起计入当时的数值' }],
    })
    const history = await entryHistory(world.store, technology, world.as('planner'), String(id))
    expect(history).toMatchObject({ lines: [{ actLabel: { zh: '历史导入' }, reason: '历史导入“老台账.xlsx”' }] })
    const [event] = await world.sql(
      `select event.at from {{schema}}.event_entry act join {{schema}}.event event on event.id = act.event where act.entry = $1`,
      [id],
    )
    expect(String(event!['at'])).toContain('2026-06-01')
  })

  test('adds up: the ledger of contributions is what the entries as they were known then give', async () => {
    const technology = world.store.catalogue.need('technology')
    const ids = (await world.sql(`select id from {{schema}}.technology`)).map(({ id }) => String(id))
    for (const row of await readEntries(poolReader(world.store), world.store, technology, ids)) {
      const kept = await world.sql(
        `select measure, area, counts_on::text as "countsOn", amount::int as amount, recorded_at as "recordedAt" from {{schema}}.contribution where entry = $1`,
        [row['id']],
      )
      expect(kept).toEqual(
        contributionsOf(technology, row).map(({ measure, area, countsOn, amount }) => ({
          measure,
          area,
          countsOn,
          amount,
          recordedAt: row['changedAt'],
        })),
      )
    }
  })

  test('handed in again changes nothing, and what is there already is not taken in a second time', async () => {
    const again = await uploaded([old('旧技术一', '2025-06-30'), old('旧技术二', '2025-07-01')])

    const [same, other] = await imports.rows(again)
    expect(same).toMatchObject({ outcome: 'unchanged' })
    expect(other).toMatchObject({ outcome: 'wrong', faults: [{ message: { zh: expect.stringContaining('系统中已有这条记录') } }] })
  })

  test.each([
    ['without a document number', { 4: null }, 'E2', '必须填写'],
    ['without a date', { 5: null }, 'F2', '必须填写'],
    ['without its state', { 7: null }, 'H2', '必须填写'],
    ['that was never published', { 7: '草稿' }, 'H2', '应为：已公布'],
    ['of a day to come', { 5: '2026-06-02' }, 'F2', '晚于今日'],
    ['that counts from a day to come', { 6: '2026-06-02' }, 'G2', '晚于今日'],
  ])('%s is refused', async (name, more, cell, words) => {
    const [row] = await imports.rows(await uploaded([old(`被拒：${name}`, '2025-06-30', more)]))

    expect(row!.outcome).toBe('wrong')
    expect(row!.faults.map((fault) => [fault.cell, fault.message.zh])).toContainEqual([cell, expect.stringContaining(words)])
  })

  test('is brought in by who publishes, and by nobody else', async () => {
    const [row] = await imports.rows(await uploaded([old('县里的旧账', '2025-06-30')], 'kunshan'))

    expect(row).toMatchObject({ outcome: 'wrong', faults: [{ cell: 'B2', message: { zh: expect.stringContaining('历史导入') } }] })
  })

  test('ends where the register’s own records begin', async () => {
    world.clock.at('2026-06-10T09:00:00+08:00')
    await imports.made('kunshan', { title: '自己的第一条' })
    world.clock.at('2026-06-20T09:00:00+08:00')

    const [before, after] = await imports.rows(await uploaded([old('此前的', '2026-06-09'), old('此后的', '2026-06-10')]))

    expect(before).toMatchObject({ outcome: 'new' })
    expect(after).toMatchObject({
      outcome: 'wrong',
      faults: [{ cell: 'F3', message: { zh: expect.stringContaining('自 2026-06-10 起已在系统中登记') } }],
    })
  })
})
