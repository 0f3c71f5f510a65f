import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRounds } from '#apps/worker/worker.ts'
import { type NoticeList, noticeList } from '#contract/notices.ts'
import type { ReportsOverview, RoundView } from '#contract/reports.ts'
import { workList } from '#contract/work-list.ts'
import { remindOfDue } from '#modules/collaboration/index.ts'
import { followAll } from '#tests/support/follow.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

const TEXTS = { progress: '推进顺利', problems: '无', suggestions: '加强统筹', nextSteps: '继续推进' }
let world: World

beforeAll(async () => {
  world = await openWorld({ instant: '2026-12-31T23:59:50+08:00' })
  await followAll(world)
})
afterAll(() => world?.close())

/** The worker's step, as it is made every five minutes. */
const step = () =>
  openRounds({
    database: world.store.database,
    stores: new Map([['test', world.store]]),
    files: { remove: () => Promise.resolve() },
    clock: world.clock,
  })
const at = async (instant: string) => {
  world.clock.at(instant)
  await step()
}
const overview = async () => (await world.ask('planner', 'reports.overview', {})) as ReportsOverview
const rounds = async () => (await overview()).rounds
const roundOf = async (period: string) => {
  const round = (await rounds()).find((each) => each.period === period)!.id
  return (await world.ask('planner', 'reports.round', { round })) as RoundView
}
const toldOf = async (who: string): Promise<NoticeList['items']> =>
  noticeList.parse(await world.ask(who, 'collaboration.notices', {})).items

describe('the round of the last quarter of a year', () => {
  test('is not opened at midnight nor before its day; on its day once yesterday is settled, as of yesterday', async () => {
    for (const instant of ['2026-12-31T23:59:50+08:00', '2027-01-01T00:00:10+08:00', '2027-01-04T23:59:59+08:00']) {
      await at(instant)
      expect(await rounds(), instant).toEqual([])
    }
    expect((await overview()).nextRound).toEqual({ period: '2026Q4', opensOn: '2027-01-05', dueOn: '2027-01-10' })
    // What the fourth of January does may still be on its way.
    await at('2027-01-05T00:04:59+08:00')
    expect(await rounds()).toEqual([])

    await at('2027-01-05T00:05:00+08:00')

    expect(await rounds()).toMatchObject([{ period: '2026Q4', title: '2026年第四季度调度', dueOn: '2027-01-10', confirmed: 0 }])
    expect((await roundOf('2026Q4')).round).toMatchObject({ asOf: '2027-01-04', state: 'open' })
    expect((await overview()).nextRound).toMatchObject({ period: '2027Q1', opensOn: '2027-04-05' })
  })

  test('is opened once, however often and by however many processes the step is made', async () => {
    await Promise.all([step(), step(), step()])
    await at('2027-01-05T00:10:00+08:00')
    expect(await rounds()).toHaveLength(1)
    const [event] = await world.sql(`select count(*)::int as count from {{schema}}.event where command = 'reports.open-round'`)
    expect(event).toEqual({ count: 1 })
  })

  test('tells every place and stands in its work list until it is confirmed; who is late is reminded, and the province sees who', async () => {
    world.clock.at('2027-01-05T09:00:00+08:00')
    await followAll(world)
    for (const [who, place, expected] of [
      ['suzhou', '苏州市', 1],
      ['sip', '苏州工业园区', 1],
      ['kunshan', '昆山市', 0], // a county: its city answers for it
    ] as const) {
      const { items } = workList.parse(await world.ask(who, 'collaboration.work-list', { register: 'dispatch_return', single: 'yes' }))
      const own = items.filter(({ areaTitle }) => areaTitle === place)
      expect(own, who).toMatchObject(Array.from({ length: expected }, () => ({ move: 'handIn', due: '2027-01-10' })))
    }
    expect((await toldOf('suzhou'))[0]).toMatchObject({ kind: 'waiting', register: 'dispatch_return' })

    const { returns } = await roundOf('2026Q4')
    const suzhou = returns.find(({ title }) => title === '苏州市')!
    await must(world.edit('suzhou', 'dispatch_return', { id: suzhou.id, version: 1 }, TEXTS))
    await must(world.move('suzhou', 'dispatch_return', { id: suzhou.id, version: 2 }, 'handIn'))
    await must(world.move('suzhou-leader', 'dispatch_return', { id: suzhou.id, version: 3 }, 'confirm'))

    await must(world.move('suzhou-leader', 'dispatch_return', { id: suzhou.id, version: 4 }, 'unlock', '数字更正'))
    await followAll(world)
    expect((await toldOf('suzhou'))[0]).toMatchObject({ kind: 'waiting', entry: suzhou.id, reason: '数字更正' })
    expect((await toldOf('planner')).map(({ kind }) => kind)).not.toContain('returned')
    await must(world.move('suzhou', 'dispatch_return', { id: suzhou.id, version: 5 }, 'handIn'))
    await must(world.move('suzhou-leader', 'dispatch_return', { id: suzhou.id, version: 6 }, 'confirm'))

    // The tenth is a Sunday; on the Monday after it 南京 is late.
    world.clock.at('2027-01-11T08:30:00+08:00')
    await remindOfDue(world.store)
    expect((await toldOf('nanjing'))[0]).toMatchObject({ kind: 'overdue', read: false })
    const told = await roundOf('2026Q4')
    expect(told.returns.filter(({ late }) => !late).map(({ title }) => title)).toEqual(['苏州市'])
    expect(await rounds()).toMatchObject([{ confirmed: 1, all: returns.length }])
  })

  test('waits on the planner’s list to be closed after its last day; who did not confirm is named', async () => {
    const planner = workList.parse(await world.ask('planner', 'collaboration.work-list', { register: 'dispatch_round' })).items
    expect(planner).toMatchObject([{ move: 'close', due: '2027-01-10', lateness: 'overdue' }])
    const { round, returns } = await roundOf('2026Q4')
    expect((await refused(world.give('suzhou', 'reports.close-round', { round: round.id }))).code).toBe('command.no-right')
    expect(await must(world.give('planner', 'reports.close-round', { round: round.id }))).toMatchObject({ missed: returns.length - 1 })
  })
})

