import { describe, expect, test } from 'vitest'
import type { Block, Run, TableBlock } from '#contract/paper.ts'
import type { FigureRef, ReportTemplate, TemplateBlock } from '#contract/report-template.ts'
import type { FrozenFigure, FrozenReturn, ReportFacts } from '#contract/reports.ts'
import { composed } from './compose.ts'

const area = (code: string, title: string, published: string, zones: FrozenFigure['byArea'][number]['zones'] = []) => ({
  area: code,
  title,
  values: { published },
  zones,
})
const PARK = { area: '320571', title: '苏州工业园区', values: { published: '2' } }
const figure = (code: string, value: string, more: Partial<FrozenFigure> = {}): FrozenFigure => ({
  code,
  title: '建设孵化器',
  unit: '家',
  counted: 'published',
  value,
  target: '8',
  light: '正常',
  measures: { published: value, reserve: '4' },
  byArea: [area('320100', '南京市', '1'), area('320500', '苏州市', '2', [PARK]), area('320000', '省直', '0')],
  byMonth: [{ month: '2026-09', value: '3', running: '3' }],
  restated: [],
  ...more,
})

const FACTS: ReportFacts = {
  period: { code: '2026Q3', title: '2026年第三季度', from: '2026-07-01', to: '2026-09-30' },
  asOf: '2026-10-09',
  frozenAt: '2026-10-10T01:00:00.000Z',
  figures: { 'parks total': figure('parks', '3'), 'parks quarter': figure('parks', '1') },
  lists: {},
  returns: null,
  previous: null,
}
const PREVIOUS = { edition: 'e', title: '上期报告', asOf: '2026-07-09', figures: { parks: '2' } }
const NONE = { opening: null, problems: null, nextSteps: null }

const templateOf = (...blocks: readonly TemplateBlock[]): ReportTemplate => ({
  code: 'one',
  title: { zh: '模板', en: 'Template' },
  kind: 'brief',
  heading: '{period}报告',
  issuer: '某省科技厅',
  addressee: '各设区市：',
  signature: '某省科技厅',
  copiesTo: '某某',
  printer: '某省科技厅办公室',
  blocks,
  attachments: [],
})
const blocksOf = (block: TemplateBlock, facts: Partial<ReportFacts> = {}): readonly Block[] =>
  composed(templateOf(block), { ...FACTS, ...facts }, NONE, undefined).blocks
const runsOf = (ref: Partial<FigureRef>, facts: Partial<ReportFacts> = {}): readonly Run[] => {
  const [block] = blocksOf({ is: 'text', runs: [{ figure: 'parks', period: 'total', as: 'value', ...ref }] }, facts)
  return block?.is === 'text' ? block.runs : []
}
const saying = (blocks: readonly Block[]) =>
  blocks.map((block) => (block.is === 'text' ? block.runs.map(({ text }) => text).join('') : block.is))
const table = (blocks: readonly Block[]) => blocks[0] as TableBlock
const cellsOf = ({ rows }: TableBlock) => rows.map(({ cells }) => cells.map(({ text }) => text))

describe('the paper', () => {
  test('of a draft has neither number nor signature nor imprint; with number and date it has all three', () => {
    const draft = composed(templateOf(), FACTS, NONE, undefined)
    expect(draft).toMatchObject({ head: { issuer: '某省科技厅' }, title: '2026年第三季度报告', addressee: '各设区市：' })
    expect([draft.head?.number, draft.signature, draft.imprint]).toEqual([undefined, undefined, undefined])

    const issued = composed(templateOf(), FACTS, NONE, { documentNo: '测科发〔2026〕1号', documentDate: '2026-10-09' })
    expect(issued).toMatchObject({
      head: { number: '测科发〔2026〕1号' },
      signature: { by: '某省科技厅', on: '2026年10月9日' },
      imprint: { copiesTo: '某某', issuer: '某省科技厅办公室', on: '2026年10月9日' },
    })
  })

  test('takes what the clerk wrote paragraph by paragraph, and says something else where nothing was written', () => {
    const template = templateOf({ is: 'own', field: 'problems', whenNone: '截至{asOf}无。' })
    expect(saying(composed(template, FACTS, NONE, undefined).blocks)).toEqual(['截至2026年10月9日无。'])
    const written = { ...NONE, problems: '一是慢。\r\n\n  二是少。 ' }
    expect(saying(composed(template, FACTS, written, undefined).blocks)).toEqual(['一是慢。', '二是少。'])
  })
})

