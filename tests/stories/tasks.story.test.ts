import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { noticeList } from '#contract/notices.ts'
import { type TaskList, taskList } from '#contract/tasks.ts'
import { lateList, workList } from '#contract/work-list.ts'
import { execute } from '#engine/store/command.ts'
import { openDueReports } from '#modules/tasks/index.ts'
import { followAll } from '#tests/support/follow.ts'
import { must, openWorld, refused, type Seen, type World } from '#tests/support/world.ts'

const PLAN = `关于开展未来产业培育的实施方案
省科技厅
2026年5月20日
一、重点任务
（一）编制技术路线图。组织专家编制路线图。（省教育厅牵头，苏州市科技局配合）
（二）组织重点项目。每年组织攻关项目。（省教育厅牵头）
（三）布局创新平台。新建省重点实验室。（省科技厅、省教育厅按职责分工负责）
`

type Task = TaskList['tasks'][number]
let world: World
let document: string
let tasks: readonly Task[]

beforeAll(async () => {
  world = await openWorld()
  const file = await world.upload('planner', '方案.txt', PLAN)
  ;({ document } = await must(world.give<{ document: string }>('planner', 'plans.read', { file })))
  await must(world.give('planner', 'programmes.confirm-plan', { document }))
})
afterAll(() => world?.close())
beforeEach(async () => {
  tasks = await listed('planner')
})

const listed = async (who: string, mine?: 'yes') =>
  taskList.parse(await world.ask(who, 'tasks.task-list', { document, ...(mine && { mine }) })).tasks
const steps = async (who: string) =>
  workList
    .parse(await world.ask(who, 'collaboration.work-list', { single: 'yes' }))
    .items.filter(({ register }) => register.startsWith('task'))
    .map(({ title, move, due, lateness }) => [title, move, due, lateness])
const told = async (who: string) => {
  await followAll(world)
  return noticeList.parse(await world.ask(who, 'collaboration.notices', {})).items.map(({ kind, title }) => `${kind} ${title}`)
}
const now = async (id: string) => (await listed('planner')).find((task) => task.id === id)!
const asUnit = (who: string) => ({ name: '省教育厅', title: '省教育厅', unit: world.as(who).unit as string, origin: 'mark' as const })
const move = async (who: string, id: string, name: string, reason?: string, values?: object) =>
  must(world.move(who, 'task', await now(id), name, reason, values as never))
const commands = () => world.installation.shipped.entryCommands.get('task')!
const setMoved = (who: string, name: string, entries: readonly Seen[], values: object) =>
  execute(
    world.store,
    commands().moveSet,
    { actor: world.as(who), request: 'test' },
    {
      entries: entries.map(({ id, version }) => ({ id, version })),
      move: name,
      values: values as never,
    },
  )
const DUE = { dueOn: '2026-12-20', cadence: 'quarter' }

