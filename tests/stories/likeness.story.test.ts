import { afterAll, beforeAll, expect, test } from 'vitest'
import { entryAnswer } from '#engine/store/entries.ts'
import { technology } from '#registers/technologies/technology.register.ts'
import { a } from '#tests/support/builders.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

test('an entry like another is warned of and kept', async () => {
  await a.technology(world, { values: { title: '同名技术' } })
  const second = await a.technology(world, { values: { title: '同名技术' } })

  expect(await warningsFor('kunshan', second.id)).toEqual([expect.stringMatching(/技术名称相同：№\d+ 同名技术/)])
})

test('an applicant is told the number of the own like entry', async () => {
  await a.technology(world, { by: 'applicant', values: { title: '本人所报', leadUnit: world.as('kunshan').unit } })
  const second = await a.technology(world, { by: 'applicant', values: { title: '本人所报', leadUnit: world.as('kunshan').unit } })

  expect(await warningsFor('applicant', second.id)).toEqual([expect.stringMatching(/№\d+ 本人所报/)])
})

test('of a like entry out of one’s sight only its existence is told', async () => {
  await a.technology(world, { area: '320115', values: { title: '保密同名', projectNo: 'P', technologyNo: 1 } })
  const second = await a.technology(world, { values: { title: '保密同名', projectNo: 'P', technologyNo: 1 } })

  const warnings = await warningsFor('kunshan', second.id)

  expect(warnings).toHaveLength(2)
  expect(warnings.join()).not.toContain('№')
})

async function warningsFor(who: string, id: string): Promise<readonly string[]> {
  const answer = await entryAnswer(world.store, technology, world.as(who), id)
  if (!('entry' in answer)) throw new Error(answer.words.zh)
  return answer.warnings.map(({ zh }) => zh)
}
