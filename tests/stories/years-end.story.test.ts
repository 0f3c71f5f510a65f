import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Figure, FigureEntries, FigureMatrix } from '#contract/figures.ts'
import { endOfDay } from '#engine/define/period.ts'
import { list } from '#engine/store/list.ts'
import { poolReader } from '#engine/store/read.ts'
import { technology } from '#registers/technologies/technology.register.ts'
import { a } from '#tests/support/builders.ts'
import { openWorld, type World } from '#tests/support/world.ts'

const INDICATOR = 'technology_breakthroughs'
let world: World
let old: string

beforeAll(async () => {
  world = await openWorld({ instant: '2026-12-31T23:59:30+08:00' })
  old = (await a.technology(world)).id
  world.clock.at('2027-01-01T00:00:10+08:00')
  await a.technology(world)
})
afterAll(() => world?.close())

const figure = (more: object) => world.ask<Figure>('planner', 'programmes.figure', { indicator: INDICATOR, ...more }) as Promise<Figure>
const reserve = async (more: object) => (await figure(more)).measures.find(({ measure }) => measure === 'reserve')?.value

test('what is entered half a minute before midnight in the province is of the old year, whatever day it is in UTC', async () => {
  expect(await reserve({ period: '2026' })).toBe('1')
  expect(await reserve({ period: '2026-12' })).toBe('1')
  expect(await reserve({ period: '2027' })).toBe('1')
  expect(await reserve({ period: 'to:2026-12-31' })).toBe('1')
  expect(await reserve({ period: 'to:2027-01-01' })).toBe('2')
})

test('as of 31 December the entry of ten seconds after midnight is not known: in the figure, what lies behind it, its comparison and the list', async () => {
  const asOf = '2026-12-31'
  const behind = (await world.ask('planner', 'programmes.figure-entries', {
    indicator: INDICATOR,
    measure: 'reserve',
    asOf,
  })) as FigureEntries
  const compared = (await world.ask('planner', 'programmes.matrix', { indicator: INDICATOR, asOf })) as FigureMatrix
  const listed = await list(poolReader(world.store), world.store, technology, world.as('planner'), {
    limit: 10,
    asOf: endOfDay(asOf, world.store.timeZone),
  })

  expect(await reserve({ asOf })).toBe('1')
  expect(await reserve({ asOf: '2027-01-01' })).toBe('2')
  expect(behind.entries.map(({ id, countsOn }) => [id, countsOn])).toEqual([[old, '2026-12-31']])
  expect(compared.total.values[compared.columns.findIndex(({ code }) => code === 'reserve')]).toBe('1')
  expect(listed.ok && listed.rows.map(({ id }) => id)).toEqual([old])
  expect((await figure({})).asOf).toEqual({ day: '2027-01-01', now: true })
})
