import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { TakeBackWindowView } from '#contract/take-back.ts'
import { execute } from '#engine/store/command.ts'
import { historyOf } from '#engine/store/history.ts'
import { followEvents } from '#modules/collaboration/index.ts'
import { type Api, openApi } from '#tests/support/api.ts'
import { a } from '#tests/support/builders.ts'
import { giveAddress, mailChannel, outbox, setChannel, tell } from '#tests/support/delivery.ts'
import { followAll } from '#tests/support/follow.ts'
import { mailServer } from '#tests/support/mail-server.ts'
import { must, openWorld, refused, type Seen, type World } from '#tests/support/world.ts'

let world: World
let api: Api

beforeAll(async () => {
  world = await openWorld()
  api = await openApi(world)
})
afterAll(async () => {
  await api?.close()
  await world?.close()
})

const technology = () => world.store.catalogue.need('technology')
const commands = () => world.installation.shipped.entryCommands.get('technology')!
const given = (who: string) => ({ actor: world.as(who), request: 'test' })
const seen = ({ id, version }: Seen): Seen => ({ id, version })
const reserve = (entries: readonly Seen[]) => must(execute(world.store, commands().moveSet, given('kunshan'), { entries, move: 'reserve' }))
const takeBack = (who: string, event: string, entries?: readonly string[]) =>
  execute(world.store, commands().takeBack, given(who), { event, ...(entries && { entries }) })
const stateOf = async (id: string) => (await world.sql('select state, version from {{schema}}.technology where id = $1', [id]))[0]
const drafts = async () => [await a.technology(world), await a.technology(world)].map(seen)

describe('what somebody has just done', () => {
  test('is taken back as a new version; both the move and its taking back stay in the history', async () => {
    const entries = await drafts()
    const { event } = await reserve(entries)

    const answer = await must(takeBack('kunshan', event))

    expect(answer.entries).toEqual(entries.map(({ id }) => ({ id, version: 3, state: 'draft' })))
    const lines = await historyOf(world.store, technology(), entries[0]!.id)
    expect(lines.map(({ act, reason, from, to }) => ({ act, reason, from, to }))).toMatchObject([
      { act: 'takeBack', reason: '取回“转入储备”', from: 'reserve', to: 'draft' },
      { act: 'reserve', from: 'draft', to: 'reserve' },
      { act: 'create' },
    ])
  })

  test('gets back the fields that the move filled', async () => {
    const entry = await a.technology(world, { steps: 6 })
    const asked = await must(world.move('planner', 'technology', entry, 'askSupplement', '缺检测报告'))
    expect(asked.row['supplementAskedOn']).not.toBeNull()

    await must(takeBack('planner', String(asked.row['event'])))

    expect(await world.sql('select state, supplement_asked_on from {{schema}}.technology where id = $1', [entry.id])).toEqual([
      { state: 'accepted', supplement_asked_on: null },
    ])
  })

  test('is taken back by nobody else, and not as another post', async () => {
    const { event } = await reserve(await drafts())

    expect((await refused(takeBack('suzhou', event))).code).toBe('take-back.unknown')
    expect((await refused(takeBack('planner', event))).code).toBe('take-back.unknown')
  })

  test('cannot be taken back once the minutes are over', async () => {
    const { event } = await reserve(await drafts())
    world.clock.at('2026-06-01T09:10:01+08:00')

    expect(await refused(takeBack('kunshan', event))).toMatchObject({ code: 'take-back.too-late', kind: 'state' })
    world.clock.at('2026-06-01T09:00:00+08:00')
  })

  test('stays for all when one has moved on, which is named; the rest is taken back without it', async () => {
    const [moved, still] = (await drafts()) as [Seen, Seen]
    const { event } = await reserve([moved, still])
    await must(world.move('kunshan', 'technology', { ...moved, version: 2 }, 'start'))

    const refusal = await refused(takeBack('kunshan', event))

    expect(refusal.code).toBe('entry.set-refused')
    expect(refusal.faults?.map(({ path }) => path)).toEqual([moved.id])
    expect(await stateOf(still.id)).toEqual({ state: 'reserve', version: 2 })
    await must(takeBack('kunshan', event, [still.id]))
    expect(await stateOf(still.id)).toEqual({ state: 'draft', version: 3 })
  })

  test('is taken back once: a second time there is nothing more', async () => {
    const { event } = await reserve(await drafts())
    await must(takeBack('kunshan', event))

    expect((await refused(takeBack('kunshan', event))).code).toBe('entry.set-refused')
  })

  test('is no taking back for a change of fields, or for what a command of a module did', async () => {
    const entry = seen(await a.technology(world))
    const edited = await must(world.edit('kunshan', 'technology', entry, { people: '改一改' }))

    expect((await refused(takeBack('kunshan', String(edited.row['event'])))).code).toBe('take-back.unknown')
  })

  test('is no news any more: who was told of it has nothing unread, who was not told never is', async () => {
    const told = await a.technology(world, { steps: 3 })
    const later = await a.technology(world, { steps: 3 })
    const first = await must(world.move('suzhou', 'technology', told, 'return', '请补充指标'))
    // Transactions of other databases on the same server hold the follower up.
    await vi.waitFor(async () => expect(await followEvents(world.store)).toBeGreaterThan(0), { timeout: 10_000 })
    await must(takeBack('suzhou', String(first.row['event'])))
    const second = await must(world.move('suzhou', 'technology', later, 'return', '请补充指标'))
    await must(takeBack('suzhou', String(second.row['event'])))

    await vi.waitFor(
      async () => {
        await followEvents(world.store)
        const notices = await world.sql('select event, read_at is null as unread from {{schema}}.notice where event = any($1)', [
          [first.row['event'], second.row['event']],
        ])
        expect(new Set(notices.map(({ event, unread }) => `${String(event)} ${String(unread)}`))).toEqual(
          new Set([`${String(first.row['event'])} false`]),
        )
      },
      { timeout: 10_000 },
    )
  })
})

