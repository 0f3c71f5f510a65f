import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Row } from '#engine/access/holds.ts'
import { entryAnswer } from '#engine/store/entries.ts'
import {
  along,
  commonValues,
  countingOf,
  entered,
  evidence,
  figureOf,
  LINE,
  measuresOf,
  seen,
  valuesOf,
  withdrawn,
} from '#tests/support/registers.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

const INDICATOR = 'standards_made'
let world: World

beforeAll(async () => {
  world = await openWorld({ instant: '2026-09-01T09:00:00+08:00' })
})
afterAll(() => world?.close())

const values = async (more: Row = {}) => ({
  ...(await commonValues(world, 'cover', 'foreword', 'issue_notice')),
  title: '量子测控系统通用要求',
  number: 'GB/T 5073.2-2025',
  level: 'national',
  part: 'lead',
  drafters: [{ unit: '昆山某单位', rank: 1 }],
  stage: 'issued',
  completedOn: '2026-05-20',
  ...more,
})

test('a standard is verified and enrolled without batch or notice, and counts on its day of issue in its part', async () => {
  const entry = await entered(world, 'standard', await values(), LINE)
  expect(await measuresOf(world, INDICATOR)).toEqual({ underway: 1 })

  await along(world, entry, [['enrol', 'planner']])

  expect(await valuesOf(world, entry)).toMatchObject({ state: 'published', enrolledOn: '2026-09-01' })
  expect(await measuresOf(world, INDICATOR)).toEqual({ published: 1, national: 1 })
  expect(await measuresOf(world, INDICATOR, { period: '2026Q2' })).toMatchObject({ published: 1 })
  expect(await measuresOf(world, INDICATOR, { period: '2026Q2', asOf: '2026-08-31' })).toEqual({})
  expect((await figureOf(world, INDICATOR)).parts).toMatchObject([
    { part: 'local_or_sector', value: '0' },
    { part: 'national', value: '1' },
    { part: 'international', value: '0' },
  ])
  expect((await refused(world.give('planner', 'selection.start-batch', { title: '标准', register: 'standard' }))).code).toBe(
    'batch.register',
  )
})

test('its number is told what is wrong with it, and one like another is warned of however it is written', async () => {
  const wrong = await refused(world.create('kunshan', 'standard', await values({ number: '国标5073' })))
  const like = await entered(world, 'standard', await values({ number: 'GB/T5073.2—2025', title: '另一名称' }))

  expect(wrong.faults).toMatchObject([{ path: 'number', message: { zh: expect.stringContaining('如 GB/T 12345-2025') } }])
  const { warnings } = await told(like.id)
  expect(warnings.map(({ zh }: { zh: string }) => zh)).toEqual([expect.stringContaining('标准号或计划号相同')])
})

test('without foreword, day of issue or number it is not enrolled; one only initiated stays under way until it is issued', async () => {
  const entry = await entered(
    world,
    'standard',
    await values({
      number: null,
      planNo: '20251234-T-469',
      stage: 'initiated',
      completedOn: null,
      level: 'local',
      evidence: await evidence(world, 'initiation_notice'),
    }),
    LINE,
  )
  const words = (await refused(world.move('planner', 'standard', await seen(world, entry), 'enrol'))).faults!.map(
    ({ message }) => message.zh,
  )
  expect(words.join()).toMatch(/标准号.*发布日期.*阶段.*封面.*前言.*发布公告/)

  await along(world, entry, [['recordInitiation', 'planner']])
  expect(await measuresOf(world, INDICATOR)).toMatchObject({ underway: 1 })
  await must(
    world.edit('kunshan', 'standard', await seen(world, entry), {
      number: 'DB32/T 5201-2026',
      stage: 'issued',
      completedOn: '2026-08-15',
      evidence: await evidence(world, 'cover', 'foreword', 'issue_notice', 'initiation_notice'),
    }),
  )
  await along(world, entry, [...LINE, ['enrol', 'planner']])

  expect(await measuresOf(world, INDICATOR)).toMatchObject({ published: 2, national: 1, local_or_sector: 1 })
})

test('a group standard, one without drafter of the province, and one issued before the plan are shown and not counted, with the reason', async () => {
  const group = await entered(world, 'standard', await values({ number: 'T/ABC 0048-2026', level: 'group' }), [
    ...LINE,
    ['enrol', 'planner'],
  ])
  const foreign = await entered(world, 'standard', await values({ number: 'ISO/IEC 42001:2026', level: 'international', drafters: [] }), [
    ...LINE,
    ['enrol', 'planner'],
  ])
  const early = await entered(world, 'standard', await values({ number: 'GB/T 1-2023', completedOn: '2023-12-31' }), [
    ...LINE,
    ['enrol', 'planner'],
  ])

  expect(await measuresOf(world, INDICATOR)).toMatchObject({ published: 2, group: 1 })
  expect(await countingOf(world, group, INDICATOR)).toMatchObject({ counts: false, why: { zh: expect.stringContaining('级别') } })
  expect(await countingOf(world, foreign, INDICATOR)).toMatchObject({ counts: false, why: { zh: expect.stringContaining('本省起草单位') } })
  expect(await countingOf(world, early, INDICATOR)).toMatchObject({ counts: false, why: { zh: expect.stringContaining('2024-01-01') } })
})

test('withdrawn for false data it counts off from the document’s day, and not before', async () => {
  const [entry] = await world.sql(`select id from {{schema}}.standard where number = 'DB32/T 5201-2026'`)
  const followed = { register: 'standard', id: String(entry!['id']), version: 0 }
  world.clock.at('2026-10-20T09:00:00+08:00')

  expect((await refused(withdrawn(world, [followed], '2026-10-21'))).words.zh).toContain('在今天')
  expect((await refused(withdrawn(world, [followed], '2026-08-01'))).words.zh).toContain('早于公布日期')
  await must(withdrawn(world, [followed], '2026-10-12'))

  expect(await valuesOf(world, followed)).toMatchObject({ state: 'revoked', revokedOn: '2026-10-12' })
  expect(await measuresOf(world, INDICATOR, { period: 'to:2026-10-11' })).toMatchObject({ published: 2, local_or_sector: 1 })
  expect(await measuresOf(world, INDICATOR, { period: 'to:2026-10-12' })).toMatchObject({ published: 1 })
  expect(await measuresOf(world, INDICATOR, { period: 'to:2026-12-31', asOf: '2026-10-19' })).toMatchObject({ published: 2 })
  expect(await countingOf(world, followed, INDICATOR)).toMatchObject({
    counts: false,
    why: { zh: '自 2026-08-15 起计入，自 2026-10-12 起不再计入' },
  })
})

async function told(id: string) {
  const answer = await entryAnswer(world.store, world.store.catalogue.need('standard'), world.as('kunshan'), id)
  if (!('entry' in answer)) throw new Error(answer.words.zh)
  return answer
}