describe('a task', () => {
  test('is assigned only when every lead unit is one of the directory, and the planner sees what is missing', async () => {
    const [task] = tasks
    expect(task).toMatchObject({ state: 'planned', lead: [{ name: '省教育厅', unit: null }] })

    const { faults } = await refused(world.move('planner', 'task', task!, 'assign', undefined, DUE))
    expect(faults!.map(({ message }) => message.zh)).toEqual(['有牵头单位尚未对应到单位名录，请在“承办单位”中选定'])
    const bare = await refused(world.move('planner', 'task', task!, 'assign', undefined, {}))
    expect(bare.faults!.map(({ path }) => path)).toEqual(['dueOn', 'cadence'])
    expect((await refused(world.move('head', 'task', task!, 'assign', undefined, DUE))).code).toBe('entry.no-right')
  })

  test('goes from the office to the lead unit, which alone acknowledges it', async () => {
    const [task] = tasks
    await must(world.edit('planner', 'task', task!, { lead: [asUnit('education')] }))
    await move('planner', task!.id, 'assign', undefined, DUE)

    expect(await steps('education')).toEqual([[task!.title, 'acknowledge', '2026-06-04', null]])
    expect(await told('education')).toEqual([`waiting ${task!.title}`])
    expect(await steps('suzhou')).toEqual([])
    expect((await refused(world.move('suzhou', 'task', await now(task!.id), 'acknowledge'))).code).toBe('entry.no-right')
    expect((await listed('education', 'yes')).map(({ title }) => title)).toEqual([task!.title])
    expect(await listed('kunshan', 'yes')).toEqual([])
    expect((await refused(world.edit('planner', 'task', await now(task!.id), { dueOn: '2027-12-31' }))).code).toBe('entry.not-editable')

    world.clock.at('2026-06-10T09:00:00+08:00')
    expect((await now(task!.id)).next).toEqual({ label: { zh: '签收', en: 'Acknowledge' }, due: '2026-06-04', late: true })
    expect(lateList.parse(await world.ask('leader', 'collaboration.late', {})).lines).toMatchObject([
      { register: 'task', move: 'acknowledge', count: 1, due: '2026-06-04', days: 4 },
    ])
    await move('planner', task!.id, 'remind', '请尽快签收')
    expect((await told('education'))[0]).toBe(`reminded ${task!.title}`)
    expect(await steps('education')).toEqual([[task!.title, 'acknowledge', '2026-06-04', 'overdue']])
    await move('education', task!.id, 'acknowledge')
    expect(await steps('education')).toEqual([[task!.title, 'reportDone', '2026-12-20', null]])
    expect(await steps('planner')).not.toContainEqual(expect.arrayContaining([task!.title]))
  })

  test('is reported on once a quarter, by the unit, and what is behind says why', async () => {
    const [task] = tasks
    expect(await openDueReports(world.store)).toBe(false)
    world.clock.at('2026-06-21T09:00:00+08:00')
    expect(await openDueReports(world.store)).toBe(true)
    expect(await openDueReports(world.store)).toBe(false)

    const title = `${task!.title}（2026年第二季度）`
    expect((await steps('education'))[0]).toEqual([title, 'submit', '2026-07-05', null])
    const [report] = (await world.sql("select id, version from {{schema}}.task_report where state = 'filling'")) as [
      { id: string; version: number },
    ]
    expect((await refused(world.edit('suzhou', 'task_report', report, { percent: 10 }))).code).toBe('entry.not-found')
    expect((await refused(world.move('education', 'task_report', report, 'submit'))).faults!.map(({ path }) => path)).toEqual([
      'status',
      'percent',
      'progress',
      'problems',
    ])
    await must(world.edit('education', 'task_report', report, { status: 'behind', percent: 30, progress: '已成立专家组' }))
    const { faults } = await refused(world.move('education', 'task_report', { ...report, version: 2 }, 'submit'))
    expect(faults!.map(({ message }) => message.zh)).toEqual(['进度滞后的，请写明存在问题'])
    await must(world.edit('education', 'task_report', { ...report, version: 2 }, { problems: '专家时间难以统一' }))

    world.clock.at('2026-07-07T09:00:00+08:00')
    expect((await steps('education'))[0]).toEqual([title, 'submit', '2026-07-05', 'overdue'])
    expect((await now(task!.id)).next).toEqual({ label: { zh: '反馈', en: 'Report' }, due: '2026-07-05', late: true })
    expect(lateList.parse(await world.ask('leader', 'collaboration.late', {})).lines).toMatchObject([
      { register: 'task_report', move: 'submit', count: 1 },
    ])
    await must(world.move('education', 'task_report', { ...report, version: 3 }, 'submit'))
    expect(await steps('planner')).toContainEqual([title, 'accept', '2026-07-10', null])
    await must(world.move('planner', 'task_report', { ...report, version: 4 }, 'return', '请附专家组名单'))
    expect(await told('education')).toContain(`returned ${title}`)
    await must(world.move('education', 'task_report', { ...report, version: 5 }, 'submit'))
    await must(world.move('planner', 'task_report', { ...report, version: 6 }, 'accept'))
    expect(await now(task!.id)).toMatchObject({
      progress: { period: '2026Q2', status: 'behind', percent: 30, state: 'accepted' },
      next: { due: '2026-12-20', late: false },
    })
    expect((await listed('suzhou'))[0]!.progress).toBeNull()
  })

  test('is reported done by the unit with evidence, and closed or returned by the division head alone', async () => {
    const [task] = tasks
    const evidence = [await world.upload('education', '路线图.pdf', '路线图')]
    const bare = await refused(world.move('education', 'task', task!, 'reportDone', undefined, { doneNote: '已印发' }))
    expect(bare.faults!.map(({ path }) => path)).toEqual(['evidence'])
    await move('education', task!.id, 'reportDone', undefined, { doneNote: '已印发', evidence })

    expect((await refused(world.move('planner', 'task', await now(task!.id), 'close'))).code).toBe('entry.no-right')
    expect((await refused(world.move('education', 'task', await now(task!.id), 'close'))).code).toBe('entry.no-right')
    expect(await steps('head')).toContainEqual([task!.title, 'close', '2026-07-14', null])
    expect((await refused(world.move('head', 'task', await now(task!.id), 'return'))).code).toBe('move.reason-missing')
    await move('head', task!.id, 'return', '请补充印发文号')
    expect(await told('education')).toContain(`returned ${task!.title}`)
    await move('education', task!.id, 'reportDone', undefined, { doneNote: '已印发，文号见附件', evidence })
    await move('head', task!.id, 'close')
    expect(await told('education')).toContain(`closed ${task!.title}`)
    expect(await now(task!.id)).toMatchObject({ state: 'closed', next: null })
    expect(await steps('education')).toEqual([])
  })

  test('is assigned with others at once; those that cannot be are told by name and nothing is done; all is taken back while nobody has gone on', async () => {
    const [, second, third] = tasks
    await must(world.edit('planner', 'task', second!, { lead: [asUnit('education')] }))
    const together = await refused(setMoved('planner', 'assign', [await now(second!.id), third!], DUE))
    expect(together).toMatchObject({ code: 'entry.set-refused', faults: [{ path: third!.id, label: { zh: third!.title } }] })
    expect((await now(second!.id)).state).toBe('planned')

    await must(world.edit('planner', 'task', third!, { lead: [asUnit('education'), asUnit('suzhou')] }))
    const both = [await now(second!.id), await now(third!.id)]
    const { event } = await must(setMoved('planner', 'assign', both, { ...DUE, cadence: 'month' }))
    expect((await told('education'))[0]).toBe(`waiting ${second!.title}`)
    await must(execute(world.store, commands().takeBack, { actor: world.as('planner'), request: 'test' }, { event }))
    expect([(await now(second!.id)).state, (await now(third!.id)).state]).toEqual(['planned', 'planned'])

    const again = [await now(second!.id), await now(third!.id)]
    const assigned = await must(setMoved('planner', 'assign', again, { ...DUE, cadence: 'month' }))
    await move('suzhou', third!.id, 'acknowledge')
    expect(
      await refused(execute(world.store, commands().takeBack, { actor: world.as('planner'), request: 'test' }, { event: assigned.event })),
    ).toMatchObject({ code: 'entry.set-refused', faults: [{ path: third!.id }] })
  })

  test('is changed after it was assigned only when the division head approves, and the old value is kept', async () => {
    const [, second] = tasks
    expect((await refused(world.move('planner', 'task', second!, 'adjust', '延期'))).code).toBe('entry.no-right')
    await move('head', second!.id, 'adjust', '厅长办公会同意延期')
    await must(world.edit('planner', 'task', await now(second!.id), { deliverable: '路线图 2 份' }))
    await move('planner', second!.id, 'assign', undefined, { ...DUE, dueOn: '2027-06-30' })

    expect(await now(second!.id)).toMatchObject({ state: 'assigned', dueOn: '2027-06-30' })
    const past = await world.sql('select due_on::text as due, state from {{schema}}.task_version where id = $1 order by version', [
      second!.id,
    ])
    expect(past.at(-1)).toEqual({ due: '2026-12-20', state: 'adjusting' })
  })

  test('that is ended is reported on no more', async () => {
    const [, , third] = tasks
    world.clock.at('2026-07-24T09:00:00+08:00')
    expect(await openDueReports(world.store)).toBe(true)
    expect((await steps('suzhou')).map(([, step]) => step)).toEqual(['submit', 'reportDone'])
    await move('head', third!.id, 'terminate', '任务并入省级专项')

    expect(await openDueReports(world.store)).toBe(true)
    expect(await steps('suzhou')).toEqual([])
    expect(await openDueReports(world.store)).toBe(false)
    expect(await told('suzhou')).toContain(`closed ${third!.title}`)
  })
})

test('two processes ask for a report once', async () => {
  const [, second] = tasks
  await move('education', second!.id, 'acknowledge')
  world.clock.at('2026-09-25T09:00:00+08:00')

  await Promise.all([openDueReports(world.store), openDueReports(world.store)])

  expect(await world.sql("select period from {{schema}}.task_report where task = $1 and state = 'filling'", [second!.id])).toEqual([
    { period: '2026Q3' },
  ])
})