describe('a figure in the text', () => {
  test('is a door to its page as of the same day, and says what it was where it differs', () => {
    const link = '/figures/parks?period=to%3A2026-09-30&asOf=2026-10-09'
    expect(runsOf({})).toEqual([{ text: '3', link }])
    expect(runsOf({}, { previous: PREVIOUS })).toEqual([{ text: '3', link, was: '2' }])
    expect(runsOf({}, { previous: { ...PREVIOUS, figures: { parks: '3' } } })).toEqual([{ text: '3', link }])
    expect(runsOf({ period: 'quarter' }, { previous: PREVIOUS })).toEqual([
      { text: '1', link: '/figures/parks?period=2026Q3&asOf=2026-10-09' },
    ])
  })

  test('is of one measure, of one city or zone, and nothing where there is none', () => {
    const text = (ref: Partial<FigureRef>) => runsOf(ref)[0]?.text
    expect([text({ measure: 'reserve' }), text({ measure: 'lost' })]).toEqual(['4', '0'])
    expect([text({ area: '320500' }), text({ area: '320571' }), text({ area: '320900' })]).toEqual(['2', '2', '0'])
  })

  test('is told as target, share and light; without a target none of them is made up', () => {
    const of = (as: FigureRef['as'], total: FrozenFigure) => runsOf({ as }, { figures: { 'parks total': total } })[0]?.text
    const sound = figure('parks', '3')
    expect((['target', 'share', 'light'] as const).map((as) => of(as, sound))).toEqual(['8', '37.5%', '正常'])
    const open = figure('parks', '3', { target: null, light: null })
    expect((['target', 'share', 'light'] as const).map((as) => of(as, open))).toEqual(['（未设目标）', '—', '（未设目标，不判断）'])
    expect(of('share', figure('parks', '3', { target: '0' }))).toBe('—')
  })

  test.each([
    ['2', '（较上期增加1家）'],
    ['3', '（与上期持平）'],
    ['4.5', '（较上期减少1.5家）'],
    [undefined, undefined],
  ])('that was %s is told as a change: %s', (was, words) => {
    const previous = was === undefined ? null : { ...PREVIOUS, figures: { parks: was } }
    expect(runsOf({ as: 'change' }, { previous })[0]?.text).toBe(words)
  })

  test('that was not frozen is a fault of the program and never a blank', () => {
    expect(() => runsOf({ figure: 'gone' })).toThrow('has not frozen gone total')
  })
})

describe('a quarter without data', () => {
  const quarter = { ...FACTS.figures, 'parks quarter': figure('parks', '0') }

  test('is said in words and never as a row of noughts', () => {
    const block: TemplateBlock = {
      is: 'text',
      runs: ['新增', { figure: 'parks', period: 'quarter', as: 'value' }, '家'],
      whenNone: '{period}没有新增。',
    }
    expect(saying(blocksOf(block, { figures: quarter }))).toEqual(['2026年第三季度没有新增。'])
    expect(saying(blocksOf(block))).toEqual(['新增1家'])
    expect(saying(blocksOf({ ...block, runs: ['共', { figure: 'parks', period: 'total', as: 'value' }] }, { figures: quarter }))).toEqual([
      '共3',
    ])
  })

  test('has no list, and a chart that says there is nothing', () => {
    const list: TemplateBlock = { is: 'list', title: '名单', figure: 'parks', most: 5, whenNone: '{period}无名单。' }
    expect(saying(blocksOf(list))).toEqual(['2026年第三季度无名单。'])
    expect(saying(blocksOf(list, { lists: { parks: { rows: [], total: '0', cut: false } } }))).toEqual(['2026年第三季度无名单。'])
    const empty = figure('parks', '0', { byArea: [area('320100', '南京市', '0')], byMonth: [] })
    const chart = (shape: 'bars' | 'columns') => blocksOf({ is: 'chart', figure: 'parks', shape }, { figures: { 'parks total': empty } })[0]
    expect(chart('bars')).toMatchObject({ chart: { title: '各地均尚无已公布' } })
    expect(chart('columns')).toMatchObject({ chart: { title: '建设孵化器尚无已公布' } })
  })
})

