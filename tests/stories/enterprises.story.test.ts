import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Row } from '#engine/access/holds.ts'
import { entryAnswer } from '#engine/store/entries.ts'
import {
  along,
  commonValues,
  decided,
  entered,
  type Followed,
  figureOf,
  LINE,
  measuresOf,
  type Step,
  seen,
  valuesOf,
  withdrawn,
} from '#tests/support/registers.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

const REVIEWED: readonly Step[] = [...LINE, ['passReview', 'planner']]
const CODE = '91320583MA1MABCD3X'
let world: World
let moving: Followed
let staying: Followed

beforeAll(async () => {
  world = await openWorld({ instant: '2026-01-10T09:00:00+08:00' })
})
afterAll(() => world?.close())

const values = async (more: Row = {}) => ({
  ...(await commonValues(world, 'audit', 'research_return', 'patent_list', 'credit_check', 'certificate')),
  title: '昆山某光电',
  code: CODE,
  addresses: [{ area: '320583', fromOn: '2019-05-01' }],
  foundedOn: '2019-05-01',
  category: 'backbone',
  certificateNo: 'GR202432000001',
  certificateUntilOn: '2027-11-05',
  mainTechnology: '硅光芯片',
  ...more,
})
const counted = async (indicator: string, question: object = {}) => (await measuresOf(world, indicator, question))['published'] ?? 0
const cityOf = async (indicator: string, title: string, question: object = {}) =>
  Number((await figureOf(world, indicator, question)).byArea.find((row) => row.title === title)!.values['published'])

test('enterprises enter the library by a document without notice, each kind with its own figure', async () => {
  moving = await entered(world, 'enterprise', await values(), REVIEWED)
  staying = await entered(
    world,
    'enterprise',
    await values({ title: '昆山某创业', code: '91320583MA1MABCE6Y', category: 'startup' }),
    REVIEWED,
  )
  const { batch } = await must(
    world.give<{ batch: string }>('planner', 'selection.start-batch', { title: '入库', register: 'enterprise', decision: 'library' }),
  )

  expect((await refused(world.give('planner', 'selection.open-notice', { batch, from: '2026-01-12', to: '2026-01-30' }))).code).toBe(
    'batch.no-notice',
  )
  await must(world.give('planner', 'selection.cancel-batch', { batch, reason: '改期' }))
  await decided(world, { entries: [moving, staying], decision: 'library', documentDate: '2026-02-10', notice: false })

  expect(await valuesOf(world, moving)).toMatchObject({ state: 'published', libraryFromOn: '2026-02-10' })
  expect(await counted('enterprise_library_backbone')).toBe(1)
  expect(await counted('enterprise_library_startup')).toBe(1)
  expect(await counted('enterprise_demonstrations')).toBe(0)
})

test('a batch of demonstrations is not published before its notice', async () => {
  const { batch } = await must(
    world.give<{ batch: string }>('planner', 'selection.start-batch', { title: '示范', register: 'enterprise', decision: 'demonstration' }),
  )
  await must(world.give('planner', 'selection.add-to-batch', { batch, entries: [moving.id] }))

  const refusal = await refused(
    world.give('planner', 'selection.publish-batch', { batch, documentNo: '1号', documentTitle: '示范', documentDate: '2026-02-10' }),
  )

  expect(refusal).toMatchObject({ code: 'batch.notice-first', words: { zh: expect.stringContaining('“示范”须先公示') } })
  await must(world.give('planner', 'selection.cancel-batch', { batch, reason: '重来' }))
})

test('demonstration and leader are titles of their own, held beside the library', async () => {
  await decided(world, { entries: [moving, staying], decision: 'demonstration', documentDate: '2026-03-20' })
  await decided(world, { entries: [moving], decision: 'leader', documentDate: '2026-04-20' })

  expect(await valuesOf(world, moving)).toMatchObject({
    state: 'leading',
    libraryFromOn: '2026-02-10',
    demonstrationFromOn: '2026-03-20',
    leaderFromOn: '2026-04-20',
  })
  expect([
    await counted('enterprise_library_backbone'),
    await counted('enterprise_demonstrations'),
    await counted('enterprise_leaders'),
  ]).toEqual([1, 2, 1])
  expect(await counted('enterprise_leaders', { period: 'to:2026-03-31' })).toBe(0)
})

