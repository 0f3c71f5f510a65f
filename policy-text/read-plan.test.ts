import { expect, test } from 'vitest'
import { readPlan } from './read-plan.ts'

function targetsOf(sentence: string): readonly string[] {
  return readPlan(`一、主要目标\n${sentence}`).targets.map(
    (target) => `${target.metric}=${String(target.value)}${target.unit ?? ''} ${target.qualifier}`,
  )
}

test('each unit of a list has its own target', () => {
  expect(targetsOf('到2031年，新建省级实验室3家、中试基地10个左右和概念验证中心20个以上。')).toEqual([
    '新建省级实验室数量=3家 exact',
    '中试基地数量=10个 about',
    '概念验证中心数量=20个 at_least',
  ])
})

test('a range, a limit from above and a share each keep their kind', () => {
  expect(targetsOf('每年组织攻关项目30—40项，审批时间压缩至5个工作日以内，覆盖率达到98%。')).toEqual([
    '攻关项目组织数量=30,40项 range',
    '审批时间=5个工作日 exact',
    '覆盖率=98% ratio',
  ])
})

test('突破 exceeds behind a metric and solves before a noun', () => {
  expect(targetsOf('技术交易额突破800亿元，突破60项关键技术。')).toEqual(['技术交易额=800亿元 exceed', '突破关键技术数量=60项 exact'])
})

test('labels, dates, codes and phone numbers are no targets', () => {
  expect(targetsOf('实施“双十百”工程，落实《2030年行动计划（5个100）》，推广5G应用，联系电话0500-8888666，2030年3月5日起施行。')).toEqual(
    [],
  )
})

test('what was reached already and what an applicant must have are no targets', () => {
  expect(targetsOf('目前，全市已有实验室30家。申报单位应具备研发人员20名以上。对优秀项目给予50万元奖励。')).toEqual([])
})

test('the figure one starts from is left out', () => {
  expect(targetsOf('到2031年，研发投入强度由2.2%提高到3%。')).toEqual(['研发投入强度=3% ratio'])
})

test('a deadline named for the goals holds for the bullets under them and for no later section', () => {
  const draft = readPlan('一、发展目标\n到2033年，实现新跨越。\n——建成平台12个。\n二、重点任务\n培育企业40家。')

  expect(draft.targets.map((target) => target.deadline)).toEqual(['2033', null])
})

test('lead, support and joint duties are told apart', () => {
  const draft = readPlan(
    '一、任务\n（一）建平台。做好建设。（甲市科技局牵头，甲市财政局、乙县（区）人民政府配合）\n（二）育人才。加强培养。（甲市人社局、甲市教育局按职责分工负责）',
  )

  expect(draft.responsibilities).toMatchObject([
    { lead: ['甲市科技局'], support: ['甲市财政局', '乙县（区）人民政府'], joint: false, appliesTo: '（一）建平台' },
    { lead: ['甲市人社局', '甲市教育局'], support: [], joint: true, appliesTo: '（二）育人才' },
  ])
})

test('supporters named once for all are inherited by later marks', () => {
  const draft = readPlan('一、任务\n做好甲。〔牵头单位：省甲厅。以下均需各市政府配合，不再列出〕\n做好乙。〔牵头单位：省乙厅〕')

  expect(draft.responsibilities.map((duty) => duty.inheritedSupport)).toEqual([[], ['各市政府']])
})

test('a damaged document number is repaired and said to be', () => {
  const draft = readPlan('加快创新行动方案\n甲科发〔20317\n一、总体要求\n加快创新。')

  expect(draft).toMatchObject({ docNumber: '甲科发〔2031〕7号', docNumberRepaired: true })
  expect(draft.warnings.map((warning) => warning.code)).toContain('document-number-repaired')
})

test('a text that is no plan is called one that is probably not', () => {
  expect(readPlan('今天天气很好，我们去公园散步。').warnings.map((warning) => warning.code)).toContain('probably-not-a-plan')
})

test('mechanisms are not registers, lists and catalogues are', () => {
  const draft = readPlan('一、任务\n完善评价机制，编制关键技术攻关清单，发布新产品推荐目录，实行清单化管理。')

  expect(draft.registers.map(({ kind, name }) => [kind, name])).toEqual([
    ['list', '关键技术攻关清单'],
    ['catalogue', '新产品推荐目录'],
  ])
})
