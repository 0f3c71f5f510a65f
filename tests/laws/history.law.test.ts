import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import { columnName } from '#engine/derive/columns.ts'
import { entryHistory } from '#engine/store/entries.ts'
import { a } from '#tests/support/builders.ts'
import { populate } from '#tests/support/populated.ts'
import { acts, work } from '#tests/support/random-work.ts'
import { examples } from '#tests/support/seed.ts'
import { must, openWorld, type World } from '#tests/support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
  await populate(world)
  await work(world, examples(acts(400), 2)[1]!, '2026-08-01')
}, 120_000)
afterAll(() => world?.close())

const registers = () => world.store.catalogue.all

test('the versions of every entry form a chain without a gap: 1 to n, each ending when the next begins', async () => {
  let longest = 0
  for (const register of registers()) {
    for (const chain of (await chainsOf(register)).values()) {
      longest = Math.max(longest, chain.length)
      expect(chain.map(({ version }) => version)).toEqual(chain.map((_row, at) => at + 1))
      expect(chain.slice(0, -1).map((row) => row['recordedTo'])).toEqual(chain.slice(1).map((row) => row['changedAt']))
      expect(chain.at(-1)!['recordedTo']).toBeNull()
      expect(new Set(chain.map((row) => JSON.stringify([row['createdAt'], row['createdBy'], row['no']]))).size).toBe(1)
    }
  }
  expect(longest).toBeGreaterThan(8)
})

test('every version has its event with its own act, and the states of the acts follow from one another', async () => {
  for (const register of registers()) {
    const acted = await world.sql(
      'select act.*, event.at, event.person from {{schema}}.event_entry act join {{schema}}.event event on event.id = act.event where register = $1',
      [register.name],
    )
    const byVersion = new Map(acted.map((row) => [`${String(row['entry'])} ${String(row['version'])}`, row]))
    let versions = 0
    for (const [id, chain] of await chainsOf(register)) {
      for (const [at, row] of chain.entries()) {
        versions += 1
        expect(byVersion.get(`${id} ${at + 1}`)).toMatchObject({
          event: row['event'],
          at: row['changedAt'],
          person: row['changedBy'],
          from_state: chain[at - 1]?.['state'] ?? null,
          to_state: row['state'],
        })
        expect(byVersion.get(`${id} ${at + 1}`)!['act'] === 'create').toBe(at === 0)
      }
    }
    expect(acted.length, register.name).toBe(versions)
  }
})

test('creating an entry copies nothing to its past', async () => {
  for (const register of registers()) {
    const [row] = await world.sql(
      `select count(*)::int as count from {{schema}}.${register.name}_version past where not exists (select from {{schema}}.${register.name} own where own.id = past.id and own.version > past.version)`,
    )

    expect(row, register.name).toEqual({ count: 0 })
  }
  const { id } = await a.technology(world)
  expect(await world.sql('select 1 from {{schema}}.technology_version where id = $1', [id])).toEqual([])
})

test('the history tells each change once: what an act left is what the next one found', async () => {
  const technology = world.store.catalogue.need('technology')
  let changes = 0
  for (const { id } of await world.sql('select id from {{schema}}.technology order by version desc limit 25')) {
    const told = await entryHistory(world.store, technology, world.as('planner'), String(id))
    if (!('lines' in told)) throw new Error(told.words.zh)
    const seen = new Map<string, unknown>()
    for (const line of [...told.lines].reverse()) {
      for (const { field, before, after } of line.changes) {
        expect(before).toEqual(seen.get(field) ?? null)
        expect(after).not.toEqual(before)
        seen.set(field, after)
        changes += 1
      }
      expect(line.actLabel.zh).toMatch(/\p{Script=Han}/u)
      expect(line.person).not.toBe('系统')
    }
    expect(told.lines.map(({ version }) => version)).toEqual(told.lines.map((_line, at) => told.lines.length - at))
  }
  expect(changes).toBeGreaterThan(100)
})

test('a clock that was set back never makes a version end before it began', async () => {
  world.clock.at('2026-12-02T10:00:00+08:00')
  const { id } = await a.technology(world)
  world.clock.at('2026-12-01T10:00:00+08:00')

  await must(world.edit('kunshan', 'technology', { id, version: 1 }, { title: '时钟回拨' }))
  await must(
    world
      .edit('kunshan', 'technology', { id, version: 2 }, { area: '320505' })
      .then((outcome) => (outcome.ok ? outcome : world.edit('kunshan', 'technology', { id, version: 2 }, { title: '再改' }))),
  )

  const chain = (await chainsOf(world.store.catalogue.need('technology'))).get(id)!
  for (const row of chain) expect(row['recordedTo'] === null || String(row['recordedTo']) >= String(row['changedAt'])).toBe(true)
})

/** The versions of each entry, oldest first. */
async function chainsOf(register: Register): Promise<ReadonlyMap<string, readonly Row[]>> {
  const columns = ['id', 'no', 'state', 'version', 'createdAt', 'createdBy', 'changedAt', 'changedBy', 'event']
    .map((field) => `${columnName(field)} as "${field}"`)
    .join(', ')
  const rows = await world.sql(
    `select ${columns}, null as "recordedTo" from {{schema}}.${register.name} union all select ${columns}, recorded_to from {{schema}}.${register.name}_version order by version`,
  )
  const chains = new Map<string, Row[]>()
  for (const row of rows) chains.set(String(row['id']), [...(chains.get(String(row['id'])) ?? []), row])
  return chains
}
