import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPack } from '#apps/api/pack-folder.ts'
import { type Figure, figure as figureSchema } from '#contract/figures.ts'
import type { PackInstalled } from '#contract/packs.ts'
import { type Programme, type Proposal, programme as programmeSchema } from '#contract/programmes.ts'
import type { WorkList } from '#contract/work-list.ts'
import { ROOT } from '#tests/support/test-jurisdiction.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

let world: World
let document: string
let indicator: string

beforeAll(async () => {
  world = await openWorld()
  const read = await readPack(join(ROOT, 'packs/heilongjiang-2022'))
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  const done = await must(world.give<PackInstalled>('planner', 'programmes.install-pack', { pack: read.pack }))
  document = done.document
  expect(done.uncounted).toEqual([])
  const [row] = await world.sql("select id from {{schema}}.statistical_indicator where code = 'technology_contract_value'")
  indicator = String(row!['id'])
})
afterAll(() => world?.close())

const figure = (asOf?: string, code = 'technology_contract_value') =>
  world.ask<Figure>('leader', 'programmes.figure', { indicator: code, ...(asOf && { asOf }) })
const shown = async (asOf?: string) => figureSchema.parse(await figure(asOf))
const targetIn = async (code: string) => {
  const made = programmeSchema.parse(await world.ask<Programme>('leader', 'programmes.programme', { document }))
  return made.targets.find((each) => each.indicator === code)!
}
const values = (changes: object) => ({
  indicator,
  area: '320000',
  period: '2024',
  value: '420.5',
  sourceTitle: '科技统计公报（演示）',
  knownOn: '2025-05-10',
  ...changes,
})
async function entered(changes: object) {
  const { id, row } = await must(world.create('planner', 'statistic', values(changes)))
  const { row: handedIn } = await must(world.move('planner', 'statistic', { id, version: Number(row['version']) }, 'submit'))
  return { id, version: Number(handedIn['version']) }
}
async function confirmed(changes: object) {
  const made = await entered(changes)
  await must(world.move('head', 'statistic', made, 'confirm'))
}

test('every target of an installed pack is followed; without a value the page says what to do', async () => {
  expect(await targetIn('technology_contract_value')).toMatchObject({ follows: 'statistic', value: null, source: null })
  expect(await targetIn('rd_growth')).toMatchObject({ low: null, benchmark: '全国平均水平' })
  expect(await figure()).toMatchObject({ code: 'statistic.none' })
  expect(await figure(undefined, 'no_such_thing')).toMatchObject({ code: 'indicator.unknown' })
})

test('a value counts once the head has confirmed it, with its source', async () => {
  const made = await entered({})
  expect(await figure()).toMatchObject({ code: 'statistic.none' })
  expect((await refused(world.move('planner', 'statistic', made, 'confirm'))).code).toBe('entry.no-right')

  await must(world.move('head', 'statistic', made, 'confirm'))

  expect(await shown()).toMatchObject({
    value: '420.5',
    target: { value: '550', deadline: '2026' },
    statistic: { latest: { period: '2024', source: '科技统计公报（演示）', knownOn: '2025-05-10', area: '320000' } },
    light: { code: 'warning' },
    forecast: null,
  })
  expect(await targetIn('technology_contract_value')).toMatchObject({ value: '420.5', source: { period: '2024', knownOn: '2025-05-10' } })
})

test('the latest period holds, cities stand beside the province, and two years make an extrapolation', async () => {
  await confirmed({ period: '2025', value: '480.5', knownOn: '2026-05-12' })
  await confirmed({ area: '320500', period: '2025', value: '90', knownOn: '2026-05-20' })

  expect(await shown()).toMatchObject({
    value: '480.5',
    statistic: { series: [{ period: '2024' }, { period: '2025' }], areas: [{ area: '320500', value: '90' }] },
    forecast: { likely: 540.5 },
  })
})

test('a revised value holds from the day it was published; earlier days keep what was known then', async () => {
  world.clock.at('2026-06-02T09:00:00+08:00')
  await confirmed({ period: '2025', value: '500', knownOn: '2026-06-02', sourceTitle: '修订公报（演示）' })

  expect((await shown()).value).toBe('500')
  expect((await shown('2026-06-01')).value).toBe('480.5')
  expect(await figure('2025-05-09')).toMatchObject({ code: 'statistic.none' })
})

test('one that is revoked stands no more, with its reason kept', async () => {
  world.clock.at('2026-06-03T09:00:00+08:00')
  const [row] = await world.sql('select id, version from {{schema}}.statistic where value = 500')
  await must(world.move('head', 'statistic', { id: String(row!['id']), version: Number(row!['version']) }, 'revoke', '公报更正'))

  expect((await shown()).value).toBe('480.5')
  expect((await shown('2026-06-02')).value).toBe('500')
})

test('a period that is none, or a value without its source, is refused with the field', async () => {
  const wrong = await refused(world.create('planner', 'statistic', values({ period: '2025年' })))
  expect(wrong.faults?.map(({ path }) => path)).toEqual(['period'])

  const { id, row } = await must(world.create('planner', 'statistic', values({ sourceTitle: null, value: null })))
  const early = await refused(world.move('planner', 'statistic', { id, version: Number(row['version']) }, 'submit'))
  expect(early.faults?.map(({ path }) => path).toSorted()).toEqual(['sourceTitle', 'value'])
})

async function set(changes: Readonly<Record<string, unknown>>) {
  const [row] = await world.sql('select id, version from {{schema}}.statistical_indicator where id = $1', [indicator])
  const seen = { id: String(row!['id']), version: Number(row!['version']) }
  await must(world.edit('planner', 'statistical_indicator', seen, changes))
}

