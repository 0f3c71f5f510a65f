import type { CellValue } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '#engine/define/refusal.ts'
import { applyImport } from '#engine/store/import-acts.ts'
import { presentRows } from '#engine/store/import-present.ts'
import { keepChoice } from '#engine/store/import-rows.ts'
import { workOnImport } from '#engine/store/import-work.ts'
import { type ImportMode, importOf } from '#engine/store/imports.ts'
import { poolReader } from '#engine/store/read.ts'
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

const HEADS = ['技术名称', '属地', '所属领域', '推荐渠道', '牵头单位', '完成日期', '第一完成单位', '联系电话']
const unique = (() => {
  let count = 0
  return () => `导入技术${(count += 1)}`
})()
const line = (title: string, more: Partial<Record<string, CellValue>> = {}): CellValue[] => {
  const values: Record<string, CellValue> = {
    技术名称: title,
    属地: '昆山市',
    所属领域: '量子科技',
    完成日期: '2026年3月1日',
    第一完成单位: '甲单位',
    联系电话: '13812345678',
    ...more,
  }
  return HEADS.map((head) => values[head] ?? null)
}

const book = (rows: CellValue[][], heads: CellValue[] = HEADS) => bookOf(heads, rows)
const uploaded = (who: string, bytes: Uint8Array, name?: string) => imports.uploaded(who, bytes, name)
const applied = (who: string, id: string, mode?: ImportMode) => imports.applied(who, id, mode)
const given = (who: string) => ({ actor: world.as(who), request: 'test' })
const settled = () => imports.settled()
const rowsOf = (id: string) => imports.rows(id)

const inRegister = async (title: string) =>
  await world.sql('select id, version, area, field, completed_on from {{schema}}.technology where title = $1', [title])

