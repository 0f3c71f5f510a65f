import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shipped } from '#apps/api/installation.ts'
import { facetQuestion, listQuestion, pageQuery } from '#apps/api/list-question.ts'
import { isRefusal } from '#engine/define/refusal.ts'
import type { Register } from '#engine/define/register.ts'
import { facetsOf } from '#engine/derive/facets.ts'
import { facetCounts } from '#engine/store/facets.ts'
import { countUpTo } from '#engine/store/list.ts'
import { poolReader } from '#engine/store/read.ts'
import { conditions } from '#tests/support/conditions.ts'
import { entryValues, everyKindRegister as everyKind } from '#tests/support/every-kind.ts'
import { populate } from '#tests/support/populated.ts'
import { examples, holdsFor } from '#tests/support/seed.ts'
import { must, openWorld, type World } from '#tests/support/world.ts'

type Address = Readonly<Record<string, string | readonly string[]>>

let world: World
const days: string[] = []

beforeAll(async () => {
  world = await openWorld({ shipped: shipped([everyKind]) })
  const known = { units: [world.as('applicant').unit, world.as('kunshan').unit], people: [world.as('kunshan').person], files: [] }
  const made: string[] = []
  for (const [at, values] of examples(entryValues(known), 60).entries()) {
    world.clock.at(new Date(Date.parse('2026-06-01T01:00:00Z') + at * 3_600_000).toISOString())
    if (at % 3 === 2) {
      const id = made[at % made.length]!
      const [row] = await world.sql(`select version from {{schema}}.every_kind where id = $1`, [id])
      await must(world.edit('kunshan', 'every_kind', { id, version: Number(row!['version']) }, values))
    } else made.push((await must(world.create('kunshan', 'every_kind', values))).id)
    if (at % 24 === 23) days.push(world.clock.now().toISOString().slice(0, 10))
  }
  await populate(world)
}, 120_000)
afterAll(() => world?.close())

describe('the count of a facet', () => {
  test('is the total of the list with that choice, for any reader, register, choices and day', async () => {
    const registers = world.store.catalogue.all.filter((register) => facetsOf(register).length > 0)
    const asked = fc.record({
      register: fc.constantFrom(everyKind, everyKind, ...registers),
      who: fc.constantFrom(...world.actors.keys()),
      asOf: fc.option(fc.constantFrom(...days), { nil: undefined, freq: 2 }),
      picks: fc.array(fc.tuple(fc.nat(9), fc.array(fc.nat(30), { minLength: 1, maxLength: 2 })), { maxLength: 3 }),
      filter: fc.option(conditions([]), { nil: undefined, freq: 1 }),
    })
    let compared = 0

    await holdsFor(
      fc.asyncProperty(asked, async ({ register, who, asOf, picks, filter }) => {
        const base: Address = { ...(asOf && { asOf }), ...(filter && register === everyKind && { filter: JSON.stringify(filter) }) }
        const address = await withPicks(register, who, base, picks)
        const told = await answered(register, who, address)
        expect(told.total, `${register.name} ${who} ${JSON.stringify(address)}`).toBe(await total(register, who, address))
        for (const { field, by, values } of told.facets)
          for (const { code, count } of values) {
            compared++
            const chosen: Address =
              by === 'place' && code !== ''
                ? { ...address, area: code, [`f.${field}`]: [] }
                : field === 'state'
                  ? { ...address, state: code }
                  : { ...address, ...(by === 'place' && { area: [] }), [`f.${field}`]: [code] }
            expect(await total(register, who, chosen), `${register.name} ${who} ${JSON.stringify(chosen)}`).toBe(count)
          }
      }),
      60,
    )

    expect(compared).toBeGreaterThan(100)
  })

  test('follows what anybody writes, though it is remembered', async () => {
    const told = async () => (await counted(everyKind, 'kunshan', {})).find(({ field }) => field === 'state')!.values
    const [before] = await told()
    expect(await told()).toEqual([before, ...(await told()).slice(1)])

    const { id } = await must(world.create('kunshan', 'every_kind', { text: '新的一条' }))
    const open = (values: Awaited<ReturnType<typeof told>>) => values.find(({ code }) => code === everyKind.initial)?.count ?? 0

    expect(open(await told())).toBe((before?.count ?? 0) + 1)
    expect(await total(everyKind, 'kunshan', { state: everyKind.initial })).toBe(open(await told()))
    await must(world.move('kunshan', 'every_kind', { id, version: 1 }, 'close'))
    expect(open(await told())).toBe(before?.count ?? 0)
  })
})

async function withPicks(register: Register, who: string, base: Address, picks: readonly (readonly [number, readonly number[]])[]) {
  const facets = await counted(register, who, base)
  const choices = picks.flatMap(([at, which]): readonly (readonly [string, string | readonly string[]])[] => {
    const facet = facets[at % facets.length]
    if (!facet || facet.values.length === 0) return []
    const codes = which.map((each) => facet.values[each % facet.values.length]!.code)
    if (facet.field === 'state') return [['state', codes.join(',')]]
    if (facet.by === 'place' && codes[0] !== '') return [['area', codes[0]!]]
    return [[`f.${facet.field}`, codes]]
  })
  return { ...base, ...Object.fromEntries(choices) }
}

async function counted(register: Register, who: string, address: Address) {
  return (await answered(register, who, address)).facets
}

async function answered(register: Register, who: string, address: Address) {
  const question = await facetQuestion({ register, store: world.store }, pageQuery.safeParse(cleaned(address)), cleaned(address))
  if (isRefusal(question)) throw new Error(question.words.zh)
  const answer = await facetCounts(world.store, register, world.as(who), question)
  if ('ok' in answer) throw new Error(answer.words.zh)
  return answer
}

async function total(register: Register, who: string, address: Address) {
  const question = await listQuestion({ register, store: world.store }, pageQuery.safeParse(cleaned(address)), cleaned(address))
  if (isRefusal(question)) throw new Error(question.words.zh)
  return countUpTo(poolReader(world.store), world.store, register, world.as(who), question, 10_000)
}

/** An address has no parameter without values. */
function cleaned(address: Address): Address {
  return Object.fromEntries(Object.entries(address).filter(([, value]) => value.length > 0))
}
