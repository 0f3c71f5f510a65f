import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Figure, type FigureEntries, type FigureMatrix, type Overview, matrix as shape } from '#contract/figures.ts'
import { isRefusal } from '#engine/define/refusal.ts'
import { a } from '#tests/support/builders.ts'
import { along, type Followed, seen } from '#tests/support/registers.ts'
import { must, openWorld, type World } from '#tests/support/world.ts'

const INDICATOR = 'technology_breakthroughs'
let world: World
let waiting: Followed

beforeAll(async () => {
  world = await openWorld({ instant: '2026-05-01T09:00:00+08:00' })
  const published = [
    await a.technology(world, { steps: 8, values: { field: 'quantum' } }),
    await a.technology(world, { steps: 8, values: { field: 'humanoid_robot' } }),
    await a.technology(world, { steps: 8, area: '320115', values: { field: 'quantum', completedOn: '2025-11-30' } }),
  ]
  await a.publishedBatch(world, published, { from: '2026-05-04' })
  waiting = { register: 'technology', ...(await a.technology(world, { steps: 6, values: { field: 'quantum' } })) }
})
afterAll(() => world?.close())

test('a figure by field adds up to the figure, class by class in the order of the classification', async () => {
  const byField = await compared({ by: 'field' })

  expect(byField.columns.map(({ code }) => code)).toContain('published')
  expect(column(byField, 'published')).toMatchObject({ quantum: '2', humanoid_robot: '1' })
  expect(byField.rows.map(({ code }) => code).indexOf('quantum')).toBeGreaterThanOrEqual(0)
  for (const { measure, value } of (await figure()).measures.filter(({ detail }) => !detail))
    expect(byField.total.values[byField.columns.findIndex(({ code }) => code === measure)]).toBe(value)
})

test('cities stand against quarters, those without anything too, and both edges add up', async () => {
  const byQuarter = await compared({ columns: 'quarter', measure: 'published' })

  expect(byQuarter.total.total).toBe('3')
  expect(byQuarter.rows.map(({ code }) => code)).toEqual(
    byQuarter.rows.map(({ code }) => code).toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1)),
  )
  expect(byQuarter.rows.find(({ code }) => code === '320500')?.total).toBe('2')
  expect(byQuarter.rows.find(({ code }) => code === '320300')?.total).toBe('0')
})

test('of a past day the field is the one that was known then', async () => {
  const before = world.clock.now().toISOString().slice(0, 10)
  world.clock.at('2026-07-01T09:00:00+08:00')
  await along(world, waiting, [['askSupplement', 'planner']])
  await must(world.edit('kunshan', 'technology', await seen(world, waiting), { field: 'humanoid_robot', filedFor: true }))

  expect(column(await compared({ by: 'field', asOf: before }), 'underway')).toMatchObject({ quantum: '1', humanoid_robot: '0' })
  expect(column(await compared({ by: 'field' }), 'underway')).toMatchObject({ quantum: '0', humanoid_robot: '1' })
})

test('a cell of a class opens to its entries, and what was recorded since a day to those alone', async () => {
  expect((await behind({ measure: 'published', by: 'field', class: 'quantum' })).entries).toHaveLength(2)
  expect((await behind({ measure: 'published', by: 'field', class: '' })).entries).toHaveLength(0)
  expect(await behind({ measure: 'published', since: '2026-05-01' })).toMatchObject({ total: '3' })
  expect(await behind({ measure: 'published', since: '2026-06-15' })).toMatchObject({ total: '0', entries: [] })
})

test('the overview says what the last seven days brought, and what did not change is left out', async () => {
  const week = async (asOf: string) =>
    (await told<Overview>('programmes.overview', { asOf })).tiles.find(({ indicator }) => indicator.code === INDICATOR)!.week

  expect(await week('2026-05-19')).toMatchObject({ since: '2026-05-12', value: '3' })
  expect((await week('2026-06-15')).measures).toEqual([])
})