describe('a sheet that a county hands in', () => {
  test('is shown first and goes in on demand; the same file again changes nothing', async () => {
    const [one, two] = [unique(), unique()]
    const bytes = await book([line(one), line(two, { 完成日期: 46_082 })])
    const id = await uploaded('kunshan', bytes)
    expect((await rowsOf(id)).map(({ outcome, faults }) => [outcome, faults])).toEqual([
      ['new', []],
      ['new', []],
    ])
    expect(await inRegister(one)).toEqual([])

    expect(await applied('kunshan', id)).toMatchObject({ state: 'done' })

    expect(await inRegister(one)).toMatchObject([{ version: 1, area: '320583', field: 'quantum' }])
    const again = await uploaded('kunshan', bytes)
    expect((await rowsOf(again)).map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged'])
    expect(await applied('kunshan', again)).toMatchObject({ code: 'import.nothing-to-do' })
    expect(await inRegister(two)).toHaveLength(1)
  })

  test('tells every wrong cell by its address, and puts the good rows in', async () => {
    const good = unique()
    const id = await uploaded(
      'kunshan',
      await book([
        line(good),
        line(unique(), { 属地: '南京市' }),
        line(unique(), { 完成日期: '去年底', 所属领域: '量子', 联系电话: '12' }),
        line(''),
        line(good),
        line('秘密★3年 技术'),
      ]),
    )

    const rows = await rowsOf(id)
    expect(rows.map(({ outcome }) => outcome)).toEqual(['new', 'wrong', 'wrong', 'wrong', 'wrong', 'wrong'])
    expect(rows[1]!.faults).toMatchObject([{ cell: 'B3' }])
    expect(rows[2]!.faults.map(({ cell }) => cell)).toContain('F4')
    expect(rows[3]!.faults).toMatchObject([{ cell: 'A5', message: { zh: '必须填写' } }])
    expect(rows[4]!.faults[0]!.message.zh).toContain('第 2 行重复')
    expect(await applied('kunshan', id, 'all')).toMatchObject({ code: 'import.not-all-good' })

    expect(await applied('kunshan', id)).toMatchObject({ state: 'done' })
    expect(await inRegister(good)).toHaveLength(1)
  })

  test('goes in whole or not at all when asked for so', async () => {
    const titles = [unique(), unique()]
    const id = await uploaded('kunshan', await book(titles.map((title) => line(title))))

    expect(await applied('kunshan', id, 'all')).toMatchObject({ state: 'done' })
    const events = await world.sql(`select count(distinct event)::int as events from {{schema}}.technology where title = any($1)`, [titles])
    expect(events).toEqual([{ events: 1 }])
  })

  test('belongs to who uploaded it', async () => {
    const id = await uploaded('kunshan', await book([line(unique())]))

    expect(await importOf(world.store, world.as('suzhou'), id)).toMatchObject({ code: 'import.unknown' })
  })

  test('says what is wrong with the sheet as a whole', async () => {
    const id = await uploaded('kunshan', await book([['一', '二']], ['甲', '乙']))

    expect(await importOf(world.store, world.as('kunshan'), id)).toMatchObject({
      state: 'failed',
      fault: { zh: expect.stringContaining('没有找到表头') },
    })
    const broken = await uploaded('kunshan', new Uint8Array([1, 2, 3, 4]))
    expect(await importOf(world.store, world.as('kunshan'), broken)).toMatchObject({
      state: 'failed',
      fault: { zh: expect.stringContaining('打不开') },
    })
  })

  test('in csv, as older programs save it, is read alike', async () => {
    const title = unique()
    const id = await uploaded('kunshan', new TextEncoder().encode(`技术名称,属地,完成日期\n${title},320583,2026.3.1\n,,\n`), '台账.csv')

    expect(await applied('kunshan', id)).toMatchObject({ state: 'done' })
    expect(await inRegister(title)).toMatchObject([{ area: '320583' }])
  })

  test('handed in twice at the same time makes nothing double', async () => {
    const titles = [unique(), unique(), unique()]
    const first = await uploaded('kunshan', await book(titles.map((title) => line(title))))
    const second = await uploaded('suzhou', await book(titles.map((title) => line(title))))
    await applyImport(world.store, given('kunshan'), first, 'good')
    await applyImport(world.store, given('suzhou'), second, 'good')

    await Promise.all([settled(), settled()])

    const count = await world.sql('select count(*)::int as count from {{schema}}.technology where title = any($1)', [titles])
    expect(count).toEqual([{ count: titles.length }])
  })
})

describe('a sheet of entries that exist', () => {
  const IDENTIFIED = ['行标识', '版本', '技术名称', '第一完成单位', '所属领域']
  const made = async () => {
    const title = unique()
    await applied('kunshan', await uploaded('kunshan', await book([line(title)])))
    return { title, id: String((await inRegister(title))[0]!['id']) }
  }

  test('shows old and new of each, and changes what was changed', async () => {
    const { id, title } = await made()
    const sheet = await uploaded('kunshan', await book([[id, 1, `${title}改`, '乙单位', '量子科技']], IDENTIFIED))

    expect(await rowsOf(sheet)).toMatchObject([
      {
        outcome: 'changed',
        changes: [
          { field: 'title', before: title, after: `${title}改` },
          { field: 'firstUnit', before: '甲单位', after: '乙单位' },
        ],
      },
    ])
    await applied('kunshan', sheet)
    expect(await inRegister(`${title}改`)).toMatchObject([{ id, version: 2 }])
  })

  test('keeps what somebody else has changed since, and asks where both did', async () => {
    const { id, title } = await made()
    await world.edit('kunshan', 'technology', { id, version: 1 }, { firstUnit: '系统单位', people: '他人' })
    const sheet = await uploaded('kunshan', await book([[id, 1, `${title}改`, '表中单位', '量子科技']], IDENTIFIED))
    expect(await rowsOf(sheet)).toMatchObject([{ outcome: 'conflict' }])

    const kept = await importOf(world.store, world.as('kunshan'), sheet)
    if (isRefusal(kept)) throw new Error(kept.words.zh)
    const told = await presentRows(world.store, kept, { outcome: 'conflict', after: 0 })
    expect(told.rows[0]!.changes).toContainEqual(
      expect.objectContaining({
        field: 'firstUnit',
        was: { zh: '甲单位', en: '甲单位' },
        before: { zh: '系统单位', en: '系统单位' },
        after: { zh: '表中单位', en: '表中单位' },
      }),
    )
    await keepChoice(poolReader(world.store), world.store, sheet, { field: 'firstUnit', choice: 'sheet' })
    await keepChoice(poolReader(world.store), world.store, sheet, { row: 2, field: 'firstUnit', choice: 'system' })
    await applied('kunshan', sheet)

    const [row] = await world.sql('select title, first_unit, people from {{schema}}.technology where id = $1', [id])
    expect(row).toEqual({ title: `${title}改`, first_unit: '系统单位', people: '他人' })
  })

  test('changed after the preview is not overwritten', async () => {
    const { id, title } = await made()
    const sheet = await uploaded('kunshan', await book([[id, 1, title, '表中单位', '量子科技']], IDENTIFIED))
    await world.edit('kunshan', 'technology', { id, version: 1 }, { firstUnit: '系统单位' })

    await applied('kunshan', sheet)

    expect(await rowsOf(sheet)).toMatchObject([{ outcome: 'conflict', applied: false }])
    expect(await world.sql('select first_unit from {{schema}}.technology where id = $1', [id])).toEqual([{ first_unit: '系统单位' }])
  })
})

test('work that a process laid down is taken up where it ended', async () => {
  const titles = Array.from({ length: 750 }, () => unique())
  const id = await uploaded('kunshan', await book(titles.map((title) => line(title))))
  await applyImport(world.store, given('kunshan'), id, 'good')
  let looks = 0
  const dying = { ...imports.work(), isStopped: () => (looks += 1) > 1 }

  await workOnImport(dying)
  const half = await world.sql('select count(*)::int as count from {{schema}}.technology where title = any($1)', [titles])
  expect(half).toEqual([{ count: 500 }])
  await settled()

  expect(await importOf(world.store, world.as('kunshan'), id)).toMatchObject({ state: 'done' })
  const whole = await world.sql(
    'select count(*)::int as count, count(distinct event)::int as events from {{schema}}.technology where title = any($1)',
    [titles],
  )
  expect(whole).toEqual([{ count: 750, events: 2 }])
})

test('what is told of every import is what its rows come to, whatever was chosen, put in or refused on the way', async () => {
  const differing = await world.sql(
    `select own.counts, counted.* from {{schema}}.import own, lateral (
        select count(*) filter (where outcome = 'new')::int as new, count(*) filter (where outcome = 'changed')::int as changed,
          count(*) filter (where outcome = 'unchanged')::int as unchanged, count(*) filter (where outcome = 'wrong')::int as wrong,
          count(*) filter (where outcome = 'conflict')::int as conflict, count(applied_at)::int as applied,
          count(*) filter (where warnings <> '[]')::int as warned
        from {{schema}}.import_row where import = own.id) counted
      where own.counts <> to_jsonb(counted)`,
    [],
  )
  expect(differing).toEqual([])
})
