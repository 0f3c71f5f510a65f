import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPack } from '#apps/api/pack-folder.ts'
import { type Figure, figure as figureSchema } from '#contract/figures.ts'
import type { PackInstalled } from '#contract/packs.ts'
import { type Programme, programme as programmeSchema } from '#contract/programmes.ts'
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
  return { id, version: Number(row['version']) }
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
  const wrong = await refused(world.create('planner', 'statistic', values({ period: '2025年', sourceTitle: '' })))

  expect(wrong.faults?.map(({ path }) => path)).toEqual(expect.arrayContaining(['period', 'sourceTitle']))
})

test('a plan confirmed on screen follows known statistics, too', async () => {
  const text = `测试方案\n一、发展目标\n到2028年,全省科技型中小企业数量达到9000家,研发经费投入强度达到3.1%,建成示范基地12个。\n`
  const file = await world.upload('planner', 'plan.txt', text)
  const read = (await must(world.give('planner', 'plans.read', { file }))) as { document: string }
  await must(world.give('planner', 'programmes.confirm-plan', { document: read.document }))

  const made = programmeSchema.parse(await world.ask<Programme>('planner', 'programmes.programme', { document: read.document }))
  expect(made.targets.map(({ indicator: code, follows }) => [code, follows])).toEqual([
    ['st_smes', 'statistic'],
    ['rd_intensity', 'statistic'],
    [null, null],
  ])
})
