import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copyList, doneList, lateList, startedList, type WorkList, workList } from '#contract/work-list.ts'
import { a } from '#tests/support/builders.ts'
import { countListed } from '#tests/support/count-listed.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

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
  ['kunshan', ['第1步 checkCounty', '第0步 submit']],
  ['kunshan-leader', ['第2步 approveCounty']],
  ['suzhou', ['第3步 checkCity', '第0步 submit']],
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
  expect(doneList.parse(await world.ask('kunshan-leader', 'collaboration.done', {})).items[0]).toMatchObject({
    id: item!.id,
    title: item!.title,
    actLabel: { zh: '县级领导同意' },
  })
  expect((await of('suzhou')).items.map(({ id }) => id)).toContain(item!.id)
})

test('an entry returned to its author is the author’s to hand in again', async () => {
  const entry = await a.technology(world, { by: 'applicant', steps: 1, values: { title: '被退回' } })
  await must(world.move('kunshan', 'technology', entry, 'return', '补材料'))

  expect((await of('applicant')).items).toMatchObject([
    { title: '被退回', move: 'submit', moveLabel: { zh: '提交' }, stateLabel: { zh: '退回修改' }, areaTitle: '昆山市' },
  ])
})

test('what is due first waits first, then the oldest, then what has no day', async () => {
  world.clock.at('2026-06-03T09:00:00+08:00')
  await a.technology(world, { steps: 5, values: { title: '新来' } })

  expect((await of('planner')).items.map(({ title }) => title)).toEqual(['第5步', '新来', '第6步', '第7步'])
})

test('what is overdue comes first, with the working days counted around days off', async () => {
  const late = await openWorld({ instant: '2026-09-28T09:00:00+08:00' })
  await must(
    late.give('planner', 'selection.import-calendar', {
      year: 2026,
      basis: '测试放假安排',
      rows: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'].map((day) => ({ day, type: '放假', name: '国庆节' })),
    }),
  )
  await a.technology(late, { steps: 1, values: { title: '节前交' } })
  late.clock.at('2026-10-13T09:00:00+08:00')
  await a.technology(late, { steps: 1, values: { title: '刚交' } })

  const asked = async (input: object) =>
    workList.parse(await late.ask('kunshan', 'collaboration.work-list', { register: 'technology', ...input }))
  // Five working days from 28 September, five of them off: 12 October.
  expect((await asked({})).items.map(({ title, due, lateness, days }) => [title, due, lateness, days])).toEqual([
    ['节前交', '2026-10-12', 'overdue', 1],
    ['刚交', '2026-10-20', null, 5],
  ])
  expect((await asked({})).counts).toMatchObject({ todo: 2, overdue: 1, soon: 0 })
  expect((await asked({ lateness: 'overdue' })).items.map(({ title }) => title)).toEqual(['节前交'])
  const whoIsLate = async (who: string) => lateList.parse(await late.ask(who, 'collaboration.late', {})).lines
  expect(await whoIsLate('leader')).toMatchObject([
    { register: 'technology', move: 'checkCounty', city: '320500', cityTitle: '苏州市', count: 1, due: '2026-10-12', days: 1 },
  ])
  expect((await whoIsLate('leader'))[0]!.by).toContainEqual(expect.objectContaining({ zh: '县（区）/园区经办' }))
  expect(await whoIsLate('nanjing')).toEqual([])
  for (const day of ['2026-10-05', '2026-10-12', '2026-10-13', '2026-10-17', '2026-10-20', '2026-10-21']) {
    late.clock.at(`${day}T10:00:00+08:00`)
    const [line] = await whoIsLate('leader')
    const listed = await countListed(late.store, late.as('leader'), 'technology', line?.list ?? { late: 1 })
    expect([day, listed]).toEqual([day, line?.count ?? 0])
  }
  late.clock.at('2026-10-16T09:00:00+08:00')
  expect((await asked({ lateness: 'soon' })).items.map(({ title, days }) => [title, days])).toEqual([['刚交', 2]])
  await late.close()
})

test('what is late in the row 省直 opens the list without what lies in the cities', async () => {
  const late = await openWorld({ instant: '2026-06-01T09:00:00+08:00' })
  const values = { ...(await a.technologyValues(late, 'planner')), area: '320000', channel: 'university' }
  const { id } = await must(late.create('planner', 'technology', values))
  await must(late.move('planner', 'technology', { id, version: 1 }, 'submit'))
  for (let entry = 0; entry < 2; entry++) await a.technology(late, { steps: 1, values: { title: `县里${entry}` } })
  late.clock.at('2026-07-01T09:00:00+08:00')

  const { lines } = lateList.parse(await late.ask('leader', 'collaboration.late', {}))
  const listed = lines.map(async ({ city, list }) => [city, await countListed(late.store, late.as('leader'), 'technology', list)])
  expect(lines.map(({ city, count }) => [city, count])).toEqual([
    ['320000', 1],
    ['320500', 2],
  ])
  expect(await Promise.all(listed)).toEqual(lines.map(({ city, count }) => [city, count]))
  await late.close()
})

