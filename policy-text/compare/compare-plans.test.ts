import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPlan } from '../read-plan.ts'
import { comparePlans } from './compare-plans.ts'
import { unitOf, unitsApart } from './metric-names.ts'
import type { AreaSizes, PairKind, PlanComparison, PlanPair } from './plans-compared.ts'

const LAKE = `望湖省未来产业发展行动方案（2025—2027年）

一、主要目标
到2027年，高新技术企业数量达到1.2万家，技术合同成交额达到3200亿元，每年引进领军人才200名，研发经费投入强度达到3.2%，建成中试平台30个。

二、重点领域
（一）低空经济。
（二）脑机接口。
（三）基因与细胞。

三、重点任务
（一）搭建转化载体。建设概念验证中心。编制技术攻关清单。（省科技厅牵头，省财政厅配合）
（二）组织技术攻关。攻克高端轴承制造工艺。（省工业和信息化厅牵头）
`
const HILL = `云岭省未来产业培育实施方案（2026—2028年）

一、发展目标
到2028年，全省高新技术企业总数达到9000家，技术合同成交额达到8000000万元，累计引进领军人才450名，研发经费投入强度达到3.2%，培育瞪羚企业80家。

二、重点领域
（一）低空产业。
（二）细胞和基因。
（三）绿色船舶。

三、重点任务
（一）打通转化通道。建设概念验证中心。（省科学技术厅牵头）
（二）组织联合攻关。攻克高端轴承的制造工艺。（省科学技术厅牵头，省财政厅配合）
`
const sizes = (area: string, people: number, gdp: number, year = '2025'): AreaSizes => ({
  area,
  population: [{ year, value: people * 10_000, printed: `${people}万人` }],
  gdp: [{ year, value: gdp * 100_000_000, printed: `${gdp}亿元` }],
})
const known = comparePlans(LAKE, HILL, { named: [sizes('望湖省', 8000, 100_000), sizes('云岭省', 4500, 30_000)] })
const about = (words: string, subject: PlanPair['subject'] = 'target', { pairs }: PlanComparison = known) =>
  pairs.find((pair) => pair.subject === subject && `${pair.one?.name} ${pair.other?.name}`.includes(words))!
const basis = (pair: PlanPair, name: string) => pair.bases.find((each) => each.basis === name)

describe('targets of two plans', () => {
  test('of one metric are paired whatever provinces call it, with units converted and the arithmetic in words', () => {
    const contracts = about('技术合同')

    expect(about('高新技术企业')).toMatchObject({
      kind: 'different',
      one: { says: { zh: '1.2万家（2027年）' } },
      other: { says: { zh: '9000家（2028年）' } },
    })
    expect(basis(about('高新技术企业'), 'as_stated')).toMatchObject({
      unit: { zh: '万家' },
      one: { value: 1.2 },
      other: { value: 0.9, words: { zh: '9000家=0.9万家' } },
    })
    expect(basis(contracts, 'as_stated')).toMatchObject({
      unit: { zh: '亿元' },
      other: { value: 800, words: { zh: '8000000万元=800亿元' } },
    })
    expect(contracts.why.zh).toContain('期限不同（2027、2028）')
  })

  test('one by the year and one over the period are compared by the year only', () => {
    const people = about('领军人才')

    expect(people.kind).toBe('different')
    expect(basis(people, 'as_stated')).toMatchObject({
      one: null,
      other: null,
      why: { zh: expect.stringContaining('不能直接比') as string },
    })
    expect(basis(people, 'per_year')).toMatchObject({
      one: { value: 200, words: { zh: '每年200名' } },
      other: { value: 150, words: { zh: '450名÷3年（2026—2028）=150名/年' } },
    })
  })

  test('are divided by population and GDP where statistics have them for one year, and rates are not', () => {
    const firms = about('高新技术企业')

    expect(basis(firms, 'per_person')).toMatchObject({ unit: { zh: '每百万人' }, one: { value: 150 }, other: { value: 200 } })
    expect(basis(firms, 'per_person')?.one?.words.zh).toBe('1.2万家÷8000万人（望湖省，2025年）=150')
    expect(basis(about('技术合同'), 'per_gdp')).toMatchObject({ unit: { zh: '%（占GDP）' }, one: { value: 3.2 } })
    expect(about('研发').bases.map((each) => each.basis)).toEqual(['as_stated'])
  })

  test('without such statistics are not, and it says why', () => {
    const bare = comparePlans(LAKE, HILL)
    const years = comparePlans(LAKE, HILL, { named: [sizes('望湖省', 8000, 1, '2024'), sizes('云岭省', 4500, 1)] })
    const half = comparePlans(LAKE, HILL, { named: [sizes('望湖省', 8000, 1), { area: '云岭省', population: [], gdp: [] }] })

    expect(basis(about('高新技术企业', 'target', bare), 'per_person')).toBeUndefined()
    expect(bare.missingSizes.population?.zh).toContain('没有确定')
    expect(years.missingSizes.gdp?.zh).toContain('没有同一年份')
    expect(half.missingSizes.population?.zh).toBe('统计数据中没有云岭省的常住人口，不能折算')
    expect(known.missingSizes).toEqual({ population: null, gdp: null })
  })

  test('are divided by the size of the area that a person chose, whatever the plan names', () => {
    const chosen = comparePlans(LAKE, HILL, {
      named: [sizes('望湖省', 8000, 100_000), sizes('云岭省', 4500, 30_000)],
      other: sizes('云岭新区', 450, 3000),
    })

    expect([chosen.one.area, chosen.other.area]).toEqual(['望湖省', '云岭新区'])
    expect(basis(about('高新技术企业', 'target', chosen), 'per_person')).toMatchObject({ one: { value: 150 }, other: { value: 2000 } })
  })

  test('that only one plan has are told as such', () => {
    expect(about('中试平台')).toMatchObject({ kind: 'only_one', other: null })
    expect(about('瞪羚')).toMatchObject({ kind: 'only_other', one: null })
  })

  test('a level and a flow of one name are offered, never decided', () => {
    const [pair] = comparePlans(
      '甲方案（2026—2028年）\n一、目标\n到2028年，省级实验室达到40家。\n',
      '乙方案（2026—2028年）\n一、目标\n到2028年，新增省级实验室15家。\n',
    ).pairs.filter(({ subject }) => subject === 'target')

    expect(pair).toMatchObject({ kind: 'offered', why: { zh: expect.stringContaining('一为增量、一为存量') as string } })
  })
})

