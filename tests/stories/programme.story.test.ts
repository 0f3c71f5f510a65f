import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shipped } from '#apps/api/installation.ts'
import type { Figure } from '#contract/figures.ts'
import type { Programme, Proposal, Settings } from '#contract/programmes.ts'
import type { TaskList } from '#contract/tasks.ts'
import { a } from '#tests/support/builders.ts'
import { openQuestion } from '#tests/support/open-question.ts'
import { ROOT } from '#tests/support/test-jurisdiction.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

const SAMPLE = readFileSync(join(ROOT, 'packs/sample/plan.txt'), 'utf8')
let world: World

beforeAll(async () => {
  world = await openWorld({ shipped: shipped([openQuestion]) })
})
afterAll(() => world?.close())

const proposalOf = (document: string) => world.ask<Proposal>('planner', 'programmes.proposal', { document }) as Promise<Proposal>
const programmeOf = (document: string) => world.ask<Programme>('planner', 'programmes.programme', { document }) as Promise<Programme>
const figure = (asOf?: string) =>
  world.ask<Figure>('leader', 'programmes.figure', { indicator: 'scenes_built', ...(asOf && { asOf }) }) as Promise<Figure>

describe('a plan becomes a whole programme', () => {
  let document: string
  beforeAll(async () => {
    document = await a.plan(world, SAMPLE, { confirmed: false })
  })

  test('what confirming would make is shown before, each proposal with its reason', async () => {
    const { targets, tasks, registers, document: own } = await proposalOf(document)
    const standards = targets.find(({ quote }) => quote.includes('60项'))!

    expect(own.mayConfirm).toBe(true)
    expect(targets.filter(({ parent }) => parent === standards.item).map(({ low, relation }) => [Number(low), relation])).toEqual([
      [15, 'part'],
      [5, 'part'],
    ])
    const demonstrations = targets.find(({ quote }) => quote.includes('示范企业100家'))
    expect(demonstrations).toMatchObject({ relation: 'headline', parent: null, low: '100' })
    expect(targets.find(({ quote }) => quote.includes('示范场景10个'))).toMatchObject({
      relation: 'open',
      relationWhy: { zh: expect.stringContaining('由省级确定') as string },
    })
    expect(tasks.map(({ title }) => title)).toEqual([
      '编制技术路线图',
      '组织重点项目',
      '布局创新平台',
      '建设成果库',
      '开放应用场景',
      '建设企业培育库',
      '加强统筹',
      '强化评估',
    ])
    expect(registers.length).toBeGreaterThan(3)
    for (const { why } of registers) expect(why.zh.length).toBeGreaterThan(3)
  })

  test('two targets on one indicator are refused, and so is a part under something that is no headline', async () => {
    const { targets } = await proposalOf(document)
    const [first, second] = targets.filter(({ relation }) => relation === 'headline')
    const part = targets.find(({ relation }) => relation === 'part')!
    const confirm = (changes: object) => refused(world.give('planner', 'programmes.confirm-plan', { document, targets: changes }))

    expect((await confirm({ [first!.item]: { indicator: 'scenes_built' }, [second!.item]: { indicator: 'scenes_built' } })).code).toBe(
      'plan.indicator-twice',
    )
    expect((await confirm({ [part.item]: { parent: part.item } })).code).toBe('plan.wrong-parent')
    expect((await confirm({ [part.item]: { part: 'nowhere', indicator: 'scenes_built' } })).code).toBe('plan.unknown-part')
  })

  test('confirming makes targets under headlines, tasks with their units, lists with their registers', async () => {
    const { targets, tasks, registers } = await proposalOf(document)
    const list = registers[0]!

    const answer = await must(
      world.give<{ targets: number; tasks: number; registers: number }>('planner', 'programmes.confirm-plan', {
        document,
        registers: { [list.item]: 'technology' },
        tasks: { [tasks[0]!.item]: { lead: ['省科技厅', '省教育厅'] }, [tasks.at(-1)!.item]: { leftOut: true } },
      }),
    )
    expect(answer).toMatchObject({ targets: targets.length, tasks: tasks.length - 1, registers: registers.length })

    const made = await programmeOf(document)
    const heads = new Set(made.targets.filter(({ parent }) => parent === null).map(({ id }) => id))
    expect(made.targets.filter(({ parent }) => parent !== null && heads.has(parent)).length).toBeGreaterThanOrEqual(4)
    expect(made.registers.find(({ item }) => item === list.item)?.register).toBe('technology')
    expect((await refused(world.give('planner', 'programmes.confirm-plan', { document }))).code).toBe('plan.already-confirmed')

    const { tasks: listed } = (await world.ask<TaskList>('leader', 'tasks.task-list', { document })) as TaskList
    expect(listed[0]?.lead.map(({ name }) => name)).toEqual(['省科技厅', '省教育厅'])
    expect(listed[0]?.lead[0]).toMatchObject({ origin: 'mark', unit: expect.any(String) as string })
    expect(listed.find(({ title }) => title === '布局创新平台')).toMatchObject({ joint: true, actionClass: 'build' })
    expect(listed.find(({ title }) => title === '加强统筹')?.lead).toMatchObject([{ origin: 'standard' }])
  })
})

describe('a question that the text leaves open', () => {
  beforeAll(async () => {
    world.clock.at('2026-06-10T09:00:00+08:00')
    for (const [title, model] of [
      ['甲', false],
      ['乙', false],
      ['丙', true],
    ] as const)
      await must(world.create('planner', 'scene', { title, area: '320583', model }))
  })

  test('is answered by the rule itself until somebody decides', async () => {
    expect(await figure()).toMatchObject({
      value: '3',
      settings: [{ setting: 'models_within', choice: 'within', standard: true, decided: null }],
    })
  })

  test('changes the figure from the day of the decision on, and not before', async () => {
    world.clock.at('2026-06-12T09:00:00+08:00')
    const choose = (choice: string, reason: string) =>
      world.give('planner', 'programmes.choose-setting', { indicator: 'scenes_built', setting: 'models_within', choice, reason })

    await must(choose('beside', '省级会议确定示范场景另计'))

    expect(await figure()).toMatchObject({ value: '2', parts: [{ part: 'models', value: '1' }] })
    expect((await figure('2026-06-11')).value).toBe('3')

    world.clock.at('2026-06-14T09:00:00+08:00')
    await must(choose('within', '复议后计入'))
    expect((await figure()).value).toBe('3')
    expect(await figure('2026-06-13')).toMatchObject({
      value: '2',
      settings: [{ choice: 'beside', standard: false, decided: { reason: '省级会议确定示范场景另计' } }],
    })
    const { indicators } = (await world.ask<Settings>('leader', 'programmes.settings', { asOf: '2026-06-13' })) as Settings
    expect(indicators.find(({ code }) => code === 'scenes_built')?.settings[0]?.choice).toBe('beside')
  })

  test('is decided by the planner alone, with a reason, among the answers there are', async () => {
    const choice = { indicator: 'scenes_built', setting: 'models_within', choice: 'within', reason: '理由' }
    const choose = (who: string, changed: object) => refused(world.give(who, 'programmes.choose-setting', { ...choice, ...changed }))

    expect((await choose('kunshan', {})).code).toBe('command.no-right')
    expect((await choose('planner', { reason: ' ' })).code).toBe('input.invalid')
    expect((await choose('planner', { choice: 'perhaps' })).code).toBe('setting.unknown-choice')
    expect((await choose('planner', { setting: 'nothing' })).code).toBe('setting.unknown')
  })
})
