import { describe, expect, test } from 'vitest'
import { type PlanDraft, readPlan } from './index.ts'

const head = '岚州省未来产业实施方案（2031—2033年）\n'
const read = (text: string): PlanDraft => readPlan(`${head}${text}`)

describe('measures', () => {
  test('a clause says what sort of work on what, and what would prove it is marked as a proposal', () => {
    const [built, encouraged] = read('一、重点任务\n（一）建强平台。高标准建设未来网络实验室，鼓励企业研发专用芯片。').measures

    expect(built).toMatchObject({ action: 'build', object: '未来网络实验室', strength: 'do', deliverable: { proposed: true } })
    expect(built?.deliverable.zh).toContain('“未来网络实验室”')
    expect(encouraged).toMatchObject({ action: 'research', object: '专用芯片', strength: 'encourage' })
  })

  test('the first half of a noun, a purpose and a mark of duty are no measures', () => {
    const text = '一、任务\n（一）拓展。为贯彻落实省委部署，应用场景更加丰富，孵化器能力提升。（省发展改革委牵头，省科技厅配合）'

    expect(read(text).measures).toEqual([])
  })
})

describe('fields', () => {
  test('headings below one that announces fields come first, with where they may belong', () => {
    const { fields } = read('一、重点领域\n（一）脑机接口。发展脑机接口产品。\n（二）低空经济。发展无人机。')

    expect(fields.find(({ label }) => label === '脑机接口')).toMatchObject({ standing: 'heading', mentions: 2 })
    expect(fields.map(({ label, crosswalk }) => [label, crosswalk[0]?.title.zh])).toEqual([
      ['脑机接口', '未来健康'],
      ['低空经济', '未来空间'],
      ['无人机', '未来空间'],
    ])
  })

  test('a list before “等领域” names fields that no scheme knows', () => {
    const { fields } = read('一、任务\n聚焦液流电池、先进封装等重点领域，推进应用。')

    expect(fields.map(({ label, standing }) => [label, standing])).toEqual([
      ['液流电池', 'list'],
      ['先进封装', 'list'],
    ])
  })
})

describe('policy instruments', () => {
  test.each([
    ['对新认定的省级平台，一次性给予50万元奖励。', { kind: 'award', recipient: '新认定的省级平台', per: ['一次性'] }, ['amount 50万元']],
    [
      '对科技贷款按贷款市场报价利率的40%给予贴息，每家企业每年不超过30万元。',
      { kind: 'interest', recipient: '科技贷款' },
      ['rate 40%', 'ceiling 30万元'],
    ],
    ['每家企业每年申领创新券额度不超过20万元，按实际支出的50%兑付。', { kind: 'voucher' }, ['ceiling 20万元', 'rate 50%']],
    ['企业研发费用按实际发生额的100%在税前加计扣除。', { kind: 'tax' }, ['rate 100%']],
  ])('%s', (text, expected, benefits) => {
    const { instruments, targets } = read(`一、支持政策\n${text}`)

    expect(instruments).toMatchObject([expected])
    expect(instruments[0]?.benefits.map(({ role, value, unit }) => `${role} ${String(value)}${unit}`)).toEqual(benefits)
    expect(targets).toEqual([])
  })

  test('conditions are kept apart from what is given', () => {
    const [subsidy] = read('一、政策\n对年度研发费用达到300万元以上的企业，按增量的8%给予补助，最高100万元。').instruments

    expect(subsidy?.conditions.map(({ value, unit, of }) => [value, unit, of])).toEqual([[300, '万元', '对年度研发费用']])
    expect(subsidy?.benefits.map(({ role, of }) => [role, of])).toEqual([
      ['rate', '增量'],
      ['ceiling', null],
    ])
  })
})