describe('the rest of two plans', () => {
  test('fields of one name or alias are the same, parts may change places, and others are lacking', () => {
    expect(about('低空', 'field')).toMatchObject({ kind: 'same', why: { zh: expect.stringContaining('不同写法') as string } })
    expect(about('基因', 'field').kind).toBe('same')
    expect(about('脑机接口', 'field').kind).toBe('only_one')
    expect(about('绿色船舶', 'field').kind).toBe('only_other')
    expect(known.fieldGroups).toContainEqual(
      expect.objectContaining({ title: expect.objectContaining({ zh: '未来空间' }) as object, one: ['低空经济'], other: ['低空产业'] }),
    )
  })

  test('measures are matched by class and object; those only worded alike are offered', () => {
    expect(about('概念验证中心', 'measure')).toMatchObject({
      kind: 'same',
      why: { zh: expect.stringContaining('同属“建”类举措') as string },
    })
    expect(about('高端轴承', 'measure').kind).toBe('offered')
  })

  test('offices are compared without the name of their place, by their standard names', () => {
    expect(about('科学技术厅', 'duty')).toMatchObject({
      kind: 'different',
      one: { says: { zh: '牵头1项，配合0项' } },
      other: { says: { zh: '牵头2项，配合0项' } },
    })
    expect(about('财政厅', 'duty').kind).toBe('same')
  })

  test('lists that only one sets up are lacking in the other', () => {
    expect(about('技术攻关清单', 'register').kind).toBe('only_one')
  })
})

test('a traditional text and a simplified one meet in mainland terms, each quoted as printed', () => {
  const traditional = '某縣低空產業發展方案（2026—2028年）\n\n一、主要目標\n到2028年，技術契約成交額達到90億元，建設套用場景40個。\n'
  const simplified = '某县低空产业发展方案（2026—2028年）\n\n一、主要目标\n到2028年，技术合同成交额达到900000万元，建设应用场景40个。\n'
  const targets = comparePlans(traditional, simplified).pairs.filter(({ subject }) => subject === 'target')

  expect(targets.map(({ kind, one }) => [kind, one?.quote])).toEqual([
    ['same', '技術契約成交額達到90億元'],
    ['same', '建設套用場景40個'],
  ])
})