test('settings of the indicator hold from the day they were chosen: baseline, accrual, lines and decimals', async () => {
  world.clock.at('2026-07-20T09:00:00+08:00')
  await confirmed({ period: '2026H1', value: '270.26', knownOn: '2026-07-20' })
  expect((await shown()).light).toMatchObject({ code: 'warning', why: { zh: expect.stringContaining('没有基期值') as string } })

  world.clock.at('2026-07-21T09:00:00+08:00')
  await set({ baselinePeriod: '2024', accrual: 'yearToDate', decimals: 1, publisher: '省统计局' })

  const now = await shown()
  expect(now).toMatchObject({
    value: '270.3',
    statistic: { settings: { baselinePeriod: '2024', accrual: 'yearToDate', publisher: '省统计局' } },
  })
  // From 420.5 in 2024 to 550 in 2026: half of 550 by the middle of the year.
  expect(now.light).toMatchObject({ code: 'warning', why: { zh: expect.stringContaining('应为275亿元') as string } })
  expect(await shown('2026-07-20')).toMatchObject({ value: '270.26', statistic: { settings: { baselinePeriod: null, decimals: null } } })

  world.clock.at('2026-07-22T09:00:00+08:00')
  await set({ onTrackPercent: 95, atRiskPercent: 70 })
  expect((await shown()).light?.code).toBe('normal')
  expect((await shown('2026-07-21')).light?.code).toBe('warning')
})

test('a target in 亿元 is held against an indicator in 万元, and not against one in another measure', async () => {
  await set({ unit: '万元' })
  expect((await shown()).light?.why.zh).toContain('应为2750000万元')
  await set({ unit: '%' })
  expect((await shown()).light).toMatchObject({ code: 'warning', why: { zh: expect.stringContaining('无法比较') as string } })
  await set({ unit: '亿元' })
})

test('with a frequency the period is asked for when it is over, of the unit and the confirmer that are set, once', async () => {
  world.clock.at('2026-10-08T09:00:00+08:00')
  const [unit] = await world.sql("select id from {{schema}}.org_unit where title like '%教育厅%' limit 1")
  await set({ frequency: 'quarter', dueDays: 20, enteredBy: String(unit!['id']), confirmedBy: 'leader' })

  expect(await must(world.give('planner', 'programmes.ask-statistics', {}))).toEqual({ asked: 1 })
  expect(await must(world.give('planner', 'programmes.ask-statistics', {}))).toEqual({ asked: 0 })

  const waiting = (await world.ask<WorkList>('education', 'collaboration.work-list', {})) as WorkList // an answer, checked below
  expect(waiting.items.filter(({ register }) => register === 'statistic')).toMatchObject([{ due: '2026-10-20' }])
  const [asked] = await world.sql("select id, version, period from {{schema}}.statistic where state = 'filling' and due_on is not null")
  expect(asked).toMatchObject({ period: '2026Q3' })
  const seen = { id: String(asked!['id']), version: Number(asked!['version']) }
  const filled = { value: '400', sourceTitle: '季度快报（演示）', knownOn: '2026-10-15' }
  expect((await refused(world.edit('suzhou', 'statistic', seen, filled))).code).toBe('entry.no-right')
  world.clock.at('2026-10-15T09:00:00+08:00')
  const edited = await must(world.edit('education', 'statistic', seen, filled))
  const handed = await must(world.move('education', 'statistic', { ...seen, version: Number(edited.row['version']) }, 'submit'))
  const draft = { ...seen, version: Number(handed.row['version']) }
  expect((await refused(world.move('head', 'statistic', draft, 'confirm'))).code).toBe('entry.no-right')
  await must(world.move('leader', 'statistic', draft, 'confirm'))
  expect((await shown()).statistic?.latest).toMatchObject({ period: '2026Q3', value: '400.0' })
})

test('a value entered by hand goes to whom the indicator is set to', async () => {
  const { id, row } = await must(world.create('planner', 'statistic', values({ period: '2023', value: '380', knownOn: '2024-05-01' })))
  const seen = { id, version: Number(row['version']) }
  expect(JSON.stringify(await refused(world.move('planner', 'statistic', seen, 'submit')))).toContain('由分管厅领导确认')
  const edited = await must(world.edit('planner', 'statistic', seen, { confirmer: 'leader' }))
  await must(world.move('planner', 'statistic', { id, version: Number(edited.row['version']) }, 'submit'))
})

test('a plan confirmed on screen follows known statistics, too', async () => {
  const text = `测试方案\n一、发展目标\n到2028年,全省科技型中小企业数量达到9000家,研发经费投入强度达到3.1%,建成示范基地12个。\n`
  const file = await world.upload('planner', 'plan.txt', text)
  const read = (await must(world.give('planner', 'plans.read', { file }))) as { document: string }
  const before = (await world.ask('planner', 'programmes.proposal', { document: read.document })) as Proposal
  expect(before.targets.map(({ statistic }) => statistic?.zh ?? null)).toEqual(['科技型中小企业数', '研发经费投入强度', null])
  await must(world.give('planner', 'programmes.confirm-plan', { document: read.document }))

  const made = programmeSchema.parse(await world.ask<Programme>('planner', 'programmes.programme', { document: read.document }))
  expect(made.targets.map(({ indicator: code, follows }) => [code, follows])).toEqual([
    ['st_smes', 'statistic'],
    ['rd_intensity', 'statistic'],
    [null, null],
  ])
})
