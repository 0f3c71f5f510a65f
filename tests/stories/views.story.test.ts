import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ListLook, ViewShare, ViewsAnswer } from '#contract/views.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const LOOK: ListLook = {
  state: 'draft,returned',
  f: { field: ['quantum'], completedOn: ['2026'] },
  filter: JSON.stringify({
    any: [
      { field: 'title', has: '量子' },
      { field: 'trlAfter', atLeast: 7 },
    ],
  }),
  columns: ['area', 'state', 'completedOn'],
  sort: '-completedOn',
  as: 'board',
}
const save = (who: string, title: string, share: ViewShare, list: ListLook = LOOK, more: object = {}) =>
  world.give<{ view: string }>(who, 'collaboration.save-view', { register: 'technology', title, share, list, ...more })
const viewsOf = async (who: string) => (await world.ask<ViewsAnswer>(who, 'collaboration.views', { register: 'technology' })) as ViewsAnswer
const titlesOf = async (who: string) => (await viewsOf(who)).views.map(({ title }) => title)

test('a view is told to its maker, to the unit, or to all who may read the register, and nobody else', async () => {
  await must(save('suzhou', '本人的', 'own'))
  await must(save('suzhou', '本局的', 'unit'))
  await must(save('suzhou', '大家的', 'all'))

  expect(await titlesOf('suzhou')).toEqual(['本人的', '本局的', '大家的'])
  expect(await titlesOf('suzhou-leader')).toEqual(['本局的', '大家的'])
  expect(await titlesOf('nanjing')).toEqual(['大家的'])
  const [first] = (await viewsOf('suzhou')).views
  expect(first).toMatchObject({ own: true, list: LOOK, faults: [] })
})

test('who may not read a register is told none of its views, and may keep none', async () => {
  await must(world.give('secrecy', 'collaboration.save-view', { register: 'secrecy_incident', title: '近期', share: 'all', list: {} }))

  expect(await world.ask('kunshan', 'collaboration.views', { register: 'secrecy_incident' })).toMatchObject({ code: 'register.unknown' })
  const kept = world.give('kunshan', 'collaboration.save-view', { register: 'secrecy_incident', title: '看看', share: 'own', list: {} })
  expect((await refused(kept)).code).toBe('register.unknown')
})

test('only its maker changes or drops it, each time with a line in its history; who saw an older version is told', async () => {
  const { view } = await must(save('planner', '待拟定', 'all'))

  expect((await refused(save('head', '改掉', 'all', {}, { view, version: 1 }))).code).toBe('entry.not-found')
  await must(save('planner', '待拟定与公示', 'unit', { state: 'reviewed' }, { view, version: 1 }))
  expect((await refused(save('planner', '旧', 'unit', {}, { view, version: 1 }))).code).toBe('view.stale')
  expect((await refused(world.move('head', 'saved_view', { id: view, version: 2 }, 'drop'))).code).toBe('entry.not-found')
  await must(world.move('planner', 'saved_view', { id: view, version: 2 }, 'drop'))

  expect(await titlesOf('planner')).not.toContain('待拟定与公示')
  expect(await world.sql('select act from {{schema}}.event_entry where entry = $1 order by version', [view])).toEqual([
    { act: 'create' },
    { act: 'edit' },
    { act: 'drop' },
  ])
})

test('what the register has not is refused when it is saved', async () => {
  const refusal = await refused(save('planner', '坏的', 'own', { state: 'nowhere', f: { phone: ['138'] }, columns: ['colour'] }))

  expect(refusal.code).toBe('input.invalid')
  expect(refusal.faults?.map(({ message }) => message.zh)).toEqual([
    '台账已没有状态“nowhere”',
    '台账已没有字段“phone”',
    '台账已没有字段“colour”',
  ])
})

test('a view from before a field, a class or an area went opens with what is left, and says what is gone', async () => {
  const { view } = await must(save('education', '旧视图', 'own'))
  const before = {
    ...LOOK,
    area: '329900',
    f: { field: ['quantum', 'phlogiston'], formerField: ['x'] },
    filter: JSON.stringify({
      all: [
        { field: 'title', has: '量子' },
        { field: 'formerField', filled: true },
      ],
    }),
  }
  await world.sql('update {{schema}}.saved_view set list = $2, changed_xid = pg_current_xact_id() where id = $1', [
    view,
    JSON.stringify(before),
  ])

  const told = (await viewsOf('education')).views.find(({ id }) => id === view)!

  expect(told.list).toEqual({ state: LOOK.state, f: { field: ['quantum'] }, columns: LOOK.columns, sort: LOOK.sort, as: 'board' })
  expect(told.faults.map(({ zh }) => zh)).toEqual(['台账已没有字段“formerField”', '代码“phlogiston”已不存在', '代码“329900”已不存在'])
})

test('each person opens a register with the view of their choice, or with none', async () => {
  const { view } = await must(save('leader', '我看的', 'own'))
  await must(world.give('leader', 'collaboration.choose-view', { register: 'technology', view }))
  expect((await viewsOf('leader')).opens).toBe(view)
  expect((await viewsOf('planner')).opens).toBeNull()

  await must(world.give('leader', 'collaboration.choose-view', { register: 'technology', view: null }))
  expect((await viewsOf('leader')).opens).toBeNull()
})
