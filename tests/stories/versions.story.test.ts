import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Figure } from '#contract/figures.ts'
import type { Programme } from '#contract/programmes.ts'
import type { TaskList } from '#contract/tasks.ts'
import type { Version, VersionChange } from '#contract/versions.ts'
import { a } from '#tests/support/builders.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

const OLD = `未来产业行动方案（2025-2027年）

一、主要目标
到2027年，突破前沿技术30项，建设概念验证平台5个，引进领军团队12个。

二、重点任务
（一）攻关前沿技术。建立技术成果清单。（省科技厅牵头，省财政厅配合）
（二）建设验证平台。（省工业和信息化厅牵头）
（三）办好创新大赛。（省科技厅牵头）
`
const NEW = OLD.replace('前沿技术30项', '前沿技术45项')
  .replace('平台5个', '平台4个')
  .replace('，引进领军团队12个', '，培育骨干企业60家')
  .replace('（省工业和信息化厅牵头）', '（省科技厅牵头）')
  .replace('（三）办好创新大赛。（省科技厅牵头）', '（三）发布需求榜单。编制企业需求目录。（省科技厅牵头）')

let world: World
let old: string
let day = 0

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())
beforeEach(async () => {
  day += 1 // a figure is held against the plan that was confirmed last
  world.clock.at(`2026-03-0${day}T09:00:00+08:00`)
  old = await a.plan(world, OLD)
  world.clock.at('2026-05-10T09:00:00+08:00')
})

const upload = async (text: string, supersedes = old) => {
  const file = await world.upload('planner', '新版本.txt', text)
  return (await must(world.give<{ document: string }>('planner', 'plans.read', { file, supersedes }))).document
}
const versionOf = (document: string) => world.ask<Version>('planner', 'programmes.version', { document }) as Promise<Version>
const programmeOf = (document: string, asOf?: string) =>
  world.ask<Programme>('leader', 'programmes.programme', { document, ...(asOf && { asOf }) }) as Promise<Programme>
const adopt = (who: string, document: string, decisions: object, reason?: string) =>
  world.give<{ applied: number; left: number }>(who, 'programmes.adopt-version', { document, decisions, ...(reason && { reason }) })
const all = (changes: readonly VersionChange[], decision: 'apply' | 'leave') =>
  Object.fromEntries(changes.map(({ key }) => [key, decision]))
const told = (changes: readonly VersionChange[]) => changes.map(({ subject, kind, title, changes: how }) => [subject, kind, title, ...how])