describe('the days of the rounds', () => {
  test('are set by the province from a day on, by nobody else, and hold for the quarters that end then', async () => {
    const terms = { fromOn: '2027-03-01', opensAfterDays: 3, openForDays: 8, note: '厅务会议定' }
    expect((await refused(world.create('suzhou', 'round_terms', terms))).kind).toBe('forbidden')
    expect((await refused(world.create('planner', 'round_terms', { ...terms, opensAfterDays: 0 }))).code).toBe('input.invalid')
    await must(world.create('head', 'round_terms', terms))

    expect((await overview()).nextRound).toEqual({ period: '2027Q1', opensOn: '2027-04-03', dueOn: '2027-04-11' })
    await at('2027-04-02T12:00:00+08:00')
    expect(await rounds()).toHaveLength(1)
    await at('2027-04-03T00:06:00+08:00')
    expect((await roundOf('2027Q1')).round).toMatchObject({ asOf: '2027-04-02', dueOn: '2027-04-11' })
  })

  test('of a round that is opened late are as many as of one in time', async () => {
    await at('2027-07-30T12:00:00+08:00')
    expect((await roundOf('2027Q2')).round).toMatchObject({ dueOn: '2027-08-07' })
  })

  test('do not bring back a quarter that is long over, nor open one without a clerk to answer for it', async () => {
    await at('2027-11-20T12:00:00+08:00')
    expect((await rounds()).map(({ period }) => period)).not.toContain('2027Q3')
    await world.sql(
      `update {{schema}}.tenure set until_on = '2027-12-31' where post in (select id from {{schema}}.post where role = 'planner')`,
    )
    await at('2028-01-04T12:00:00+08:00')
    expect((await rounds()).map(({ period }) => period)).not.toContain('2027Q4')
    await world.sql('update {{schema}}.tenure set until_on = null')
    await step()
    expect((await rounds()).map(({ period }) => period)).toContain('2027Q4')
  })
})
