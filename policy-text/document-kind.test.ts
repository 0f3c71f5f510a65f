import { expect, test } from 'vitest'
import { readPlan } from './read-plan.ts'

const kindOf = (text: string) => readPlan(text).documentKind.kind

test.each([
  ['某省低空经济发展规划（2031—2035年）\n\n一、总体要求\n夯实基础。', 'plan'],
  ['某省人民政府关于加快种业振兴的若干意见\n\n一、总体要求\n夯实基础。', 'opinions'],
  ['某市促进民宿发展若干措施\n\n一、加大支持\n给予补助。', 'measures'],
  ['某市2031年重点工作任务分工表\n序号\t任务\t责任单位\n1\t修路\t市交通运输局\n2\t建桥\t市交通运输局', 'task-list'],
  ['关于开展2031年度示范村申报工作的通知\n各县区：\n一、申报条件\n集体经济较强。', 'notice'],
  ['《某市养老服务规划》政策解读\n\n一、出台背景\n市民政局起草了《某市养老服务规划》。', 'explanation'],
  ['某市2031年国民经济和社会发展统计公报\n\n一、综合\n年末全市户籍人口120万人。', 'statistics'],
])('a document goes by its title: %s', (text, kind) => {
  expect(kindOf(text)).toBe(kind)
})

test('without a title that tells, it goes by how its sentences speak', () => {
  const told =
    '全市养老服务推进会召开\n6月2日，推进会召开。会议指出，去年新增床位300张。会议强调，要织密服务网。市民政局负责人表示，将加强督导。'
  const counted = [
    '全年完成投资30亿元，比上年增长6.1%',
    '年末拥有企业400家',
    '同比增长3.2%',
    '全年接待游客80万人次，比上年增长9.5%',
    '年末公路里程700公里',
  ].join('。')

  expect(readPlan(told).documentKind).toMatchObject({ kind: 'news' })
  expect(readPlan(`${counted}。`).documentKind).toMatchObject({ kind: 'statistics' })
  expect(kindOf('加强统筹。')).toBe('unknown')
})

test('who reads a bulletin, news or an explanation is told so', () => {
  const codes = (text: string) => readPlan(text).warnings.map(({ code }) => code)

  expect(codes('某市2031年统计公报\n一、综合\n年末人口12万人。')).toContain('statistical-bulletin')
  expect(codes('《某市规划》政策解读\n一、背景\n《某市规划》已经印发。')).toContain('explanation-of-another')
  expect(codes('某市发展规划\n一、目标\n到2031年，建成平台3个。')).not.toContain('news-report')
})
