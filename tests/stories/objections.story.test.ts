import { afterAll, beforeAll, expect, test } from 'vitest'
import { shipped } from '#apps/api/installation.ts'
import { type ObjectionsView, objectionsView } from '#contract/objections.ts'
import { openObjections } from '#modules/selection/index.ts'
import { aPractice, practice } from '#tests/support/recommended-register.ts'
import { must, openWorld, refused, type Seen, type World } from '#tests/support/world.ts'

const CONTENT = { from: '某公司', content: '名单中的技术并非其所有' }
let world: World
let batch: string
let entries: Seen[]

beforeAll(async () => {
  world = await openWorld({ shipped: shipped([practice]) })
  entries = [await aPractice(world, { steps: 3 }), await aPractice(world, { steps: 3 })]
  batch = await onNotice(entries)
}, 60_000)
afterAll(() => world?.close())

test('an objection on the last day of the notice is taken, late in the evening too, and the entry stands in objection', async () => {
  world.clock.at('2026-06-12T23:59:00+08:00')

  const { objection } = await must(raise(entries[0]!))

  expect((await view()).objections).toMatchObject([{ id: objection, state: 'received', from: '某公司', receivedOn: '2026-06-12' }])
  expect(await stateOf(entries[0]!)).toBe('objected')
})

test('the day after it is refused, and told where to go', async () => {
  world.clock.at('2026-06-13T00:01:00+08:00')

  const refusal = await refused(raise(entries[1]!))

  expect(refusal.code).toBe('objection.time')
  expect(refusal.words.zh).toContain('公示已于 2026-06-12 结束')
  expect((await view()).mayRaise).toBe(false)
})

test('while it is open the notice is not closed, and the objection is named', async () => {
  expect(await openObjections(world.store, batch)).toHaveLength(1)
  const refusal = await refused(world.give('planner', 'selection.close-notice', { batch }))

  expect(refusal.code).toBe('move.needs')
  expect(refusal.words.zh).toMatch(/还有 1 件异议未处理完毕：做法\d+/)
})

test('dismissed, the entry is on notice again and the notice can be closed; it is settled once', async () => {
  const [{ id }] = (await view()).objections as [ObjectionsView['objections'][number]]
  const settled = { objection: id, decision: 'dismissed', conclusion: '经核查，权属清楚' }

  await must(world.give('planner', 'selection.settle-objection', settled))

  expect(await stateOf(entries[0]!)).toBe('onNotice')
  expect((await view()).objections).toMatchObject([{ state: 'dismissed', conclusion: '经核查，权属清楚' }])
  expect((await refused(world.give('planner', 'selection.settle-objection', settled))).code).toBe('entry.wrong-state')
  expect(await openObjections(world.store, batch)).toEqual([])
  await must(world.give('planner', 'selection.close-notice', { batch }))
})

test('upheld, the entry leaves the batch with the conclusion as its reason; two objections to one entry are settled one by one', async () => {
  world.clock.at('2026-06-01T09:00:00+08:00')
  const own = [await aPractice(world, { steps: 3 }), await aPractice(world, { steps: 3 })]
  batch = await onNotice(own)
  const first = await must(raise(own[0]!))
  const second = await must(raise(own[0]!))
  const settle = (objection: string, decision: string) =>
    must(world.give('head', 'selection.settle-objection', { objection, decision, conclusion: '证据属实' }))

  await settle(first.objection, 'dismissed')
  expect(await stateOf(own[0]!)).toBe('objected')
  await settle(second.objection, 'upheld')

  const [row] = await world.sql('select state, batch from {{schema}}.practice where id = $1', [own[0]!.id])
  expect(row).toMatchObject({ state: 'accepted', batch: null })
  const [act] = await world.sql(
    `select event.reason from {{schema}}.event event join {{schema}}.event_entry act on act.event = event.id where act.entry = $1 and act.act = 'takeOut'`,
    [own[0]!.id],
  )
  expect(act).toMatchObject({ reason: '证据属实' })
})

test('who objects is not told to the cities, and only the province settles', async () => {
  expect((await view('suzhou')).objections).toEqual([])
  expect((await refused(world.give('suzhou', 'selection.raise-objection', { batch, entry: entries[0]!.id, ...CONTENT }))).code).toBe(
    'command.no-right',
  )
})

test('an entry of another batch is not objected to in this one', async () => {
  expect((await refused(raise(entries[0]!))).code).toBe('objection.foreign-entry')
})

async function onNotice(those: readonly Seen[]): Promise<string> {
  const made = await must(world.give<{ batch: string }>('planner', 'selection.start-batch', { title: '做法', register: 'practice' }))
  await must(world.give('planner', 'selection.add-to-batch', { batch: made.batch, entries: those.map(({ id }) => id) }))
  await must(world.give('planner', 'selection.open-notice', { batch: made.batch, from: '2026-06-01', to: '2026-06-12' }))
  return made.batch
}

function raise({ id }: Seen) {
  return world.give<{ objection: string }>('planner', 'selection.raise-objection', { batch, entry: id, ...CONTENT })
}

async function view(who = 'planner'): Promise<ObjectionsView> {
  return objectionsView.parse(await world.ask(who, 'selection.objections', { batch }))
}

async function stateOf({ id }: Seen): Promise<unknown> {
  const [row] = await world.sql('select state from {{schema}}.practice where id = $1', [id])
  return row?.['state']
}
