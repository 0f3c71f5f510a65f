import { afterAll, beforeAll, expect, test } from 'vitest'
import { type WorkList, workList } from '#contract/work-list.ts'
import { a } from '#tests/support/builders.ts'
import { must, openWorld, type World } from '#tests/support/world.ts'

let world: World
const ids: string[] = []

/** One entry of Kunshan waits at each step of the line. */
beforeAll(async () => {
  world = await openWorld()
  for (let steps = 0; steps <= 8; steps++) ids.push((await a.technology(world, { steps, values: { title: `第${steps}步` } })).id)
  ids.push((await a.technology(world, { steps: 1, area: '320115', values: { title: '江宁' } })).id)
})
afterAll(() => world?.close())

test.each([
  ['kunshan', ['第0步 submit', '第1步 checkCounty']],
  ['kunshan-leader', ['第2步 approveCounty']],
  ['suzhou', ['第0步 submit', '第3步 checkCity']],
  ['suzhou-leader', ['第4步 recommend']],
  ['planner', ['第5步 accept', '第6步 passForm', '第7步 passReview']],
  ['jiangning', ['江宁 checkCounty']],
  ['nanjing', []],
  ['sip', []],
  ['leader', []],
  ['auditor', []],
  ['admin', []],
  ['applicant', []],
])('the work list of %s shows that post’s own next step and no other', async (who, expected) => {
  expect((await of(who)).items.filter(({ register }) => register === 'technology').map(({ title, move }) => `${title} ${move}`)).toEqual(
    expected,
  )
})

test('what the work list offers can be done, then stands among the things done and with the next post', async () => {
  const [item] = (await of('kunshan-leader')).items

  await must(world.move('kunshan-leader', 'technology', { id: item!.id, version: 3 }, item!.move))

  expect((await of('kunshan-leader')).items).toEqual([])
  expect((await of('kunshan-leader')).done[0]).toMatchObject({ id: item!.id, title: item!.title, actLabel: { zh: '县级领导同意' } })
  expect((await of('suzhou')).items.map(({ id }) => id)).toContain(item!.id)
})

test('an entry returned to its author is the author’s to hand in again', async () => {
  const entry = await a.technology(world, { by: 'applicant', steps: 1, values: { title: '被退回' } })
  await must(world.move('kunshan', 'technology', entry, 'return', '补材料'))

  expect((await of('applicant')).items).toMatchObject([
    { title: '被退回', move: 'submit', moveLabel: { zh: '提交' }, stateLabel: { zh: '退回修改' }, areaTitle: '昆山市' },
  ])
})

test('the oldest waits first', async () => {
  world.clock.at('2026-06-03T09:00:00+08:00')
  await a.technology(world, { steps: 5, values: { title: '新来' } })

  expect((await of('planner')).items.map(({ title }) => title)).toEqual(['第5步', '第6步', '第7步', '新来'])
})

async function of(who: string): Promise<WorkList> {
  return workList.parse(await world.ask(who, 'collaboration.work-list', {}))
}
