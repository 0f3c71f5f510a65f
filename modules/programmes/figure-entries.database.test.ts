import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FigureEntries, figureEntries as shape } from '#contract/figures.ts'
import { isRefusal } from '#engine/define/refusal.ts'
import { a } from '#tests/support/builders.ts'
import { must, openWorld, type World } from '#tests/support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld({ instant: '2026-05-01T09:00:00+08:00' })
  await a.publishedBatch(
    world,
    [await a.technology(world, { steps: 8, values: { title: '昆山一项' } }), await a.technology(world, { steps: 8, area: '320115' })],
    { from: '2026-05-04' },
  )
  await a.technology(world, { steps: 8, area: '320000' })
})
afterAll(() => world?.close())

test('behind a figure stand its entries, each with its day and what it adds', async () => {
  const { entries, total, cut } = await behind({ area: '320500' })

  expect(entries).toMatchObject([
    { title: '昆山一项', areaTitle: '昆山市', countsOn: '2026-05-17', amount: '1', stateLabel: { zh: '已公布' } },
  ])
  expect({ total, cut }).toEqual({ total: '1', cut: false })
})

test('a month, a period and a past day narrow it as they narrow the figure', async () => {
  expect((await behind({ month: '2026-05' })).total).toBe('2')
  expect((await behind({ month: '2026-04' })).total).toBe('0')
  expect((await behind({ month: '2026-05', period: '2026Q3' })).total).toBe('0')
  expect((await behind({ asOf: '2026-05-01' })).total).toBe('0')
  expect((await behind({ measure: 'underway', area: '320000' })).total).toBe('1')
})

test('a group of areas opens to the entries of its areas, each once; an unknown one is refused', async () => {
  for (const [code, members] of [
    ['south', [{ area: '320500' }, { area: '320583' }]],
    ['both', [{ area: '320500' }, { area: '320100' }]],
  ] as const)
    await must(world.create('admin', 'area_group', { code, title: code, kind: 'circle', members }))

  expect(await behind({ group: 'south' })).toMatchObject({ total: '1', entries: [{ title: '昆山一项' }] })
  expect((await behind({ group: 'both' })).total).toBe('2')
  expect(await ask({ group: 'none' })).toMatchObject({ code: 'area-group.unknown' })
})

test('who may not read an entry is shown the total and not the entry', async () => {
  const seen = await behind({}, 'nanjing')

  expect(seen.total).toBe('2')
  expect(seen.entries).toHaveLength(1)
})

test('a question that makes no sense is refused in words', async () => {
  for (const question of [{ period: '2026Q9' }, { month: 'May' }, { indicator: 'none' }, { period: '0000' }]) {
    expect(await ask(question)).toMatchObject({ ok: false, words: { zh: expect.stringMatching(/\p{Script=Han}/u) } })
  }
})

test('of more than five hundred entries the first are shown and the total is the whole figure', async () => {
  await world.sql(`insert into {{schema}}.contribution (indicator, rule_version, measure, register, entry, area, counts_on, amount, recorded_at, event)
    select 'technology_breakthroughs', 2, 'published', 'technology', gen_random_uuid(), '320583', '2026-06-01', 1, now(), gen_random_uuid() from generate_series(1, 700)`)
  await world.sql(
    `insert into {{schema}}.contribution_recent values ('technology_breakthroughs', 2, 'published', '320583', '2026-06-01', 700)`,
  )

  const { total, cut } = await behind({})

  expect({ total, cut }).toEqual({ total: '702', cut: true })
})

function ask(question: object, who = 'planner') {
  return world.ask<FigureEntries>(who, 'programmes.figure-entries', {
    indicator: 'technology_breakthroughs',
    measure: 'published',
    ...question,
  })
}

async function behind(question: object, who?: string): Promise<FigureEntries> {
  const answer = await ask(question, who)
  if (isRefusal(answer)) throw new Error(answer.words.zh)
  return shape.parse(answer)
}