describe('what differs from the last edition', () => {
  const told = (facts: Partial<ReportFacts>) => saying(blocksOf({ is: 'differences', figures: ['parks'] }, facts))

  test('is told figure by figure, or that it is the first, or that nothing changed, or that a figure is new', () => {
    expect(told({})).toEqual(['本期为首期，无上期可比。'])
    const than = '与上期《上期报告》（截至2026年7月9日）相比，'
    expect(told({ previous: PREVIOUS })).toEqual([`${than}建设孵化器由2家变为3家（增加1家）。`])
    expect(told({ previous: { ...PREVIOUS, figures: { parks: '3' } } })).toEqual([`${than}各项累计数未变。`])
    expect(told({ previous: { ...PREVIOUS, figures: {} } })).toEqual([`${than}建设孵化器为本期新增内容。`])
    expect(told({ previous: { ...PREVIOUS, figures: { parks: '10' } } })).toEqual([`${than}建设孵化器由10家变为3家（减少7家）。`])
  })

  test('names restated months with their document', () => {
    const restated = figure('parks', '3', { restated: ['2026-05 原为2，现为1（测科撤〔2026〕1号）'] })
    expect(told({ previous: PREVIOUS, figures: { 'parks total': restated } }).at(-1)).toBe(
      '建设孵化器：2026-05 原为2，现为1（测科撤〔2026〕1号）',
    )
  })
})

describe('what cities and zones wrote', () => {
  const said = (title: string, problems: string | null, confirmed = true): FrozenReturn => ({
    area: title,
    title,
    confirmed,
    problems,
    suggestions: null,
  })
  const told = (show: 'unconfirmed' | 'problems', returns: readonly FrozenReturn[] | null) =>
    saying(blocksOf({ is: 'returns', show }, { returns }))

  test('the same words are told once with all who wrote them; 无 and what nobody confirmed is not told', () => {
    const returns = [
      said('甲市', '检测慢'),
      said('乙市', ' 检测慢\n'),
      said('丙市', '无。'),
      said('丁市', '人手少', false),
      said('戊市', null),
    ]
    expect(told('problems', returns)).toEqual(['甲市、乙市：检测慢。'])
    expect(told('unconfirmed', returns)).toEqual(['本期应填报5家，已确认4家；未按期确认：丁市。'])
  })

  test('who may still confirm is not told as late', () => {
    const returns = [said('甲市', null), { ...said('乙市', null, false), awaited: true }, { ...said('丙市', null, false), awaited: false }]
    expect(told('unconfirmed', returns)).toEqual(['本期应填报3家，已确认1家；未按期确认：丙市；调度尚未截止，待确认：乙市。'])
  })

  test('a round that was not held is said so, and one that all confirmed names nobody', () => {
    expect(told('unconfirmed', null)).toEqual(['本期未组织调度填报。'])
    expect(told('problems', null)).toEqual([])
    expect(told('unconfirmed', [said('甲市', '无')])).toEqual(['本期应填报1家，已确认1家。'])
  })
})