describe('a new version of a plan that runs', () => {
  test('is shown clause by clause, with what it would change, before anything changes', async () => {
    const before = await programmeOf(old)
    const { clauses, changes, unchanged, mayAdopt } = await versionOf(await upload(NEW))

    expect(mayAdopt).toBe(true)
    expect(clauses.filter(({ kind }) => kind === 'removed').map(({ before: was }) => was?.number)).toEqual(['（三）'])
    expect(told(changes)).toEqual([
      ['target', 'changed', expect.stringContaining('前沿技术'), 'raised'],
      ['target', 'changed', expect.stringContaining('平台'), 'lowered'],
      ['target', 'dropped', expect.stringContaining('团队')],
      ['target', 'new', expect.stringContaining('骨干企业')],
      ['task', 'changed', expect.stringContaining('建设验证平台'), 'lead'],
      ['task', 'dropped', expect.stringContaining('办好创新大赛')],
      ['task', 'new', expect.stringContaining('发布需求榜单')],
      ['list', 'new', '需求榜单'],
      ['list', 'new', '企业需求目录'],
    ])
    expect(unchanged).toBeGreaterThanOrEqual(2)
    expect(await programmeOf(old)).toEqual(before)
  })

  test('changes what was decided and nothing else, and says by which document', async () => {
    const next = await upload(NEW)
    const { changes } = await versionOf(next)
    const left = changes.find(({ kind, title }) => kind === 'changed' && title.includes('平台') && title !== '建设验证平台')!

    const answer = await must(adopt('planner', next, { ...all(changes, 'apply'), [left.key]: 'leave' }, '省政府常务会议审定'))

    expect(answer).toMatchObject({ applied: changes.length - 1, left: 1 })
    const { targets, document } = await programmeOf(next)
    expect(document.id).toBe(next)
    expect(targets.map(({ low }) => Number(low)).toSorted((x, y) => x - y)).toEqual([5, 45, 60])
    const { tasks } = (await world.ask<TaskList>('leader', 'tasks.task-list', { document: next })) as TaskList
    expect(tasks.map(({ title, lead }) => [title.split('。')[0], lead[0]?.name])).toEqual([
      ['攻关前沿技术', '省科技厅'],
      ['建设验证平台', '省科技厅'],
      ['发布需求榜单', '省科技厅'],
    ])
    const [dropped] = await world.sql(
      `select task.state, event.reason from {{schema}}.task join {{schema}}.event on event.id = task.event where task.title like '办好创新大赛%' and task.plan = (select id from {{schema}}.plan where document = $1)`,
      [next],
    )
    expect(dropped).toEqual({
      state: 'leftOut',
      reason: expect.stringMatching(/^依据《未来产业行动方案.*》；省政府常务会议审定$/) as string,
    })
    expect(await stateOf(old)).toBe('superseded')
    expect(await stateOf(next)).toBe('confirmed')
    expect((await programmeOf(old)).document.id).toBe(next)
    expect(await versionOf(next)).toMatchObject({ after: { state: 'confirmed' }, mayAdopt: false, changes: [] })
  })

  test('leaves the figures of earlier days held against the target of then', async () => {
    const figure = (asOf?: string) =>
      world.ask<Figure>('leader', 'programmes.figure', { indicator: 'technology_breakthroughs', ...(asOf && { asOf }) }) as Promise<Figure>
    const next = await upload(NEW)
    const { changes } = await versionOf(next)
    await must(adopt('planner', next, all(changes, 'apply')))

    world.clock.at('2026-05-12T09:00:00+08:00')
    expect((await figure()).target).toMatchObject({ value: '45', document: next })
    expect((await figure('2026-05-09')).target).toMatchObject({ value: '30', document: old })
    expect((await programmeOf(next, '2026-05-09')).targets.map(({ low }) => Number(low)).toSorted((x, y) => x - y)).toEqual([5, 12, 30])
  })

  test('all of whose changes are left keeps the targets and tasks as they run', async () => {
    const next = await upload(NEW)
    const { changes } = await versionOf(next)
    await must(adopt('planner', next, all(changes, 'leave')))

    expect((await programmeOf(next)).targets.map(({ low }) => Number(low)).toSorted((x, y) => x - y)).toEqual([5, 12, 30])
    const again = await versionOf(await upload(NEW, next))
    expect(told(again.changes)).toEqual(told(changes))
  })

  test('finds tasks on their way: what is unchanged goes on, what changed is adjusted and given out anew, what is gone ends', async () => {
    const numbered = async () => ((await world.ask<TaskList>('planner', 'tasks.task-list', { document: old })) as TaskList).tasks
    const unit = world.as('education').unit
    const moved = async (who: string, id: string, move: string, values?: object) => {
      const now = (await numbered()).find((each) => each.id === id)!
      await must(world.move(who, 'task', now, move, undefined, values as never))
    }
    for (const each of await numbered()) {
      const lead = each.lead.map(({ name, title, origin }) => ({ name, title, origin, unit }))
      await must(world.edit('planner', 'task', each, { lead }))
      await moved('planner', each.id, 'assign', { dueOn: '2027-12-20', cadence: 'quarter' })
      await moved('education', each.id, 'acknowledge')
    }
    const next = await upload(NEW)
    const { changes } = await versionOf(next)

    await must(adopt('planner', next, all(changes, 'apply')))

    const rows = await world.sql(
      `select title, state, lead from {{schema}}.task where plan = (select id from {{schema}}.plan where document = $1) order by start`,
      [next],
    )
    expect(Object.fromEntries(rows.map(({ title, state }) => [String(title).split('。')[0], state]))).toEqual({
      攻关前沿技术: 'running',
      建设验证平台: 'adjusting',
      办好创新大赛: 'terminated',
      发布需求榜单: 'planned',
    })
    expect(rows.find(({ state }) => state === 'running')).toMatchObject({ lead: [{ unit }] })
  })

  test('is refused undecided, seen before somebody changed its items, by others, twice, and confirmed beside the old one', async () => {
    const next = await upload(NEW)
    const rival = await upload(NEW)
    const { changes } = await versionOf(next)
    const decisions = all(changes, 'apply')

    expect((await refused(adopt('planner', next, {}))).code).toBe('plan.changes-undecided')
    expect((await refused(adopt('planner', next, { ...decisions, 'target::gone': 'apply' }))).code).toBe('plan.changes-moved-on')
    expect((await refused(adopt('suzhou', next, decisions))).code).toBe('command.no-right')
    expect((await refused(world.give('planner', 'programmes.confirm-plan', { document: next }))).code).toBe('plan.is-new-version')
    expect((await refused(adopt('planner', old, {}))).code).toBe('plan.already-confirmed')

    await must(adopt('planner', next, decisions))
    expect((await refused(adopt('planner', next, decisions))).code).toBe('plan.already-confirmed')
    expect((await refused(adopt('planner', rival, decisions))).code).toBe('plan.version-overtaken')
    const draft = await a.plan(world, OLD, { confirmed: false })
    expect((await refused(adopt('planner', draft, {}))).code).toBe('plan.no-version')
    const file = await world.upload('planner', '再版.txt', NEW)
    expect((await refused(world.give('planner', 'plans.read', { file, supersedes: draft }))).code).toBe('plan.nothing-to-supersede')
  })
})

async function stateOf(document: string): Promise<unknown> {
  return (await world.sql('select state from {{schema}}.policy_document where id = $1', [document]))[0]?.['state']
}