describe('what stands in a recommendation letter', () => {
  test('cannot be taken back while the letter holds; what the province did after it can', async () => {
    const entry = await a.technology(world, { steps: 4 })
    const moved = await must(world.move('suzhou-leader', 'technology', entry, 'recommend'))
    await must(world.give('suzhou-leader', 'selection.issue-recommendation', { register: 'technology', entries: [entry.id] }))

    const refusal = await refused(takeBack('suzhou-leader', String(moved.row['event'])))

    expect(refusal.code).toBe('move.needs')
    expect(refusal.words.zh).toContain('已列入推荐函')
    const accepted = await must(world.move('planner', 'technology', { id: entry.id, version: entry.version + 1 }, 'accept'))
    await must(takeBack('planner', String(accepted.row['event'])))
    expect(await stateOf(entry.id)).toMatchObject({ state: 'recommended' })
  })
})

describe('over HTTP', () => {
  test('an entry offers it to who moved it, until when, and to nobody else', async () => {
    const entry = await a.technology(world, { steps: 3 })
    const suzhou = await api.as('suzhou')
    const moved = await suzhou.post(
      `/registers/technology/entries/${entry.id}/moves/return`,
      { reason: '请补充' },
      { 'if-match': `"${entry.version}"` },
    )
    const { takeBack: offer } = moved.json() as { takeBack: { event: string; until: string } }

    expect(offer.until).toBe('2026-06-01T01:10:00.000Z')
    const others = await (await api.as('planner')).get(`/registers/technology/entries/${entry.id}`)
    expect(others.json()).not.toHaveProperty('takeBack')
    const back = await suzhou.post('/registers/technology/take-back', { event: offer.event })
    expect(back.json()).toMatchObject({ entries: [{ id: entry.id, state: 'countyApproved' }] })
    const again = await suzhou.get(`/registers/technology/entries/${entry.id}`)
    expect(again.json()).not.toHaveProperty('takeBack')
  })
})

test('what leaves the house of it leaves when it can no longer be taken back, and not at all when it was', async () => {
  const own = await openWorld()
  const server = await mailServer()
  await giveAddress(own, 'kunshan', { mail: 'clerk@ks.example.cn' })
  await setChannel(own, mailChannel(server.port))
  await followAll(own)
  await a.technology(own, { by: 'applicant', steps: 1, values: { title: '不取回的' } })
  const gone = await a.technology(own, { by: 'applicant', steps: 1, values: { title: '取回的' } })
  await tell(own)
  expect(server.received).toEqual([])

  const [act] = await own.sql('select event from {{schema}}.event_entry where entry = $1 and version = 2', [gone.id])
  const command = own.installation.shipped.entryCommands.get('technology')!.takeBack
  await must(execute(own.store, command, { actor: own.as('applicant'), request: 'test' }, { event: String(act!['event']) }))
  own.clock.at('2026-06-01T09:10:01+08:00')
  await tell(own)

  expect(server.received.map(({ to }) => to)).toEqual([['clerk@ks.example.cn']])
  expect(server.received[0]!.head).toContain('您有 1 件')
  expect((await outbox(own)).map(({ state }) => state).toSorted()).toEqual(['given_up', 'sent'])
  await server.close()
  await own.close()
})

describe('the window', () => {
  const set = (who: string, minutes: number, seen: number) =>
    world.give(who, 'collaboration.set-take-back-window', { minutes, reason: '处务会议定', seen })
  const windowOf = () => world.ask<TakeBackWindowView>('head', 'collaboration.take-back-window', {}) as Promise<TakeBackWindowView>

  test('is what the installation says until the division head sets it; every change stands in the history', async () => {
    expect(await windowOf()).toEqual({ minutes: 10, unlessSet: 10, version: 0, changes: [] })

    await must(set('head', 30, 0))
    await must(set('admin', 5, 1))

    const { minutes, version, changes } = await windowOf()
    expect([minutes, version]).toEqual([5, 2])
    expect(changes.map((each) => each.minutes)).toEqual([5, 30])
  })

  test('is changed by nobody else, not beyond a day, and not over what somebody set meanwhile', async () => {
    const { version } = await windowOf()

    expect((await refused(set('planner', 20, version))).kind).toBe('forbidden')
    expect((await refused(set('head', 1441, version))).code).toBe('input.invalid')
    expect((await refused(set('head', -1, version))).code).toBe('input.invalid')
    expect((await refused(set('head', 20, version - 1))).code).toBe('take-back.window-changed')
  })

  test('that held when something was done decides, whatever it became later', async () => {
    const entries = await drafts()
    await must(set('head', 30, (await windowOf()).version))
    world.clock.at('2026-06-10T10:00:00+08:00')
    const { event } = await reserve(entries)
    world.clock.at('2026-06-10T10:05:00+08:00')
    await must(set('head', 0, (await windowOf()).version))
    const later = await drafts()
    const { event: second } = await reserve(later)

    world.clock.at('2026-06-10T10:29:00+08:00')
    expect((await refused(takeBack('kunshan', second))).code).toBe('take-back.too-late')
    expect((await must(takeBack('kunshan', event))).entries).toHaveLength(2)
  })
})
