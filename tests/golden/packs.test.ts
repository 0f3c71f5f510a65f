import { createHash } from 'node:crypto'
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPack } from '#apps/api/pack-folder.ts'
import { parseRegister } from '#engine/define/definition-schema.ts'
import type { Pack } from '#modules/programmes/index.ts'
import { decodeText } from '#policy-text/index.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const SEEDS = join(ROOT, '..', 'shared', 'seeds')
const PACKS = globSync('packs/*/pack.json', { cwd: ROOT }).map(dirname)

/** The opinions of Liaoning set no figure at all. */
const WITHOUT_FIGURES = 'packs/liaoning-2024'

async function packIn(folder: string): Promise<Pack> {
  const read = await readPack(join(ROOT, folder))
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return read.pack
}

/** The text a pack was made from, found by its hash where the source documents lie beside the repository. */
function textOf({ source }: Pack): string | undefined {
  if (!existsSync(SEEDS)) return undefined
  const files = readdirSync(SEEDS).map((name) => readFileSync(join(SEEDS, name)))
  const bytes = files.find((file) => createHash('sha256').update(file).digest('hex') === source.sha256)
  const decoded = bytes && decodeText(bytes)
  return decoded && 'text' in decoded ? decoded.text : undefined
}

const [LONGEST_QUOTE, LONGEST_HEADING] = [25, 35]

describe.each(PACKS)('%s', (folder) => {
  test('fits the format, and all its parts point at items that it has', async () => {
    const pack = await packIn(folder)

    expect(folder).toBe(`packs/${pack.code}`)
    if (folder !== WITHOUT_FIGURES) expect(pack.targets.length).toBeGreaterThan(0)
    expect(pack.tasks.length).toBeGreaterThan(0)
  })

  test('quotes are short and no two items have the same place and kind', async () => {
    const { items, tasks } = await packIn(folder)

    expect(items.filter(({ quote }) => quote.includes('。'))).toEqual([])
    if (folder !== 'packs/jiangsu-5x100')
      expect(items.filter(({ kind, quote }) => quote.length > (kind === 'heading' ? LONGEST_HEADING : LONGEST_QUOTE))).toEqual([])
    expect(tasks.filter(({ title }) => title.length > 30)).toEqual([])
    expect(new Set(items.map(({ kind, start, end }) => `${kind} ${start} ${end}`)).size).toBe(items.length)
  })

  test.skipIf(!existsSync(SEEDS))('every quote stands in the text at its offsets, and the text is as long as the pack says', async () => {
    const pack = await packIn(folder)
    const text = textOf(pack)

    expect(text?.length).toBe(pack.source.length)
    for (const { quote, start, end } of [...pack.items, ...pack.areaGroups]) expect(text?.slice(start, end)).toBe(quote)
  })
})

test('the 5×100 pack has every figure of the plan under its headline', async () => {
  const { targets } = await packIn('packs/jiangsu-5x100')
  const under = (indicator: string) => {
    const head = targets.find((each) => each.indicator === indicator && each.relation === 'headline')!
    return targets
      .filter(({ parent, relation }) => parent === head.key && relation !== 'restated')
      .map(({ low, high, relation, indicator: own, part }) => [high === null ? low : `${low}-${high}`, relation, part ?? own])
  }

  expect(under('technology_breakthroughs')).toEqual([['30-40', 'beside', 'frontier_projects_a_year']])
  expect(under('standards_made')).toEqual([
    ['60', 'part', 'local_or_sector'],
    ['30', 'part', 'national'],
    ['10', 'part', 'international'],
  ])
  expect(under('scenarios_built')).toEqual([['20', 'open', 'scenario_demonstrations']])
  expect(under('enterprise_demonstrations')).toEqual([
    ['200', 'beside', 'enterprise_library_backbone'],
    ['300', 'beside', 'enterprise_library_startup'],
    ['10', 'beside', 'enterprise_leaders'],
    ['3-5', 'beside', 'industry_clusters'],
  ])
  expect(under('benchmark_incubators')).toEqual([['10', 'open', 'park_pilots']])
})

type Figure = readonly [title: string, value: string | null, unit: string | null, comparator: string, deadline: string]

