import { afterAll, beforeAll, expect, test } from 'vitest'
import { type WorkList, workList } from '#contract/work-list.ts'
import { holds, type Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Register } from '#engine/define/register.ts'
import type { Outcome } from '#engine/store/command.ts'
import { findRows } from '#engine/store/find.ts'
import { answer } from '#engine/store/query.ts'
import { poolReader } from '#engine/store/read.ts'
import { remindOfDue } from '#modules/collaboration/index.ts'
import { a } from '#tests/support/builders.ts'
import { populate } from '#tests/support/populated.ts'
import { must, openWorld, type World } from '#tests/support/world.ts'

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

test('what one process remembers of a work list is what is true after another has written: entries, copies, days off, days of a call', async () => {
  world.clock.at('2026-06-02T09:00:00+08:00')
  const other = { ...world.store }
  const listOf = async (who: string, store = other) =>
    workList.parse(
      await answer(world.installation.shipped.queries.get('collaboration.work-list')!, { store, actor: world.as(who) }, { limit: 100 }),
    )
  const told = (store?: typeof other) => Promise.all(['kunshan', 'kunshan-leader', 'suzhou', 'planner'].map((who) => listOf(who, store)))
  const { call } = await must(
    world.give<{ call: string }>('planner', 'selection.start-call', { title: '年度技术申报', register: 'technology' }),
  )
  const days = { noticeDate: '2026-05-20', opensOn: '2026-06-01', closesOn: '2026-06-30' }
  await must(world.edit('planner', 'call', { id: call, version: 1 }, { issuer: '省科技厅', noticeNo: '测〔2026〕9号', ...days }))
  await must(world.give('planner', 'selection.open-call', { call }))
  const { id } = await a.technology(world)
  await world.sql('update {{schema}}.technology set call = $1, changed_xid = pg_current_xact_id() where id = $2', [call, id])
  const acts: readonly (() => Promise<Outcome<unknown>>)[] = [
    () => world.give('planner', 'selection.extend-call', { call, closesOn: '2026-07-10', reason: '顺延' }),
    () => world.give('kunshan', 'collaboration.copy-to', { register: 'technology', entry: id, posts: [world.as('suzhou').post] }),
    () => world.edit('kunshan', 'technology', { id, version: 1 }, { title: '改了名称的技术' }),
    () => world.move('kunshan', 'technology', { id, version: 2 }, 'submit'),
    () => {
      const rows = [{ day: '2026-06-03', type: '放假', name: '测试假日' }]
      return world.give('planner', 'selection.import-calendar', { year: 2026, basis: '测试', rows })
    },
  ]

  for (const act of acts) {
    const before = await told()
    expect(await told()).toEqual(before)
    await must(act())
    const after = await told()
    expect(after).toEqual(await told({ ...world.store }))
    expect(after).not.toEqual(before)
  }
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