describe('targets say more of themselves', () => {
  test('parts that add up belong to their whole, in the sentence and elsewhere', () => {
    const { targets } = read(
      '一、目标\n到2033年，形成90项标准规范，实施项目100项，其中重大项目40项、一般项目60项。\n二、任务\n1.研制标准。制定国家标准30项、行业标准60项。',
    )
    const whole = (value: number) => targets.find((each) => each.value === value && !each.partOf)?.id

    expect(targets.filter(({ partOf }) => partOf === whole(100)).map(({ value }) => value)).toEqual([40, 60])
    expect(targets.filter(({ partOf }) => partOf === whole(90)).map(({ value }) => value)).toEqual([30, 60])
  })

  test('kind, baseline, nature and joint things', () => {
    const { targets } = read(
      '一、目标\n到2033年，研发强度由2.1%提高到2.8%，瞪羚、独角兽企业达到100家，每年引进专家20名，进入全国前10位，成本较2030年下降5%。\n' +
        '指标名称 单位 2030年 2033年 属性\n万人专利 件 12 20 预期性\n能耗强度 % 15 12 约束性',
    )

    expect(targets.map(({ kind }) => kind)).toEqual(['rate', 'stock', 'flow', 'rank', 'relative', 'stock', 'rate'])
    expect(targets.map(({ baseline }) => baseline)).toEqual([2.1, undefined, undefined, undefined, undefined, 12, 15])
    expect(targets.map(({ nature }) => nature).slice(-2)).toEqual(['anticipatory', 'binding'])
    expect(targets[1]?.jointOf).toEqual(['瞪羚', '独角兽企业'])
  })

  test('a benchmark without a number is a relative target', () => {
    const { relativeTargets } = read('一、目标\n到2033年，研发投入增速高于全国平均水平，创新能力进入全国前列。')

    expect(relativeTargets.map(({ metric, relation, benchmark, deadline }) => [metric, relation, benchmark, deadline])).toEqual([
      ['研发投入增速', 'above', '全国平均水平', '2033'],
      ['创新能力', 'reach', '全国前列', '2033'],
    ])
  })
})

describe('duties', () => {
  test('a rule for the tasks above or below is a rule, and its units are inherited', () => {
    const text =
      '一、任务\n（一）建平台。建设平台。（省科技厅牵头）\n以上任务均需各市人民政府配合，不再列出。\n（二）育企业。培育企业。（省工信厅负责）'
    const { dutyRules, responsibilities } = read(text)

    expect(dutyRules).toMatchObject([{ units: ['各市人民政府'], part: 'support', reach: 'before' }])
    expect(responsibilities.map(({ inheritedSupport }) => inheritedSupport)).toEqual([['各市人民政府'], []])
  })

  test('names are kept as printed beside the standard name of the day', () => {
    const [duty] = read('一、任务\n（一）建平台。（省发改委、省科技厅负责）').responsibilities

    expect(duty?.lead).toEqual(['省发改委', '省科技厅'])
    expect(duty?.standardNames).toEqual({ 省发改委: '省发展和改革委员会', 省科技厅: '省科学技术厅' })
  })
})

test('a list is set up, extended or joined', () => {
  const { registers } = read('一、任务\n建立企业培育库，完善重点项目清单，将平台纳入省级资源目录。')

  expect(registers.map(({ name, mode }) => [name, mode])).toEqual([
    ['企业培育库', 'set_up'],
    ['重点项目清单', 'extend'],
    ['省级资源目录', 'join'],
  ])
})

describe('head matter', () => {
  const notice = `岚州省科技厅关于印发《岚州省未来产业实施方案》的通知
岚科发〔2031〕3号
各市科技局，各有关单位：
根据《岚州省科技条例》和《关于发展未来产业的意见》（岚政发〔2030〕8号），制定本方案。原《岚州省产业办法》同时废止。
附件：1.任务清单
岚州省科技厅
2031年3月1日
（此件公开发布）
岚州省未来产业实施方案
一、附则
本方案自印发之日起30日后施行，有效期3年。`

  test('recipients, attachments and disclosure', () => {
    const { recipients, attachments, disclosure } = readPlan(notice)

    expect(recipients?.units).toEqual(['各市科技局', '各有关单位'])
    expect(attachments).toMatchObject([{ title: '任务清单', present: false }])
    expect(disclosure?.kind).toBe('voluntary')
  })

  test('what it rests on and what it repeals, with numbers', () => {
    expect(readPlan(notice).basis.map(({ title, number, relation }) => [title, number, relation])).toEqual([
      ['岚州省科技条例', null, 'basis'],
      ['关于发展未来产业的意见', '岚政发〔2030〕8号', 'basis'],
      ['岚州省产业办法', null, 'repeals'],
    ])
  })

  test('from when until when it holds', () => {
    expect(readPlan(notice).validity).toMatchObject({ from: '2031-03-31', to: '2034-03-30', years: 3 })
  })
})
