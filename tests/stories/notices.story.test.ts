import { afterAll, beforeAll, expect, test } from 'vitest'
import { type NoticeList, noticeList, unreadNotices } from '#contract/notices.ts'
import { followEvents, remindOfDue } from '#modules/collaboration/index.ts'
import { a } from '#tests/support/builders.ts'
import { followAll } from '#tests/support/follow.ts'
import { must, openWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await followAll(world)
})
afterAll(() => world?.close())

test('who makes the next step is told that something waits, and who handed it in what became of it', async () => {
  const entry = await a.technology(world, { by: 'applicant', steps: 1, values: { title: '等县级审核' } })
  await followAll(world)
  expect((await told('kunshan'))[0]).toMatchObject({ kind: 'waiting', title: '等县级审核', actLabel: { zh: '提交' }, read: false, many: 1 })
  for (const who of ['suzhou', 'jiangning', 'applicant', 'leader'])
    expect((await told(who)).map(({ title }) => title)).not.toContain('等县级审核')

  await must(world.move('kunshan', 'technology', entry, 'return', '补充检测报告'))
  await followAll(world)
  expect((await told('applicant'))[0]).toMatchObject({ kind: 'returned', title: '等县级审核', reason: '补充检测报告' })
})

test('what was done in the meantime no longer waits, and nobody is told of their own act', async () => {
  const entry = await a.technology(world, { by: 'kunshan', steps: 2, values: { title: '一口气办完' } })
  await followAll(world)
  expect((await told('kunshan')).filter(({ entry: about }) => about === entry.id)).toEqual([])
  expect((await told('kunshan-leader')).filter(({ entry: about }) => about === entry.id)).toMatchObject([{ kind: 'waiting' }])
})

test('following twice, or again from an earlier place as after a crash, tells nobody twice', async () => {
  await followAll(world)
  const before = await world.sql('select count(*)::int as count from {{schema}}.notice')
  expect(await followEvents(world.store)).toBe(0)
  await world.sql(`update {{schema}}.follower set xid = '0'`)
  const [first, second] = await Promise.all([followEvents(world.store), followEvents(world.store)])
  expect(first + second).toBe(
    Number((await world.sql('select count(*)::int as count from {{schema}}.notice'))[0]!['count']) - Number(before[0]!['count']),
  )
  await world.sql(`update {{schema}}.follower set xid = '0'`)
  expect(await followEvents(world.store)).toBe(0)
})

test('an event that is not committed yet is not passed over', async () => {
  await followAll(world)
  const slow = await world.database.database.pool.connect()
  await slow.query('begin')
  await slow.query(`select pg_current_xact_id()`)
  const entry = await a.technology(world, { by: 'applicant', steps: 1, values: { title: '晚到' } })
  await followEvents(world.store)
  const early = (await told('kunshan')).filter(({ entry: about }) => about === entry.id)
  await slow.query('commit')
  slow.release()
  await followAll(world)

  expect(early).toEqual([])
  expect((await told('kunshan')).filter(({ entry: about }) => about === entry.id)).toHaveLength(1)
})

test('a copy and a call are told to those they are for', async () => {
  const entry = await a.technology(world, { steps: 1, values: { title: '抄送件' } })
  await must(
    world.give('kunshan', 'collaboration.copy-to', { register: 'technology', entry: entry.id, posts: [world.as('suzhou-leader').post] }),
  )
  const { call } = await must(
    world.give<{ call: string }>('planner', 'selection.start-call', { title: '申报通知', register: 'technology' }),
  )
  await must(
    world.edit(
      'planner',
      'call',
      { id: call, version: 1 },
      { issuer: '省科技厅', noticeNo: '测〔2026〕1号', noticeDate: '2026-06-01', opensOn: '2026-06-01', closesOn: '2026-07-31' },
    ),
  )
  await must(world.give('planner', 'selection.open-call', { call }))
  await followAll(world)

  expect((await told('suzhou-leader')).find(({ kind }) => kind === 'copied')).toMatchObject({ entry: entry.id, title: '抄送件' })
  for (const who of ['suzhou', 'applicant', 'jiangning'])
    expect((await told(who)).find(({ kind }) => kind === 'called')).toMatchObject({ entry: call, title: '申报通知' })
  for (const who of ['leader', 'auditor', 'planner']) expect((await told(who)).filter(({ kind }) => kind === 'called')).toEqual([])
})

test('what one may no longer read keeps its line and loses its words', async () => {
  const entry = await a.technology(world, { by: 'applicant', steps: 1, values: { title: '后来移走' } })
  await followAll(world)
  await world.sql(`update {{schema}}.technology set area = '320115', created_by = $2 where id = $1`, [
    entry.id,
    world.as('jiangning').person,
  ])
  const own = (await told('kunshan')).find(({ entry: about }) => about === entry.id)
  expect(own).toMatchObject({ title: '', readable: false, reason: null })
})

test('notices are counted until they are read, each person’s own; a kind that is refused is not made', async () => {
  const unread = async () => unreadNotices.parse(await world.ask('kunshan', 'collaboration.unread-notices', {})).unread
  const before = await unread()
  const [one] = await told('kunshan')
  expect(await must(world.give('planner', 'collaboration.read-notices', { notices: [one!.id] }))).toEqual({ read: 0 })
  expect(await must(world.give('kunshan', 'collaboration.read-notices', { notices: [one!.id] }))).toEqual({ read: 1 })
  expect(await unread()).toBe(before - 1)
  await must(world.give('kunshan', 'collaboration.read-notices', {}))
  expect(await unread()).toBe(0)

  await must(world.give('kunshan', 'collaboration.choose-notices', { kind: 'waiting', wanted: false }))
  await a.technology(world, { by: 'applicant', steps: 1 })
  await followAll(world)
  expect(await unread()).toBe(0)
  await must(world.give('kunshan', 'collaboration.choose-notices', { kind: 'waiting', wanted: true }))
})

test('on each working day one reminder of what is overdue, none on a day off', async () => {
  world.clock.at('2026-06-20T09:00:00+08:00')
  expect(await remindOfDue(world.store)).toBe(0)
  world.clock.at('2026-06-22T09:00:00+08:00')
  expect(await remindOfDue(world.store)).toBeGreaterThan(0)
  expect(await remindOfDue(world.store)).toBe(0)
  const [overdue] = (await told('kunshan')).filter(({ kind }) => kind === 'overdue')
  expect(overdue).toMatchObject({ register: null, entry: null })
  expect(overdue!.many).toBeGreaterThan(0)
})

async function told(who: string): Promise<NoticeList['items']> {
  return noticeList.parse(await world.ask(who, 'collaboration.notices', {})).items
}
