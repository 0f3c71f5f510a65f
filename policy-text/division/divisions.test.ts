import { describe, expect, test } from 'vitest'
import { readPlan } from '../read-plan.ts'

const dutiesOf = (text: string) =>
  readPlan(text).responsibilities.map(({ row, lead, support }) => [row?.task, lead.join('、'), support.join('、'), row?.due ?? null])

const HEAD = ['序号', '重点任务', '工作内容', '牵头单位', '责任单位', '完成时限']

describe('a division of tasks is read row by row', () => {
  test('whose cells are parted by tabs, with line breaks inside and a lead over several rows', () => {
    const text = [
      '某市重点任务分工表',
      HEAD.join('\t'),
      '1\t建平台\t建设公共平台3个；\n编制目录。\t市科技局\t市财政局\n市教育局\t2031年\n6月底前',
      '2\t引人才\t引进团队。\t\t市人力资源社会保障局、各县（市、区）人民政府等\t持续推进',
      '二、优化环境',
      HEAD.join('\t'),
      '3\t办活动\t举办大赛。\t市科协\t\t每年',
    ].join('\n')

    expect(dutiesOf(text)).toEqual([
      ['建平台', '市科技局', '市财政局、市教育局', '2031年6月底前'],
      ['引人才', '市科技局', '市人力资源社会保障局、各县（市、区）人民政府', '持续推进'],
      ['办活动', '市科协', '', '每年'],
    ])
  })

  test('whose merged cells were lost in copying', () => {
    const text = [HEAD.join('\t'), '1\t建平台\t建设。\t市科技局\t市财政局\t年底', '2\t引人才\t引进。\t市教育局\t年底'].join('\n')

    expect(dutiesOf(text)).toEqual([
      ['建平台', '市科技局', '市财政局', '年底'],
      ['引人才', '市科技局', '市教育局', '年底'],
    ])
  })

  test('drawn with strokes', () => {
    const text = [
      '| 任务 | 责任单位（列第一位的为牵头单位） |',
      '|---|---|',
      '| 建平台 | 省科技厅、省财政厅 |',
      '| 引人才 | 省教育厅 |',
      '',
      '以上任务每季度调度。',
    ]
      .map((line) => (line.startsWith('|') ? line.replace('| ', '| 1 | ').replace('1 | 任务', '序号 | 任务') : line))
      .join('\n')

    expect(dutiesOf(text)).toEqual([
      ['建平台', '省科技厅', '省财政厅', null],
      ['引人才', '省教育厅', '', null],
    ])
  })

  test('printed in columns, from the top of its cells or from their middle, over two pages', () => {
    const lines = (rows: readonly (readonly string[])[]) =>
      rows.map((row) => row.map((cell, at) => cell + ' '.repeat(Math.max(2, WIDTHS[at]! - 2 * cell.length))).join('')).join('\n')
    const top = lines([
      HEAD,
      ['1 ', '建设共享', '面向企业开放仪', '市科技', '市财政局、市', '2031年'],
      ['  ', '平台', '器，建立名录。', '局', '教育局', '底前'],
      ['二、优化环境', '', '', '', '', ''],
      ['2 ', '引进人才', '引进团队。', '市人才办', '各区政府', '持续推进'],
    ])
    const middle = lines([
      HEAD,
      ['  ', '', '面向企业开放仪', '市科技', '市财政局、', ''],
      ['1 ', '建设平台', '器，建立名录，', '局', '市教育局、', '持续推进'],
      ['  ', '', '定期更新。', '', '市税务局', ''],
      ['  ', '', '引进团队，给', '', '', ''],
      ['2 ', '引进人才', '予支持。', '市人才办', '各区政府', '持续推进'],
    ])

    expect(dutiesOf(`任务分工\n${top}`)).toEqual([
      ['建设共享平台', '市科技局', '市财政局、市教育局', '2031年底前'],
      ['引进人才', '市人才办', '各区政府', '持续推进'],
    ])
    expect(dutiesOf(`任务分工\n${middle}`)).toEqual([
      ['建设平台', '市科技局', '市财政局、市教育局、市税务局', '持续推进'],
      ['引进人才', '市人才办', '各区政府', '持续推进'],
    ])
  })

  test('copied one cell a line, its head again on the next page', () => {
    const text = [
      '任务分工表',
      ...HEAD,
      '1',
      '建平台',
      '建设公共平台。',
      '市科技局',
      '市财政局',
      '市教育局',
      '年底',
      ...HEAD,
      '2',
      '引人才',
      '引进团队。',
      '市教育局',
      '—',
      '长期',
    ]

    expect(dutiesOf(text.join('\n'))).toEqual([
      ['建平台', '市科技局', '市财政局、市教育局', '年底'],
      ['引人才', '市教育局', '', '长期'],
    ])
  })
})

const WIDTHS = [6, 12, 18, 12, 16, 10]

test('what is found in a cell broken over lines is quoted as it stands on the page', () => {
  const text = [
    '序号  任务      内容            牵头单位   责任单位',
    '1    管目录    编制仪器共享    市科技局   市财政局、',
    '              目录，并更新。             市教育局',
  ].join('\n')
  const { registers } = readPlan(text)

  expect(registers.map(({ name }) => name)).toEqual(['仪器共享目录'])
  expect(text.slice(registers[0]?.start, registers[0]?.end)).toBe(registers[0]?.quote)
})