describe('a plan without its text', () => {
  const { warnings: _warnings, clauses: _clauses, headings: _headings, ...kept } = readPlan(HILL)

  test('is compared by what is kept of it, with the same verdicts, and has no clauses to open', () => {
    const [whole, bare] = [comparePlans(LAKE, HILL), comparePlans(LAKE, kept)]

    expect(bare.pairs).toEqual(whole.pairs)
    expect([whole.other.hasText, bare.other.hasText, bare.one.hasText, bare.other.clauses]).toEqual([true, false, true, []])
    expect(bare.other.title).toBe(whole.other.title)
  })
})

describe('whichever plans are compared', () => {
  const LINES = [
    '到2028年，专利授权量达到1.5万件，建成平台12个。',
    '每年引进团队30个。',
    '累计实施项目900项，投入资金25亿元。',
    '由120家增加到300家科技型中小企业。',
    '增速高于全国平均水平。',
    '（一）建设中试基地。（省科技厅牵头，省财政厅配合）',
    '（二）培育骨干企业，编制企业名录。',
    '聚焦氢能、量子科技、合成生物等领域开展攻关。',
    '对认定的企业给予最高200万元补助。',
  ]
  const plan = fc
    .tuple(fc.integer({ min: 2024, max: 2027 }), fc.constantFrom('甲省', '乙省', '丙省'), fc.subarray(LINES), fc.subarray(LINES))
    .map(
      ([from, place, goals, tasks]) =>
        `${place}行动方案（${from}—${from + 2}年）\n\n一、主要目标\n${goals.join('\n')}\n\n二、重点任务\n${tasks.join('\n')}\n`,
    )

  test('a plan with itself is the same in everything', () => {
    fc.assert(
      fc.property(plan, (text) => {
        expect([...new Set(comparePlans(text, text).pairs.map(({ kind }) => kind))].filter((kind) => kind !== 'same')).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('one with other is the mirror of other with one', () => {
    const flipped: Readonly<Record<PairKind, PairKind>> = {
      same: 'same',
      different: 'different',
      offered: 'offered',
      only_one: 'only_other',
      only_other: 'only_one',
    }
    const mirrored = (pair: PlanPair): PlanPair => ({
      ...pair,
      kind: flipped[pair.kind],
      one: pair.other,
      other: pair.one,
      bases: pair.bases.map((each) => ({ ...each, one: each.other, other: each.one })),
    })
    const sorted = (pairs: readonly PlanPair[]) => pairs.map((pair) => JSON.stringify(pair)).toSorted()
    fc.assert(
      fc.property(plan, plan, (a, b) => {
        const [there, back] = [
          comparePlans(a, b, { named: [sizes('甲省', 10, 20), sizes('乙省', 30, 40)] }),
          comparePlans(b, a, { named: [sizes('乙省', 30, 40), sizes('甲省', 10, 20)] }),
        ]

        expect(sorted(there.pairs.map(mirrored))).toEqual(sorted(back.pairs))
        expect(there.missingSizes).toEqual(back.missingSizes)
      }),
      { numRuns: 60 },
    )
  })

  test('every quote is verbatim, and every finding stands in exactly one pair', () => {
    fc.assert(
      fc.property(plan, plan, (a, b) => {
        const { pairs } = comparePlans(a, b)

        for (const { one, other } of pairs) {
          if (one) expect(a.slice(one.start, one.end)).toBe(one.quote)
          if (other) expect(b.slice(other.start, other.end)).toBe(other.quote)
        }
        const own = pairs.filter(({ subject, one }) => subject === 'target' && one).map(({ one }) => `${one?.start} ${one?.end}`)
        expect(new Set(own).size).toBe(own.length)
      }),
      { numRuns: 60 },
    )
  })

  test('1.2万 and 12000, 亿元 and 万元 meet; persons and times of persons, yuan and per cent do not', () => {
    const apart = (one: string, other: string) => unitsApart(unitOf(one), unitOf(other), [one, other]) !== null

    expect([apart('万件', '件'), apart('亿元', '万元'), apart('家', '个'), apart('万千瓦', '兆瓦'), apart('公顷', '平方公里')]).toEqual([
      false,
      false,
      false,
      false,
      false,
    ])
    expect([apart('人次', '人'), apart('亿元', '%'), apart('%', '个百分点'), apart('美元', '元'), apart('件/万人', '件')]).toEqual([
      true,
      true,
      true,
      true,
      true,
    ])
    expect([unitOf('万千瓦').power, unitOf('千瓦').power, unitOf('个百分点').power, unitOf('百项').power]).toEqual([4, 0, 0, 2])
  })
})
