import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Row } from '#engine/access/holds.ts'
import { countedWith } from '#engine/derive/counted-with.ts'
import { scenario } from '#registers/scenarios/scenario.register.ts'
import {
  along,
  commonValues,
  decided,
  entered,
  evidence,
  type Followed,
  figureOf,
  LINE,
  measuresOf,
  type Step,
  seen,
  valuesOf,
} from '#tests/support/registers.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

const BUILT = 'scenarios_built'
const SHOWN = 'scenario_demonstrations'
const CHOSEN: readonly Step[] = [...LINE, ['closeCall', 'planner'], ['choose', 'planner']]
const ACCEPTED: readonly Step[] = [
  ['handOver', 'kunshan'],
  ['passReview', 'planner'],
]
let world: World
let factory: Followed
let early: Followed

beforeAll(async () => {
  world = await openWorld({ instant: '2026-01-10T09:00:00+08:00' })
})
afterAll(() => world?.close())

const values = async (more: Row = {}) => ({
  ...(await commonValues(world, 'demand_notice')),
  title: '碳化硅产线质检',
  category: 'fusion_sector',
  level: 'unit',
  theme: 'factory',
  ownerName: '昆山某厂',
  ownerCode: '91320583MA1MABCD3X',
  site: '昆山市前进东路1号',
  technologies: [{ name: '太赫兹检测' }],
  ...more,
})
const builtValues = async () => ({
  suppliers: [{ unit: '某研究院' }],
  builtOn: '2026-03-01',
  completedOn: '2026-03-20',
  effects: [{ name: '漏检率', unit: '%', before: '3', after: '0.5' }],
  evidence: await evidence(world, 'demand_notice', 'contract', 'acceptance_opinion', 'running_data'),
})

test('a scenario goes from the need to the building, and is handed over with all its papers only', async () => {
  factory = await entered(world, 'scenario', await values(), CHOSEN)
  expect(await valuesOf(world, factory)).toMatchObject({ state: 'building' })
  expect(await measuresOf(world, BUILT)).toEqual({ underway: 1 })

  const refusal = await refused(world.move('kunshan', 'scenario', await seen(world, factory), 'handOver'))
  expect(refusal.faults!.map(({ message }) => message.zh).join()).toMatch(/供给方.*建成日期.*验收日期.*成效.*合同.*验收意见.*运行数据/)

  await must(world.edit('kunshan', 'scenario', await seen(world, factory), await builtValues()))
  await along(world, factory, ACCEPTED)
  expect(await valuesOf(world, factory)).toMatchObject({ state: 'reviewed' })
})

test('published by a batch it counts among those built; an early validation does so only by the setting', async () => {
  early = await entered(world, 'scenario', await values({ category: 'early', site: '昆山市2号' }), CHOSEN)
  await must(world.edit('kunshan', 'scenario', await seen(world, early), await builtValues()))
  await along(world, early, ACCEPTED)

  await decided(world, { entries: [factory, early], documentDate: '2026-04-20' })

  expect(await measuresOf(world, BUILT)).toEqual({ published: 1, early: 1 })
  const { value, settings } = await figureOf(world, BUILT)
  expect(value).toBe('1')
  expect(settings.map(({ setting, choice }) => [setting, choice])).toEqual([
    ['demonstrations_within', 'yes'],
    ['early_counts', 'no'],
  ])
  expect(countedWith(scenario.counting[BUILT], { published: '1', early: '1' }, { early_counts: 'yes' })).toBe('2')
})

test('a demonstration is a second decision by a batch of its own, dated, and stays among those built', async () => {
  const batch = await decided(world, { entries: [factory], decision: 'demonstration', documentDate: '2026-07-15' })

  expect(await valuesOf(world, factory)).toMatchObject({
    state: 'demonstrating',
    demonstrationFromOn: '2026-07-15',
    demonstrationBatch: batch,
    documentDate: '2026-04-20',
  })
  expect(await measuresOf(world, SHOWN)).toEqual({ published: 1 })
  expect(await measuresOf(world, SHOWN, { period: '2026Q2' })).toEqual({})
  expect(await measuresOf(world, BUILT)).toEqual({ published: 1, demonstrated: 1, early: 1 })
  expect(countedWith(scenario.counting[BUILT], { published: '1', demonstrated: '1' }, { demonstrations_within: 'no' })).toBe('0')
})

test('a batch that decides on demonstrations takes none that was not published, and says what it decides', async () => {
  const entry = await entered(world, 'scenario', await values({ site: '3号' }), CHOSEN)
  const { batch } = await must(
    world.give<{ batch: string }>('planner', 'selection.start-batch', { title: '示范二', register: 'scenario', decision: 'demonstration' }),
  )
  const view = await world.ask<{ batch: object; waiting: readonly { id: string }[] }>('planner', 'selection.batch', { batch })

  expect((await refused(world.give('planner', 'selection.add-to-batch', { batch, entries: [entry.id] }))).code).toBe('entry.wrong-state')
  expect(view).toMatchObject({
    batch: { decision: 'demonstration', decisionLabel: { zh: '示范' }, notice: true },
    waiting: [{ id: early.id }],
  })
  expect(
    (await refused(world.give('planner', 'selection.start-batch', { title: '无', register: 'scenario', decision: 'leader' }))).words.zh,
  ).toContain('公布(publish)、示范(demonstration)')
})

test('one that stopped running exits and counts off both figures from that day; what was reported before stays', async () => {
  world.clock.at('2026-10-08T09:00:00+08:00')

  await along(world, factory, [['exit', 'planner']])

  expect(await measuresOf(world, BUILT, { period: 'to:2026-09-30' })).toMatchObject({ published: 1, demonstrated: 1 })
  expect(await measuresOf(world, BUILT)).toEqual({ underway: 1, early: 1 })
  expect(await measuresOf(world, SHOWN)).toEqual({})
  expect(await measuresOf(world, SHOWN, { period: 'to:2026-10-07' })).toEqual({ published: 1 })
})
