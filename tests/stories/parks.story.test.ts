import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Row } from '#engine/access/holds.ts'
import { countedWith } from '#engine/derive/counted-with.ts'
import { entryAnswer } from '#engine/store/entries.ts'
import { park } from '#registers/parks/park.register.ts'
import { later } from '#tests/support/builders.ts'
import {
  along,
  commonValues,
  decided,
  entered,
  type Followed,
  LINE,
  measuresOf,
  type Step,
  seen,
  valuesOf,
} from '#tests/support/registers.ts'
import { openWorld, refused, type World } from '#tests/support/world.ts'

const INCUBATORS = 'benchmark_incubators'
const PILOTS = 'park_pilots'
const DEFENDED: readonly Step[] = [...LINE, ['passReview', 'planner']]
let world: World
let incubator: Followed
let sameSite: Followed
let otherSite: Followed

beforeAll(async () => {
  world = await openWorld({ instant: '2026-01-10T09:00:00+08:00' })
})
afterAll(() => world?.close())

const values = async (more: Row = {}) => ({
  ...(await commonValues(world, 'building_plan', 'site_papers', 'tenant_list', 'fund_agreement')),
  title: '昆山某孵化器',
  parkType: 'incubator',
  manner: 'raised',
  support: 'zone',
  operatorName: '昆山某孵化公司',
  operatorCode: '91320583MA1MABCD3X',
  site: '前进东路 1 号',
  floorArea: '12000',
  tenants: [{ name: '在孵甲', code: '91320583MA1MABCE6Y' }],
  completedOn: '2025-12-31',
  ...more,
})

test('a park is defended, visited and only then put on the list', async () => {
  incubator = await entered(world, 'park', await values(), DEFENDED)
  expect(await valuesOf(world, incubator)).toMatchObject({ state: 'onSite' })

  expect((await refused(world.move('planner', 'park', await seen(world, incubator), 'passSite', '看过'))).code).toBe('input.invalid')
  await visited(incubator)

  expect(await valuesOf(world, incubator)).toMatchObject({ state: 'reviewed', siteCheckedOn: '2026-01-10' })
})

test('incubators make the headline; a pilot on the site of one adds nothing to it, a pilot elsewhere does by the setting', async () => {
  sameSite = await entered(world, 'park', await values({ title: '同址试点', parkType: 'pilot', site: '前进东路1号' }), DEFENDED)
  otherSite = await entered(world, 'park', await values({ title: '另址试点', parkType: 'pilot', site: '学院路9号' }), DEFENDED)
  for (const entry of [sameSite, otherSite]) await visited(entry)

  await decided(world, { entries: [incubator, sameSite, otherSite], documentDate: '2026-05-20' })

  expect(await valuesOf(world, sameSite)).toMatchObject({ freeSite: false })
  expect(await valuesOf(world, otherSite)).toMatchObject({ freeSite: true })
  expect(await measuresOf(world, INCUBATORS)).toEqual({ published: 1, pilot_sites: 1 })
  expect(await measuresOf(world, PILOTS)).toEqual({ published: 2 })
  expect(countedWith(park.counting[INCUBATORS], { published: '1', pilot_sites: '1' }, { pilots_within: 'yes' })).toBe('2')
})

test('a second title of a type on one site is warned of', async () => {
  const second = await entered(world, 'park', await values({ title: '又一孵化器', site: '前进东路1号。' }))
  const answer = await entryAnswer(world.store, world.store.catalogue.need('park'), world.as('planner'), second.id)

  expect('warnings' in answer && answer.warnings.map(({ zh }) => zh)).toEqual([
    expect.stringContaining('校验码不符'),
    expect.stringContaining('运营机构、场地与类型相同'),
  ])
})

test.each([
  ['the incubator first', '学府路1号', ['incubator', 'pilot']],
  ['the pilot first', '学府路2号', ['pilot', 'incubator']],
] as const)('whatever the order of publication a site counts once: %s', async (_order, site, order) => {
  const before = await measuresOf(world, INCUBATORS)
  const entries: Followed[] = []
  for (const parkType of order) {
    const entry = await entered(world, 'park', await values({ title: `${site}${parkType}`, parkType, site }), DEFENDED)
    await visited(entry)
    await decided(world, { entries: [entry], documentDate: later(world.clock.now().toISOString().slice(0, 10), 14) })
    entries.push(entry)
  }

  expect(await measuresOf(world, INCUBATORS)).toEqual({ ...before, published: before['published']! + 1 })
  expect(await valuesOf(world, entries[order.indexOf('pilot')]!)).toMatchObject({ state: 'published', freeSite: false })
})

test('a pilot counted apart until the incubator came, and what was known then stays', async () => {
  const known = await measuresOf(world, INCUBATORS)
  const pilot = await entered(world, 'park', await values({ title: '先公布的试点', parkType: 'pilot', site: '学府路3号' }), DEFENDED)
  await visited(pilot)
  await decided(world, { entries: [pilot], documentDate: later(world.clock.now().toISOString().slice(0, 10), 14) })
  const meanwhile = world.clock.now().toISOString().slice(0, 10)
  const next = await entered(world, 'park', await values({ title: '后公布的孵化器', site: '学府路3号' }), DEFENDED)
  await visited(next)
  await decided(world, { entries: [next], documentDate: later(meanwhile, 14) })

  expect(await measuresOf(world, INCUBATORS, { asOf: meanwhile })).toMatchObject({
    published: known['published'],
    pilot_sites: known['pilot_sites']! + 1,
  })
  expect(await measuresOf(world, INCUBATORS)).toMatchObject({ published: known['published']! + 1, pilot_sites: known['pilot_sites'] })
  expect(await measuresOf(world, PILOTS)).toMatchObject({ published: 5 })
})

test('reviewed yearly, put right, and at last without its title: it counts off from that day', async () => {
  world.clock.at('2026-11-02T09:00:00+08:00')
  await along(world, incubator, [
    ['reviewYear', 'planner', { yearlyReviews: [{ year: 2026, result: 'failed' }] }],
    ['rectify', 'planner'],
  ])
  expect(await measuresOf(world, INCUBATORS)).toMatchObject({ published: 4 })

  await along(world, incubator, [['exit', 'planner']])

  expect(await valuesOf(world, incubator)).toMatchObject({ state: 'exited', exitedOn: '2026-11-02' })
  expect((await measuresOf(world, INCUBATORS))['published']).toBe(3)
  expect(await measuresOf(world, INCUBATORS, { period: 'to:2026-11-01' })).toMatchObject({ published: 4 })
})

async function visited(entry: Followed): Promise<void> {
  const report = await world.upload('planner', '现场考察表.txt', `现场考察 ${entry.id}`)
  await along(world, entry, [['passSite', 'planner', { siteReport: [report] }]])
}