describe('groups of cities', () => {
  const circle = (code: string, title: string, areas: readonly string[], dated: object = {}) =>
    must(
      world.create('planner', 'area_group', {
        code,
        title,
        kind: 'circle',
        members: areas.map((area) => ({ area, role: 'core' })),
        ...dated,
      }),
    )

  test('stand as rows in the order they were entered, over time and by measure, above the whole province', async () => {
    const byRegion = await compared({ by: 'group:region', columns: 'quarter', measure: 'published' })

    expect(byRegion.rows.map(({ title, total, overlaps }) => [title.zh, total, overlaps])).toEqual([
      ['苏南', '3', []],
      ['苏中', '0', []],
      ['苏北', '0', []],
    ])
    expect(byRegion).toMatchObject({ partial: true, total: { total: '3' } })
    expect(byRegion.dimensions.map(({ by }) => by).slice(0, 4)).toEqual(['area', 'group:region', 'group:circle', 'group:carrier'])
    expect((await compared({ by: 'area' })).partial).toBe(false)
  })

  test('that overlap count what they share in each, say with which, and do not add up to the province', async () => {
    await circle('kunshan_suzhou', '苏州昆山创新圈', ['320500', '320583'], { fromOn: '2024-01-01' })
    const { rows, total } = await compared({ by: 'group:circle', columns: 'year', measure: 'published' })
    const row = (title: string) => rows.find(({ title: own }) => own.zh === title)!

    expect(row('苏州昆山创新圈')).toMatchObject({ total: '2', overlaps: ['环太湖科创圈'] })
    expect(row('环太湖科创圈')).toMatchObject({ total: '2', overlaps: ['苏州昆山创新圈'] })
    expect(row('徐州科创圈')).toMatchObject({ total: '0', overlaps: [] })
    expect(total.total).toBe('3')
  })

  test('open to the entries of the group as it stood on the day: another version of it from a day on has other members', async () => {
    await circle('dated', '旧圈', ['320500'], { fromOn: '2024-01-01', untilOn: '2026-06-30' })
    await circle('dated', '新圈', ['320100'], { fromOn: '2026-07-01' })
    const of = async (asOf: string) => {
      const { rows } = await compared({ by: 'group:circle', columns: 'measure', asOf })
      const own = rows.filter(({ code }) => code === 'dated').map(({ title }) => title.zh)
      const { entries, total } = await behind({ measure: 'published', group: 'dated', asOf })
      return { own, total, areas: [...new Set(entries.map(({ area }) => area))] }
    }

    expect(await of('2026-06-30')).toMatchObject({ own: ['旧圈'], total: '2' })
    expect(await of('2026-07-01')).toMatchObject({ own: ['新圈'], total: '1' })
  })

  test('of a kind there is none of on the day are refused with the kinds there are', async () => {
    expect(await world.ask('planner', 'programmes.matrix', { indicator: INDICATOR, by: 'group:circle', asOf: '2019-12-31' })).toMatchObject(
      {
        ok: false,
        code: 'figure.no-dimension',
      },
    )
    expect(await world.ask('planner', 'programmes.matrix', { indicator: INDICATOR, by: 'group:nothing' })).toMatchObject({
      words: { zh: expect.stringContaining('科创圈(group:circle)') },
    })
  })
})

test('what the figure cannot be cut by is refused with what it can', async () => {
  for (const [question, code] of [
    [{ by: 'leadUnit' }, 'figure.no-dimension'],
    [{ by: 'toString' }, 'figure.no-dimension'],
    [{ measure: 'none', columns: 'year' }, 'figure.no-measure'],
    [{ period: '2026Q9' }, 'period.invalid'],
    [{ columns: 'week' }, 'input.invalid'],
  ] as const)
    expect(await world.ask('planner', 'programmes.matrix', { indicator: INDICATOR, ...question })).toMatchObject({ ok: false, code })
  expect(
    await world.ask('planner', 'programmes.figure-entries', { indicator: INDICATOR, measure: 'published', by: 'phone' }),
  ).toMatchObject({
    code: 'figure.no-dimension',
    words: { zh: expect.stringContaining('所属领域(field)') },
  })
})

async function compared(question: object): Promise<FigureMatrix> {
  return shape.parse(await told('programmes.matrix', { indicator: INDICATOR, ...question }))
}

const figure = () => told<Figure>('programmes.figure', { indicator: INDICATOR })
const behind = (door: object) => told<FigureEntries>('programmes.figure-entries', { indicator: INDICATOR, ...door })

async function told<Answer>(query: string, question: object): Promise<Answer> {
  const answer = await world.ask<Answer>('planner', query, question)
  if (isRefusal(answer)) throw new Error(answer.words.zh)
  return answer
}

function column({ columns, rows }: FigureMatrix, code: string): Record<string, string> {
  const at = columns.findIndex((each) => each.code === code)
  return Object.fromEntries(rows.map((row) => [row.code, row.values[at]!]))
}

/** 省直 stands last. */
const rank = (code: string) => (code.endsWith('0000') ? '999999' : code)
