import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describe as descriptionOf } from '#engine/derive/form.ts'
import { entryAnswer } from '#engine/store/entries.ts'
import { list } from '#engine/store/list.ts'
import { poolReader } from '#engine/store/read.ts'
import { shippedRegisters } from '#registers/index.ts'
import { commonValues } from '#tests/support/registers.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

const OF_THEIR_OWN = {
  technology: {},
  standard: { level: 'national' },
  scenario: { category: 'early' },
  enterprise: { code: '91320583MA1MABCD3X', category: 'startup' },
  park: { parkType: 'incubator' },
} as const
let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

test('every register of the five asks for the zone and the year, and neither must be filled', () => {
  expect(shippedRegisters.map(({ name }) => name).toSorted()).toEqual(Object.keys(OF_THEIR_OWN).toSorted())
  for (const register of shippedRegisters) {
    const { fields, sections } = descriptionOf(register, { create: true } as never)
    expect(sections[0]!.fields).toEqual(expect.arrayContaining(['zone', 'attributedYear']))
    const asked = fields.filter(({ name }) => ['zone', 'attributedYear'].includes(name))
    expect(asked).toMatchObject([
      { name: 'zone', control: 'area', zones: true, writable: true, required: false, needed: false },
      { name: 'attributedYear', control: 'choice', writable: true, required: false, needed: false },
    ])
  }
})

describe.each(Object.entries(OF_THEIR_OWN))('%s', (name, own) => {
  const values = async (more: object) => ({ ...(await commonValues(world)), title: `某条目 ${name}`, ...own, ...more })

  test('is found by its zone and by its year', async () => {
    const there = await must(world.create('kunshan', name, await values({ zone: '3205Z2', attributedYear: '2025' })))
    await must(world.create('kunshan', name, await values({ title: '不在高新区', attributedYear: '2026' })))

    expect(await idsBy(name, 'zone', '3205Z2')).toEqual([there.id])
    expect(await idsBy(name, 'attributedYear', '2025')).toEqual([there.id])
    expect(await idsBy(name, 'attributedYear', '2024')).toEqual([])
  })

  test('takes no county, no zone that is not kept and no other year', async () => {
    const faults = async (more: object) =>
      (await refused(world.create('kunshan', name, await values(more)))).faults?.map(({ path }) => path)

    expect(await faults({ zone: '320583' })).toEqual(['zone'])
    expect(await faults({ zone: '3205Z9' })).toEqual(['zone'])
    expect(await faults({ attributedYear: '2019' })).toEqual(['attributedYear'])
  })
})

describe('a zone in another city than the entry', () => {
  const saved = async (more: object) => {
    const { id } = await must(world.create('kunshan', 'technology', { ...(await commonValues(world)), title: '某技术', ...more }))
    return id
  }
  const warned = async (who: string, id: string) => {
    const answer = await entryAnswer(world.store, world.store.catalogue.need('technology'), world.as(who), id)
    return 'warnings' in answer ? answer.warnings.filter(({ field }) => field === 'zone') : answer
  }

  test('is taken, and who fills in and who checks are both told, in both languages, with the names of the places', async () => {
    const id = await saved({ zone: '3201Z1' })

    for (const who of ['kunshan', 'planner'])
      expect(await warned(who, id)).toEqual([
        {
          zh: expect.stringMatching(/^所在高新区：.+与昆山市不在同一设区市/),
          en: expect.stringMatching(/昆山市 lie in different cities/),
          field: 'zone',
        },
      ])
  })

  test('is warned of by the field alone: the same city and an empty zone are not', async () => {
    expect(await warned('planner', await saved({ zone: '3205Z2' }))).toEqual([])
    expect(await warned('planner', await saved({}))).toEqual([])
  })
})

async function idsBy(name: string, field: string, value: string): Promise<readonly unknown[]> {
  const filter = { field, oneOf: [value] }
  const page = await list(poolReader(world.store), world.store, world.store.catalogue.need(name), world.as('kunshan'), { limit: 5, filter })
  if (!('rows' in page)) throw new Error('the list was refused')
  return page.rows.map(({ id }) => id)
}
