import { afterAll, beforeAll, expect, test } from 'vitest'
import { a } from '#tests/support/builders.ts'
import { figureOf } from '#tests/support/registers.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

test('what a university hands in is recommended by its department, past county and city, and stands in the row 省直', async () => {
  const values = { ...(await a.technologyValues(world, 'planner')), title: '高校直报的技术', area: '320000', channel: 'university' }
  const { id } = await must(world.create('planner', 'technology', values))
  await must(world.move('planner', 'technology', { id, version: 1 }, 'submit'))

  expect((await refused(world.move('suzhou-leader', 'technology', { id, version: 2 }, 'recommendDirectly'))).code).toBe('entry.not-found')
  await must(world.move('education', 'technology', { id, version: 2 }, 'recommendDirectly'))

  const [row] = await world.sql('select state from {{schema}}.technology where id = $1', [id])
  expect(row).toEqual({ state: 'recommended' })
  const { byArea } = await figureOf(world, 'technology_breakthroughs')
  expect(byArea.find(({ title }) => title === '省直')?.values['underway']).toBe('1')
})

test('what goes through a city is not the department’s to see or recommend', async () => {
  const entry = await a.technology(world, { steps: 1 })

  expect((await refused(world.move('education', 'technology', entry, 'recommendDirectly'))).code).toBe('entry.not-found')
})
