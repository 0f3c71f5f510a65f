import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { execute } from '#engine/store/command.ts'
import { a } from '#tests/support/builders.ts'
import { must, openWorld, refused, type Seen, type World } from '#tests/support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const commands = () => world.installation.shipped.entryCommands.get('technology')!
const moveSet = (who: string, entries: readonly Seen[], move: string, reason?: string) =>
  execute(world.store, commands().moveSet, { actor: world.as(who), request: 'test' }, { entries, move, ...(reason && { reason }) })
const seen = ({ id, version }: Seen): Seen => ({ id, version })

describe('a move for a set of entries', () => {
  test('is one event, and each entry has its new state and version, in the order asked for', async () => {
    const entries = [await a.technology(world), await a.technology(world), await a.technology(world)].map(seen)

    const answer = await must(moveSet('kunshan', entries, 'reserve'))

    expect(answer.entries).toEqual(entries.map(({ id }) => ({ id, version: 2, state: 'reserve' })))
    const events = await world.sql(
      `select count(distinct event)::int as events, count(*)::int as acts from {{schema}}.event_entry where act = 'reserve' and entry = any($1)`,
      [entries.map(({ id }) => id)],
    )
    expect(events).toEqual([{ events: 1, acts: 3 }])
  })

  test('is made for none when one stands against it, and all that do are named by id with their reason', async () => {
    const good = seen(await a.technology(world))
    const stale = seen(await a.technology(world))
    await must(world.edit('kunshan', 'technology', stale, { people: '他人' }))
    const elsewhere = seen(
      await must(world.move('kunshan', 'technology', seen(await a.technology(world)), 'reserve')).then(({ row }) => row as never),
    )

    const refusal = await refused(moveSet('kunshan', [good, stale, elsewhere], 'reserve'))

    expect(refusal.code).toBe('entry.set-refused')
    expect(refusal.words.zh).toContain('3 条中有 2 条不能办理')
    expect(refusal.faults?.map(({ path }) => path).sort()).toEqual([stale.id, elsewhere.id].sort())
    const [row] = await world.sql('select state, version from {{schema}}.technology where id = $1', [good.id])
    expect(row).toEqual({ state: 'draft', version: 1 })
  })

  test('asks the right on each entry: another county’s clerk moves none of them', async () => {
    const entries = [await a.technology(world), await a.technology(world)].map(seen)

    expect(await refused(moveSet('jiangning', entries, 'reserve'))).toMatchObject({ code: 'entry.not-found' })
  })
})

describe('entries made as a set', () => {
  test('are told the faults of every line, by line and field, and none is kept', async () => {
    const values = await a.technologyValues(world)
    const before = await world.sql('select count(*)::int as count from {{schema}}.technology')

    const refusal = await refused(
      execute(
        world.store,
        commands().createSet,
        { actor: world.as('kunshan'), request: 'test' },
        { values: [values, { title: '缺属地' }, { ...values, phone: '12' }] },
      ),
    )

    expect(refusal.faults?.map(({ path }) => path).sort()).toEqual(['1.area', '2.phone'])
    expect(await world.sql('select count(*)::int as count from {{schema}}.technology')).toEqual(before)
  })

  test('are one event and answered in the order given', async () => {
    const values = [await a.technologyValues(world), await a.technologyValues(world)]

    const answer = await must(execute(world.store, commands().createSet, { actor: world.as('kunshan'), request: 'test' }, { values }))

    const rows = await world.sql('select id, title from {{schema}}.technology where id = any($1)', [answer.entries.map(({ id }) => id)])
    expect(answer.entries.map(({ id }) => rows.find((row) => row['id'] === id)?.['title'])).toEqual(values.map(({ title }) => title))
  })
})
