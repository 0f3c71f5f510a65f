import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HandOverAnswer, PostsOfUnits } from '#contract/posts.ts'
import { type WorkList, workList } from '#contract/work-list.ts'
import type { Actor } from '#engine/define/actor.ts'
import { entryHistory } from '#engine/store/entries.ts'
import { type Api, openApi } from '#tests/support/api.ts'
import { a } from '#tests/support/builders.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

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

const give = (who: string, input: object) =>
  world.give<HandOverAnswer>(who, 'directory.hand-over', { reason: '轮岗', fromOn: '2026-06-01', ...input })
const fresh = (loginName: string) => ({ name: '新任经办', phone: '13900001111', loginName })
const unitsSeenBy = async (who: string) => ((await world.ask<PostsOfUnits>(who, 'directory.posts-of-unit', {})) as PostsOfUnits).units

test('a post passes to a new person, who finds what waited and must change the one-time password', async () => {
  const { id } = await a.technology(world, { steps: 1, values: { title: '等待县级审核' } })
  const clerk = world.as('kunshan')

  const answer = await must(give('kunshan-leader', { post: clerk.post, person: fresh('kunshan-new') }))

  const opened = await api.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { loginName: 'kunshan-new', password: answer.password },
  })
  expect(opened.json()).toMatchObject({ mustChangePassword: true })
  const successor: Actor = { ...clerk, person: answer.person as Actor['person'] }
  const waiting = workList.parse(await world.ask<WorkList>(successor, 'collaboration.work-list', {}))
  expect(waiting.items.map((item) => item.id)).toContain(id)

  const old = await api.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { loginName: 'kunshan', password: 'Lantu-demo-2026' },
  })
  expect(old.json()).toMatchObject({ code: 'session.no-post' })

  const history = await entryHistory(world.store, world.store.catalogue.need('post'), world.as('admin'), clerk.post)
  expect('lines' in history && history.lines[0]).toMatchObject({ act: 'handOver', reason: '轮岗', actLabel: { zh: '交接' } })
})

test('the answer of a repeated request tells the password no more, and it lies nowhere', async () => {
  const input = { post: world.as('sip').post, person: fresh('sip-new'), fromOn: '2026-06-01', reason: '轮岗' }
  const first = await must(world.give<HandOverAnswer>('sip-leader', 'directory.hand-over', input, 'once'))

  const again = await must(world.give<HandOverAnswer>('sip-leader', 'directory.hand-over', input, 'once'))

  expect(first.password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
  expect(again).toEqual({ tenure: first.tenure, person: first.person, loginName: 'sip-new' })
  const [kept] = await world.sql(`select answer::text as answer from {{schema}}.idempotency where key = 'once'`)
  expect(kept!['answer']).not.toContain(first.password!)
})

test('nobody hands over a post of another unit, and an applicant none', async () => {
  const post = world.as('suzhou').post

  expect((await refused(give('kunshan-leader', { post, person: fresh('x1') }))).code).toBe('entry.no-right')
  expect((await refused(give('applicant', { post, person: fresh('x2') }))).code).toBe('command.no-right')
  expect(await world.sql(`select 1 from lantu.account where login_name in ('x1', 'x2')`)).toEqual([])
})

test('a taken login name leaves no person and no tenure behind', async () => {
  const count = async () =>
    (await world.sql('select (select count(*) from {{schema}}.person) + (select count(*) from {{schema}}.tenure) as n'))[0]!['n']
  const before = await count()

  expect((await refused(give('nanjing-leader', { post: world.as('nanjing').post, person: fresh('PLANNER') }))).code).toBe(
    'account.login-name-taken',
  )

  expect(await count()).toBe(before)
})

test('a colleague takes a post on a day to come; until then the holder stays', async () => {
  const colleague = world.as('jiangning-leader').person

  await must(give('jiangning', { post: world.as('jiangning').post, person: colleague, fromOn: '2026-07-01' }))

  const [unit] = await unitsSeenBy('jiangning')
  expect(unit!.posts[0]).toMatchObject({ holder: { name: '丁书言' }, next: { person: colleague, fromOn: '2026-07-01' } })
  expect((await refused(give('jiangning', { post: world.as('jiangning').post, person: fresh('x3') }))).code).toBe('post.hand-over-day')
})

test('officers cannot call in people of other units by their ids', async () => {
  expect((await refused(give('suzhou', { post: world.as('suzhou').post, person: world.as('planner').person }))).code).toBe(
    'post.unknown-person',
  )
})

test('everybody sees the posts of the own unit with what is missing; a city those in its area, the administrator all', async () => {
  const [own] = await unitsSeenBy('applicant')
  expect(own).toMatchObject({ title: '昆山微纳光电有限公司（演示）', missing: [{ duty: 'leader' }, { duty: 'liaison' }] })
  expect((await unitsSeenBy('suzhou')).every(({ area }) => area.startsWith('3205'))).toBe(true)
  expect((await unitsSeenBy('admin')).length).toBe(11)
})
