import { expect, test } from 'vitest'
import { readExcerpt } from './read-excerpt.ts'

test.each([
  ['技术合同成交额突破3000亿元', { label: '技术合同成交额', low: '3000', unit: '亿元', comparator: 'more_than' }],
  ['每年安排攻关项目15-20项', { low: '15', high: '20', unit: '项', comparator: 'between', period: 'per_year' }],
  ['力争到2027年培育约10家领军企业', { low: '10', unit: '家', deadline: '2027', comparator: 'about' }],
  ['研发投入强度达到3.5%', { low: '3.5', unit: '%' }],
  ['60项以上', { label: '60项以上', low: '60', unit: '项', comparator: 'at_least' }],
  ['２０２７年', { low: null, unit: null }],
  ['培育壯大一批企業', { low: null, label: '培育壯大一批企業' }],
])('a target in “%s”', (words, expected) => {
  expect(readExcerpt(words, 'target')).toMatchObject(expected)
})

test.each([
  ['(省科技厅牵头,省财政厅配合)', { lead: '省科技厅', support: '省财政厅', joint: false, label: '牵头:省科技厅;配合:省财政厅' }],
  ['省科技厅牵头,省财政厅配合', { lead: '省科技厅', support: '省财政厅' }],
  ['省发展改革委、省教育厅', { lead: '省发展改革委、省教育厅', joint: true }],
  ['做好宣传', { lead: null, label: '做好宣传' }],
])('a duty in “%s”', (words, expected) => {
  expect(readExcerpt(words, 'duty')).toMatchObject(expected)
})

test('a list is named with or without its verb, a heading by its number', () => {
  expect(readExcerpt('建立未来产业技术成果库', 'list')).toMatchObject({ label: '未来产业技术成果库', listKind: 'library' })
  expect(readExcerpt('未来产业企业清单', 'list')).toMatchObject({ label: '未来产业企业清单', listKind: 'list' })
  expect(readExcerpt('(一)组织技术攻关', 'heading')).toMatchObject({ label: '(一)组织技术攻关', level: 2 })
  expect(readExcerpt('组织 技术\n攻关', 'heading')).toMatchObject({ label: '组织技术攻关', level: 1 })
})
