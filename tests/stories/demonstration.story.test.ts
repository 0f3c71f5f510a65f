import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMONSTRATION, seedDemonstration } from '#apps/cli/seed/demonstration.ts'
import type { Overview } from '#contract/figures.ts'
import type { LateList, WorkList } from '#contract/work-list.ts'
import type { Actor } from '#engine/define/actor.ts'
import { answer } from '#engine/store/query.ts'
import { holdersOf } from '#modules/collaboration/index.ts'
import { countListed } from '#tests/support/count-listed.ts'
import { openWorld, type World } from '#tests/support/world.ts'

/** A Monday of a year for which the demonstration has no table of holidays, months after the last of its fixed days. */
const MONDAY = '2027-03-01T08:30:00+08:00'
const REGISTERS = ['technology', 'standard', 'scenario', 'enterprise', 'park']

let world: World
let planner: Actor
const ask = async <Answer>(query: string) =>
  (await answer(
    world.installation.shipped.queries.get(query)!,
    { store: world.installation.storeOf(DEMONSTRATION.schema), actor: planner },
    {},
  )) as Answer

beforeAll(async () => {
  world = await openWorld({ instant: MONDAY })
  // Login names belong to the whole installation: the demonstration's are free where it is alone.
  await world.sql(`update lantu.account set login_name = login_name || '.test'`)
  await seedDemonstration(world.installation, 'small')
  planner = (await holdersOf(world.installation.storeOf(DEMONSTRATION.schema))).find(({ roles }) => roles.has('planner'))!
}, 180_000)
afterAll(() => world?.close())

test('whenever the demonstration is made, most of what waits is in time, some of it due soon, and some is late', async () => {
  const waiting = `select count(*)::int as count from (${REGISTERS.map((name) => `select state from j_demo.${name}`).join(' union all ')}) own
    where state in ('submitted', 'countyChecked', 'countyApproved', 'cityChecked', 'recommended', 'accepted', 'supplement')`
  const [{ count }] = (await world.sql(waiting)) as [{ count: number }]

  const { lines } = await ask<LateList>('collaboration.late')
  const late = lines.filter(({ register }) => REGISTERS.includes(register)).reduce((sum, line) => sum + line.count, 0)
  expect(late).toBeGreaterThan(0)
  expect(late / count).toBeLessThan(0.25)
  expect(Math.max(...lines.filter(({ register }) => REGISTERS.includes(register)).map(({ days }) => days))).toBeLessThan(10)
  expect((await ask<WorkList>('collaboration.work-list')).counts.soon).toBeGreaterThan(0)
})

test('on whatever day, what is overdue at a place and a step opens the list of these entries and of no others', async () => {
  const store = world.installation.storeOf(DEMONSTRATION.schema)
  const places = new Set<string>()
  for (const day of ['2027-02-27', '2027-02-28', '2027-03-01', '2027-03-09', '2027-04-30', '2027-07-05']) {
    world.clock.at(`${day}T09:00:00+08:00`)
    for (const { register, city, count, list } of (await ask<LateList>('collaboration.late')).lines) {
      places.add(city === null ? 'nowhere' : city.endsWith('0000') ? 'province' : 'city')
      expect([day, register, list, await countListed(store, planner, register, list)]).toEqual([day, register, list, count])
    }
  }
  world.clock.at(MONDAY)
  expect([...places].sort()).toEqual(['city', 'nowhere'])
})

test('the last week has brought a technology and taken a scenario away', async () => {
  const { tiles } = await ask<Overview>('programmes.overview')
  const change = (code: string) =>
    tiles.find(({ indicator }) => indicator.code === code)?.week.measures.find(({ measure }) => measure === 'published')?.value

  expect([change('technology_breakthroughs'), change('scenarios_built')]).toEqual(['1', '-1'])
})

test('nothing of the demonstration has happened later than it was made', async () => {
  const [{ last }] = (await world.sql('select max(at) as last from j_demo.event')) as unknown as [{ last: Date }]

  expect(new Date(last).getTime()).toBeLessThanOrEqual(Date.parse(MONDAY))
})