describe('a table', () => {
  test('of cities has zones as 其中, also one that counts in another column only, and sums cities and 省直 alone', () => {
    const columns = (['total', 'quarter'] as const).map((period) => ({ title: period, figure: 'parks', period }))
    const quarter = figure('parks', '1', {
      byArea: [area('320100', '南京市', '0'), area('320500', '苏州市', '1'), area('320000', '省直', '0')],
    })
    const own = table(
      blocksOf({ is: 'cities', title: '表1', zones: true, columns }, { figures: { ...FACTS.figures, 'parks quarter': quarter } }),
    )

    expect(cellsOf(own)).toEqual([
      ['南京市', '1', '0'],
      ['苏州市', '2', '1'],
      ['其中：苏州工业园区', '2', '0'],
      ['省直', '0', '0'],
      ['全省', '3', '1'],
    ])
    expect(own.rows.map(({ kind }) => kind)).toEqual(['plain', 'plain', 'part', 'plain', 'sum'])
    expect(own.note).toBe('单位：家；截至2026-10-09')
  })

  test('of targets marks what differs and leaves open what has no target', () => {
    const figures = { ...FACTS.figures, 'parks total': figure('parks', '3', { target: null, light: null }) }
    const own = table(blocksOf({ is: 'targets', title: '表', figures: ['parks'] }, { figures, previous: PREVIOUS }))
    expect(cellsOf(own)).toEqual([['建设孵化器', '家', '—', '4', '—', '3', '1', '—', '—']])
    expect(own.rows[0]!.cells[5]).toMatchObject({ was: '2' })
  })

  test('of entries says how many there are of those that it shows, and cuts no name, however long', () => {
    const long = '面向极端环境的高可靠自主智能无人系统集群协同感知与决策控制一体化关键技术'.repeat(4)
    const rows = Array.from({ length: 4 }, (_each, at) => ({
      no: at,
      title: long,
      area: '连云港经济技术开发区（国家级）',
      countsOn: '2026-09-01',
    }))
    const list = (cut: boolean, most = 3) =>
      table(blocksOf({ is: 'list', title: '名单', figure: 'parks', most, whenNone: '无' }, { lists: { parks: { rows, total: '4', cut } } }))
    expect([list(false).note, list(false, 9).note, list(true).note]).toEqual(['共4条，列前3条', '共4条', '超过4条，列前3条'])
    expect(cellsOf(list(false))).toHaveLength(3)
    expect(cellsOf(list(false))[2]).toEqual(['3', long, '连云港经济技术开发区（国家级）', '2026-09-01'])
  })
})

describe('every number is a door to what lies behind it on the day of the report', () => {
  const day = 'period=to%3A2026-09-30&asOf=2026-10-09'

  test('in a table of cities of one measure, for a city, a zone and the province', () => {
    const columns = [{ title: '储备', figure: 'parks', measure: 'reserve', period: 'total' as const }]
    const own = table(blocksOf({ is: 'cities', title: '表', zones: true, columns }))
    expect(own.rows.map(({ cells }) => cells[1]?.link)).toEqual([
      `/figures/parks?${day}&area=320100&measure=reserve`,
      `/figures/parks?${day}&area=320500&measure=reserve`,
      `/figures/parks?${day}&area=320571&measure=reserve`,
      `/figures/parks?${day}&area=320000&measure=reserve`,
      `/figures/parks?${day}&measure=reserve`,
    ])
  })

  test('in a table of targets and a list of entries', () => {
    const targets = table(blocksOf({ is: 'targets', title: '表', figures: ['parks'] }))
    const row = { id: 'e1', no: 1, title: '某孵化器', area: '苏州市', countsOn: '2026-09-01' }
    const lists = { parks: { register: 'park', rows: [row], total: '1', cut: false } }
    const list = table(blocksOf({ is: 'list', title: '名单', figure: 'parks', most: 3, whenNone: '无' }, { lists }))

    expect(targets.rows[0]?.cells.map(({ link }) => link !== undefined)).toEqual([false, false, true, true, false, true, true, true, false])
    expect(targets.rows[0]?.cells[3]?.link).toBe(`/figures/parks?${day}&measure=reserve`)
    expect(list.rows[0]?.cells[1]?.link).toBe('/registers/park/e1?asOf=2026-10-09')
  })
})

test('a chart says who is first and how many have nothing; where no square is placed it is bars', () => {
  const places = { '320100': [1, 2], '320500': [2, 2] } as const
  const chart = (block: Omit<Extract<TemplateBlock, { is: 'chart' }>, 'is' | 'figure'>) => {
    const [drawn] = blocksOf({ is: 'chart', figure: 'parks', ...block })
    return drawn?.is === 'picture' ? drawn.chart : undefined
  }
  expect(chart({ shape: 'tiles', places })).toMatchObject({
    title: '苏州最多，2家',
    source: '数据截至2026年10月9日',
    shape: { is: 'tiles', tiles: [{ label: '南京', column: 1, row: 2 }, { label: '苏州' }] },
  })
  expect(chart({ shape: 'tiles' })?.shape.is).toBe('bars')
  expect(chart({ shape: 'columns' })).toMatchObject({ title: '累计3家，为目标的37.5%', shape: { target: 8 } })
})
