import { expect, test } from 'vitest'
import type { ReportTemplate, TemplateBlock } from '#contract/report-template.ts'
import { figuresIn, templateFaults } from './template-faults.ts'

const KNOWN = [{ code: 'parks', measures: ['published', 'reserve'] }]

const template = (blocks: readonly TemplateBlock[], attached: readonly TemplateBlock[] = []): ReportTemplate => ({
  code: 'one',
  title: { zh: '模板', en: 'Template' },
  kind: 'brief',
  heading: '报告',
  issuer: '某厅',
  signature: '某厅',
  printer: '某厅办公室',
  blocks,
  attachments: attached.length === 0 ? [] : [{ title: '名单', blocks: attached }],
})

test('a template whose figures are all there has no fault', () => {
  const sound = template([
    { is: 'text', runs: ['共', { figure: 'parks', period: 'total', as: 'value' }, { say: 'asOf' }] },
    { is: 'heading', level: 1, text: '一、{period}' },
    { is: 'cities', title: '表', zones: true, columns: [{ title: '数', figure: 'parks', measure: 'reserve', period: 'total' }] },
    { is: 'returns', show: 'problems' },
    { is: 'own', field: 'opening' },
  ])
  expect(templateFaults(sound, KNOWN)).toEqual([])
  expect(figuresIn(sound)).toEqual(['parks'])
})

test.each<[TemplateBlock, string, string]>([
  [
    { is: 'text', runs: ['共', { figure: 'parks', period: 'total', as: 'value' }, '和', { figure: 'gone', period: 'total', as: 'value' }] },
    'blocks[0].runs[3]',
    '正文第1块（段落）第2处引用：没有指标 gone',
  ],
  [{ is: 'targets', title: '表', figures: ['parks', 'gone'] }, 'blocks[0].figures[1]', '正文第1块（目标进展表）第2项：没有指标 gone'],
  [{ is: 'differences', figures: ['gone'] }, 'blocks[0].figures[0]', '正文第1块（与上期相比）第1项：没有指标 gone'],
  [{ is: 'chart', figure: 'gone', shape: 'bars' }, 'blocks[0]', '正文第1块（图）：没有指标 gone'],
  [{ is: 'list', title: '单', figure: 'gone', most: 3, whenNone: '无' }, 'blocks[0]', '正文第1块（名单）：没有指标 gone'],
  [
    { is: 'cities', title: '表', zones: false, columns: [{ title: '数', figure: 'parks', measure: 'lost', period: 'total' }] },
    'blocks[0].columns[0]',
    '正文第1块（各地情况表）第1列“数”：指标 parks 没有口径 lost',
  ],
])('a reference to what no longer exists is told with its place: %o', (block, where, words) => {
  expect(templateFaults(template([block]), KNOWN).map((fault) => [fault.where, fault.words.zh])).toEqual([[where, words]])
  expect(templateFaults(template([], [block]), KNOWN).map((fault) => [fault.where, fault.words.zh])).toEqual([
    [`attachments[0].${where}`, words.replace('正文', '附件1')],
  ])
})