test('every page goes on where the last ended, nothing is left out, and a marker of another question is refused', async () => {
  const whole = await of('planner')
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = workList.parse(await world.ask('planner', 'collaboration.work-list', { limit: 3, ...(cursor && { cursor }) }))
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.cursor
  } while (cursor)
  expect(seen).toEqual(whole.items.map(({ id }) => id))
  expect(whole.counts.todo).toBe(seen.length)

  const first = workList.parse(await world.ask('planner', 'collaboration.work-list', { limit: 1 }))
  expect(await world.ask('planner', 'collaboration.work-list', { limit: 1, register: 'technology', cursor: first.cursor })).toMatchObject({
    code: 'list.stale-cursor',
  })
})

test('a batch waits for the province step by step, and an objection to it stands under the batch', async () => {
  const own = await openWorld()
  const entry = await a.technology(own, { steps: 8, values: { title: '待公示' } })
  const batch = await a.batch(own, [entry])
  const steps = async (who = 'planner') =>
    workList.parse(await own.ask(who, 'collaboration.work-list', {})).items.map(({ register, moveLabel }) => `${register} ${moveLabel.zh}`)
  expect(await steps()).toEqual(['batch 拟定名单并公示'])
  expect(await steps('suzhou')).toEqual([])

  await must(own.give('planner', 'selection.open-notice', { batch, from: '2026-06-01', to: '2026-06-10' }))
  expect(await steps()).toEqual([])
  await must(
    own.give('planner', 'selection.raise-objection', {
      batch,
      register: 'technology',
      entry: entry.id,
      from: '某单位',
      content: '数据不实',
      receivedOn: '2026-06-01',
    }),
  )
  const [objection] = workList.parse(await own.ask('planner', 'collaboration.work-list', {})).items
  expect(objection).toMatchObject({
    register: 'objection',
    moveLabel: { zh: '处理异议' },
    under: { register: 'batch', id: batch },
    due: '2026-06-15',
  })
  own.clock.at('2026-06-11T09:00:00+08:00')
  expect(await steps()).toContain('batch 公示结束')
  await own.close()
})

test('many found items of one document are one line, that opens to each of them', async () => {
  const own = await openWorld()
  const document = await a.plan(own, PLAN, { confirmed: false })
  const { items, counts } = workList.parse(await own.ask('planner', 'collaboration.work-list', {}))
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({ register: 'plan_item', many: counts.todo, under: { register: 'policy_document', id: document } })
  const each = workList.parse(await own.ask('planner', 'collaboration.work-list', { under: document }))
  expect(each.items).toHaveLength(counts.todo)
  expect(counts.todo).toBeGreaterThan(5)
  await own.close()
})

test('what one has started is found wherever it stands now', async () => {
  const entry = await a.technology(world, { by: 'applicant', steps: 3, values: { title: '我填的' } })
  const { items } = startedList.parse(await world.ask('applicant', 'collaboration.started', { limit: 1 }))
  expect(items).toMatchObject([{ id: entry.id, title: '我填的', stateLabel: { zh: '县级同意（待市级审核）' }, areaTitle: '昆山市' }])
  expect(startedList.parse(await world.ask('leader', 'collaboration.started', {})).items).toEqual([])
})

describe('copies', () => {
  const copies = async (who: string) => copyList.parse(await world.ask(who, 'collaboration.copies', {})).items

  test('who is copied sees the entry until it is marked as read, and is not copied twice meanwhile', async () => {
    const entry = await a.technology(world, { steps: 1, values: { title: '请知悉' } })
    const given = { register: 'technology', entry: entry.id, posts: [world.as('suzhou-leader').post], note: '请关注进度' }
    expect(await must(world.give('kunshan', 'collaboration.copy-to', given))).toEqual({ copied: 1, already: 0 })
    expect(await must(world.give('kunshan', 'collaboration.copy-to', given))).toEqual({ copied: 0, already: 1 })
    const [seen] = await copies('suzhou-leader')
    expect(seen).toMatchObject({ title: '请知悉', note: '请关注进度', readable: true, areaTitle: '昆山市' })
    expect((await of('suzhou-leader')).counts.copied).toBe(1)

    expect((await refused(world.move('kunshan', 'copy', { id: seen!.copy, version: 1 }, 'markRead'))).code).toBe('entry.no-right')
    await must(world.move('suzhou-leader', 'copy', { id: seen!.copy, version: 1 }, 'markRead'))
    expect(await copies('suzhou-leader')).toEqual([])
    const all = copyList.parse(await world.ask('suzhou-leader', 'collaboration.copies', { read: 'all' })).items
    expect(all).toMatchObject([{ title: '请知悉', isRead: true }])
  })

  test('nobody is copied on what they may not read, nor copies what they may not read themselves', async () => {
    const entry = await a.technology(world, { steps: 1, values: { title: '别处的' } })
    const to = (who: string) => ({ register: 'technology', entry: entry.id, posts: [world.as(who).post] })
    expect((await refused(world.give('kunshan', 'collaboration.copy-to', to('nanjing')))).code).toBe('copy.may-not-read')
    expect((await refused(world.give('nanjing', 'collaboration.copy-to', to('planner')))).code).toBe('entry.not-found')
  })
})

const PLAN = `测试省科技工作方案\n一、总体目标\n到2027年，突破前沿技术100项，培育高新技术企业5000家，建设科创园区20个，制定标准300项，建设应用场景200个，技术合同成交额达到3000亿元。\n`

async function of(who: string): Promise<WorkList> {
  return workList.parse(await world.ask(who, 'collaboration.work-list', {}))
}
