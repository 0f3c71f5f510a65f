import { afterAll, beforeAll, expect, test } from 'vitest'
import { type WorkList, workList } from '#contract/work-list.ts'
import { holds, type Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Register } from '#engine/define/register.ts'
import { findRows } from '#engine/store/find.ts'
import { poolReader } from '#engine/store/read.ts'
import { remindOfDue } from '#modules/collaboration/index.ts'
import { populate } from '#tests/support/populated.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
  await populate(world)
}, 120_000)
afterAll(() => world?.close())

test('the work list of everybody is what the definitions say of each entry in memory: the first step marked next that they may make', async () => {
  for (const [who, actor] of world.actors) {
    const { seen, counts, kinds } = await walked(who)
    const expected = await inMemory(actor)

    expect([who, seen.map(nameOf).sort()]).toEqual([who, expected.map(nameOf).sort()])
    expect(counts.todo).toBe(expected.length)
    expect(Object.fromEntries(kinds.map(({ register, move, count }) => [`${register} ${move}`, count]))).toEqual(
      Object.fromEntries(
        [...Map.groupBy(expected, ({ register, move }) => `${register} ${move}`)].map(([kind, all]) => [kind, all.length]),
      ),
    )
  }
})

test('everybody is reminded of as much as their own work list says is due', async () => {
  world.clock.at('2026-09-15T09:00:00+08:00')

  await remindOfDue(world.store)

  let due = 0
  for (const [who, { person, post }] of world.actors) {
    const { counts } = workList.parse(await world.ask(who, 'collaboration.work-list', {}))
    const told = await world.sql(
      `select kind, many from {{schema}}.notice where person = $1 and post = $2 and kind in ('overdue', 'due')`,
      [person, post],
    )
    const of = (kind: string) => told.find((each) => each['kind'] === kind)?.['many'] ?? 0
    expect([who, of('overdue'), of('due')]).toEqual([who, counts.overdue, counts.soon])
    due += counts.overdue
  }
  expect(due).toBeGreaterThan(10)
})

interface Step {
  readonly register: string
  readonly move: string
  readonly id: string
}

const nameOf = ({ register, move, id }: Step) => `${register} ${move} ${id}`

/** Every page, nothing put together. */
async function walked(who: string) {
  const seen: WorkList['items'] = []
  let page: WorkList
  let cursor: string | undefined
  do {
    page = workList.parse(await world.ask(who, 'collaboration.work-list', { single: 'yes', limit: 7, ...(cursor && { cursor }) }))
    seen.push(...page.items)
    cursor = page.cursor
  } while (cursor)
  return { seen, counts: page.counts, kinds: page.kinds }
}

async function inMemory(actor: Actor): Promise<readonly Step[]> {
  const found: Step[] = []
  for (const register of world.store.catalogue.all) {
    const eyes = { store: world.store, reader: poolReader(world.store), actor }
    const may = (row: Row, right: string) => holds(register.access[right] ?? { always: false }, register, row, actor)
    for (const row of await findRows(eyes, register, { always: true })) {
      const move = nextOf(register, row).find((each) => may(row, 'read') && may(row, each))
      if (move) found.push({ register: register.name, move, id: String(row['id']) })
    }
  }
  return found
}

function nextOf({ states, moves }: Register, row: Row): readonly string[] {
  const today = world.clock.now().toISOString().slice(0, 10)
  return Object.keys(states[String(row['state'])]!.moves).filter((move) => {
    const { next, due } = moves[move]!
    const first = due && 'waits' in due && due.waits && due.from ? row[due.from] : undefined
    return next && (typeof first !== 'string' || first < today)
  })
}
