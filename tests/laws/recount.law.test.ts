import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Row } from '#engine/access/holds.ts'
import { catalogue } from '#engine/define/catalogue.ts'
import type { CountingRule } from '#engine/define/counting.ts'
import type { Register } from '#engine/define/register.ts'
import { contributionsOf } from '#engine/derive/contributions.ts'
import { figureCells } from '#engine/store/figures.ts'
import { selectList } from '#engine/store/rows.ts'
import { reconcile } from '#engine/store/tables.ts'
import { technology } from '#registers/technologies/technology.register.ts'
import { acts, work } from '#tests/support/random-work.ts'
import { examples, holdsFor } from '#tests/support/seed.ts'
import { openWorld, type World } from '#tests/support/world.ts'

const CODE = 'technology_breakthroughs'
const rule: CountingRule = technology.counting[CODE]
const NEXT = rule.version + 1
/** What counts is changed: accepted work counts on the day it was finished, returned work counts against. */
const changed: CountingRule = {
  ...rule,
  version: NEXT,
  terms: [
    { measure: 'underway', when: { field: 'state', is: 'accepted' }, countsOn: 'completedOn' },
    { measure: 'published', when: { field: 'state', is: 'published' }, countsOn: 'countsOn' },
    { measure: 'published', when: { field: 'state', is: 'returned' }, countsOn: 'createdOn', amount: -1 },
  ],
}
const second: Register = { ...technology, counting: { [CODE]: changed } }
const more: Register = { ...technology, counting: { [CODE]: rule, another: { ...changed, version: 1 } } }

type FigureCell = Awaited<ReturnType<typeof figureCells>>[number]

let world: World
let versions: readonly Row[]

beforeAll(async () => {
  world = await openWorld()
  await work(world, examples(acts(500), 1)[0]!)
  const columns = selectList(technology)
  versions = await world.sql(
    `select ${columns}, null as "recordedTo" from {{schema}}.technology union all select ${columns}, recorded_to from {{schema}}.technology_version`,
  )
}, 120_000)
afterAll(() => world?.close())
beforeEach(async () => {
  for (const table of ['contribution', 'contribution_recent', 'contribution_total'])
    await world.sql(`delete from {{schema}}.${table} where rule_version = $2 or indicator = $1`, ['another', NEXT])
  await world.sql('delete from {{schema}}.counted_rule where rule_version = $2 or indicator = $1', ['another', NEXT])
  await install(technology)
})

describe('a counting rule that is changed, or new on a register that has entries', () => {
  test.each([
    ['changed', second, CODE, NEXT],
    ['new', more, 'another', 1],
  ] as const)('%s is counted over all that was ever recorded, for any day of the past', async (_what, register, indicator, ruleVersion) => {
    await install(register)

    const instants = [...new Set(versions.map(({ changedAt }) => String(changedAt)))]
    await holdsFor(
      fc.asyncProperty(fc.constantFrom(...instants), async (asOf) => {
        const standing = versions.filter(
          (row) => String(row['changedAt']) <= asOf && (row['recordedTo'] === null || String(row['recordedTo']) > asOf),
        )
        const expected = standing
          .flatMap((row) => contributionsOf(register, row))
          .filter((each) => each.indicator === indicator && each.ruleVersion === ruleVersion)

        expect(sums(await cells(indicator, ruleVersion, asOf))).toEqual(
          sums(expected.map((each) => ({ ...each, month: each.countsOn.slice(0, 7), amount: String(each.amount) }))),
        )
      }),
      80,
    )
  })

  test('leaves what the old rule counted as it was', async () => {
    const before = await cells(CODE, rule.version)

    await install(second)

    expect(await cells(CODE, rule.version)).toEqual(before)
    expect(before.length).toBeGreaterThan(3)
  })

  test('is counted once, however often the definitions are installed', async () => {
    await install(second)
    const before = await cells(CODE, NEXT)

    await install({ ...second, title: { zh: '改名', en: 'Renamed' } })
    await Promise.all([install(second), install({ ...second, basis: '新依据' })])

    expect(await cells(CODE, NEXT)).toEqual(before)
  })

  test('is not counted again in a database from before anybody remembered which rules are counted', async () => {
    const before = await cells(CODE, rule.version)
    await world.sql('delete from {{schema}}.counted_rule')

    await install({ ...technology, title: { zh: '改名', en: 'Renamed' } })

    expect(await cells(CODE, rule.version)).toEqual(before)
  })
})

test('a rule that counts differently must say so by a new version; other words for it need none', async () => {
  const before = await cells(CODE, rule.version)

  await expect(install({ ...technology, counting: { [CODE]: { ...changed, version: rule.version } } })).rejects.toThrow(
    /technology.*technology_breakthroughs.*version/s,
  )
  await install({ ...technology, counting: { [CODE]: { ...rule, title: { zh: '换个说法', en: 'In other words' } } } })

  expect(await cells(CODE, rule.version)).toEqual(before)
})

async function install(register: Register): Promise<void> {
  const others = world.store.catalogue.all.filter(({ name }) => name !== register.name)
  await reconcile(world.database.database, world.store.schema, catalogue([...others, register]), world.clock)
}

async function cells(indicator: string, ruleVersion: number, asOf?: string): Promise<readonly FigureCell[]> {
  return sorted(await figureCells(world.store, { indicator, ruleVersion, asOf }))
}

function sorted(all: readonly FigureCell[]): readonly FigureCell[] {
  const nameOf = ({ measure, area, month }: FigureCell) => `${measure} ${area} ${month}`
  return all.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)))
}

function sums(all: readonly FigureCell[]): Record<string, number> {
  const found = new Map<string, number>()
  for (const { measure, area, month, amount } of all) {
    const key = `${measure} ${area} ${month}`
    found.set(key, (found.get(key) ?? 0) + Number(amount))
  }
  return Object.fromEntries([...found].filter(([, sum]) => sum !== 0))
}