/** Every figure of the documents, written down from them by hand. */
const FIGURES: Readonly<Record<string, readonly Figure[]>> = {
  'packs/shandong-8x': [
    ['重大科技创新平台和新型研发机构', '30', '家', 'about', '2027'],
    ['战略科技人才和产业技术专家', '100', '名', 'at_least', '2027'],
    ['重大标志性创新产品', '50', '个', 'at_least', '2027'],
    ['前沿技术攻关项目', '20', '项', 'equal', '2027'],
    ['省实验室', '2', '家', 'at_least', '2027'],
    ['省重点实验室', '50', '家', 'about', '2027'],
    ['省技术创新中心', '20', '家', 'about', '2027'],
    ['领军人才', '10', '名', 'at_least', '2027'],
  ],
  'packs/liaoning-2024': [],
  'packs/liaoning-2019': [
    ['高新技术产品增加值', '20', '%', 'about', '2020'],
    ['战略性新兴产业增加值', '7', '%', 'about', '2020'],
    ['研发经费投入强度', '2.3', '%', 'equal', '2020'],
    ['科技进步贡献率', '57.5', '%', 'equal', '2020'],
    ['研发经费投入强度达到全国平均水平', null, '%', 'at_least', '2025'],
    ['科技进步贡献率达到全国平均水平', null, '%', 'at_least', '2025'],
    ['关键核心技术并研发重大创新产品', '100', '个', 'at_least', '2020'],
    ['省级以上研发机构', '2500', '家', 'equal', '2020'],
    ['瞪羚、独角兽企业', '100', '家', 'equal', '2020'],
    ['高新技术企业', '4500', '家', 'more_than', '2020'],
    ['科技型中小企业', '7000', '家', 'more_than', '2020'],
    ['创新型产业集群', '30', '个', 'equal', '2020'],
    ['转移转化科技成果', '4000', '项', 'at_least', '2020'],
    ['技术合同成交额', '600', '亿元', 'equal', '2020'],
    ['新型研发机构', '40', '家', 'equal', '2020'],
    ['平台型大企业', '20', '家', 'equal', '2020'],
    ['离岸创新中心和域外创新中心', '10', '家', 'equal', '2020'],
  ],
  'packs/heilongjiang-2022': [
    ['研发经费投入年均增长率', null, '%', 'at_least', '2026'],
    ['关键核心技术', '200', '项', 'equal', '2026'],
    ['科技成果', '1500', '项', 'equal', '2026'],
    ['技术合同成交额', '550', '亿元', 'equal', '2026'],
    ['高新技术企业', '6000', '家', 'more_than', '2026'],
    ['中小企业', '3000', '家', 'equal', '2026'],
    ['国家级科技创新平台', '60', '家', 'equal', '2026'],
    ['省级高新区', '100', '%', 'equal', '2026'],
  ],
}

describe.each(Object.entries(FIGURES))('%s', (folder, figures) => {
  test('has every figure of the document, in the order of the text, and none besides', async () => {
    const { targets } = await packIn(folder)

    expect(targets.map(({ low, unit, comparator, deadline }) => [low, unit, comparator, deadline])).toEqual(
      figures.map(([, ...rest]) => rest),
    )
    for (const [at, [title]] of figures.entries()) expect(targets[at]!.title).toContain(title)
  })

  test('every target is followed by an indicator, and a benchmark stands where there is no number', async () => {
    const { targets, indicators } = await packIn(folder)

    const followed = new Map(indicators.flatMap(({ code, targets: keys }) => keys.map((key) => [key, code])))
    for (const { key, indicator } of targets) expect([key, followed.get(key)]).toEqual([key, indicator])
    expect(targets.filter(({ low }) => low === null).every(({ benchmark }) => benchmark === '全国平均水平')).toBe(true)
  })

  test('proposed registers are definitions that the product takes', async () => {
    const { registers } = await packIn(folder)

    for (const { definition } of registers) if (definition !== null) expect(() => parseRegister(definition)).not.toThrow()
  })
})

test('what a text leaves open is a named setting, and no part of its headline before it is decided', async () => {
  const { targets, indicators } = await packIn('packs/shandong-8x')
  const settings = indicators.flatMap(({ rule }) => Object.keys(rule?.settings ?? {}))

  expect(settings).toEqual(['new_layout_within', 'leading_within'])
  expect(targets.filter(({ relation }) => relation === 'open').map(({ low }) => low)).toEqual(['2', '50', '20'])
})

test('the fields of each document are a classification: eight and X, six directions, twelve chains, twenty-three areas in five groups', async () => {
  const own = async (folder: string) => (await packIn(folder)).classifications[0]!.terms
  const tops = async (folder: string) => (await own(folder)).filter(({ parent }) => parent === undefined).length
  const below = async (folder: string) => (await own(folder)).filter(({ parent }) => parent !== undefined).length

  expect(await tops('packs/shandong-8x')).toBe(8 + 1)
  expect(await tops('packs/liaoning-2024')).toBe(6)
  expect([await tops('packs/liaoning-2019'), await below('packs/liaoning-2019')]).toEqual([3, 12])
  expect([await tops('packs/heilongjiang-2022'), await below('packs/heilongjiang-2022')]).toEqual([5, 23])
})

test('names of the traditional text are in mainland terms, with the words as printed kept', async () => {
  const { items, tasks, targets, classifications } = await packIn('packs/heilongjiang-2022')

  expect(tasks[0]).toMatchObject({ title: '数字技术', note: '原文：數位技術', lead: [{ name: '省科技厅' }] })
  expect(items.find(({ key }) => key === tasks[0]!.item)?.quote).toBe('1.數位技術')
  expect(targets.map(({ unit }) => unit).filter((unit) => /[項億]/.test(unit ?? ''))).toEqual([])
  expect(classifications[0]!.terms.find(({ title }) => title.zh === '数字技术')?.aliases).toEqual(['數位技術'])
})