test('one that moves to another city in mid-quarter counts there from the day of its move, and not before', async () => {
  world.clock.at('2026-06-01T09:00:00+08:00')
  const addresses = [
    { area: '320583', fromOn: '2019-05-01' },
    { area: '320115', fromOn: '2026-05-20' },
  ]
  const relocate = async (given: Row, who = 'planner') =>
    world.move(who, 'enterprise', await seen(world, moving), 'relocate', undefined, given)

  expect((await refused(relocate({ area: '320583', addresses }))).words.zh).toContain('须与最近一次登记的所在地（320115）一致')
  expect(
    (await refused(relocate({ area: '320115', addresses: [...addresses, { area: '320115', fromOn: '2026-07-01' }] }))).words.zh,
  ).toContain('在今天')
  expect((await refused(relocate({ area: '320115' }))).code).toBe('input.invalid')
  expect((await refused(relocate({ area: '320115', addresses, title: '改名' }))).code).toBe('input.invalid')
  expect((await refused(relocate({ area: '320115', addresses }, 'suzhou'))).code).toBe('entry.no-right')
  await must(relocate({ area: '320115', addresses }))

  for (const indicator of ['enterprise_library_backbone', 'enterprise_leaders']) {
    expect(await cityOf(indicator, '苏州市', { period: 'to:2026-05-19' }), indicator).toBe(1)
    expect(await cityOf(indicator, '南京市', { period: 'to:2026-05-19' }), indicator).toBe(0)
    expect(await cityOf(indicator, '苏州市'), indicator).toBe(0)
    expect(await cityOf(indicator, '南京市'), indicator).toBe(1)
    expect(await cityOf(indicator, '苏州市', { asOf: '2026-05-31' }), indicator).toBe(1)
    expect(await counted(indicator), indicator).toBe(1)
  }
  expect(await valuesOf(world, moving)).toMatchObject({ area: '320115', state: 'leading' })
})

test('the yearly review is kept, and what fails it is put right or leaves', async () => {
  const reviews = [{ year: 2026, result: 'failed', note: '研发费用下降' }]

  await along(world, moving, [
    ['reviewYear', 'planner', { yearlyReviews: reviews }],
    ['rectify', 'planner'],
    ['mend', 'planner'],
  ])

  expect(await valuesOf(world, moving)).toMatchObject({ state: 'leading', yearlyReviews: reviews })
  expect(await counted('enterprise_leaders')).toBe(1)
})

test('one that leaves says why, and all its titles end on that day', async () => {
  world.clock.at('2026-09-10T09:00:00+08:00')

  expect((await refused(world.move('planner', 'enterprise', await seen(world, moving), 'exit', '迁往省外'))).code).toBe('input.invalid')
  await along(world, moving, [['exit', 'planner', { exitReason: 'moved_away' }]])

  expect(await valuesOf(world, moving)).toMatchObject({
    state: 'exited',
    exitReason: 'moved_away',
    libraryUntilOn: '2026-09-10',
    demonstrationUntilOn: '2026-09-10',
    leaderUntilOn: '2026-09-10',
  })
  expect([
    await counted('enterprise_library_backbone'),
    await counted('enterprise_demonstrations'),
    await counted('enterprise_leaders'),
  ]).toEqual([0, 1, 0])
  expect(await cityOf('enterprise_leaders', '南京市', { period: 'to:2026-09-09' })).toBe(1)
})

test('one withdrawn for false data loses every title from the document’s day', async () => {
  world.clock.at('2026-10-10T09:00:00+08:00')

  expect((await refused(withdrawn(world, [staying], '2026-03-01'))).words.zh).toContain('2026-03-20')
  await must(withdrawn(world, [staying], '2026-10-09'))

  expect(await counted('enterprise_demonstrations')).toBe(0)
  expect(await counted('enterprise_library_startup')).toBe(0)
  expect(await counted('enterprise_demonstrations', { period: 'to:2026-10-08' })).toBe(1)
})

test('a doubtful credit code and one that another had earlier are warned of, not refused', async () => {
  const heir = await entered(
    world,
    'enterprise',
    await values({ title: '继承企业', code: '91320583MA1MABCF4Z'.replace('Z', 'X'), predecessors: [{ code: CODE.toLowerCase() }] }),
  )
  const answer = await entryAnswer(world.store, world.store.catalogue.need('enterprise'), world.as('planner'), heir.id)

  expect('warnings' in answer && answer.warnings.map(({ zh }) => zh)).toEqual([
    expect.stringContaining('校验码不符'),
    expect.stringContaining('统一社会信用代码（含曾用代码）相同'),
  ])
})
