import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldKey, fieldKinship } from './field-names.ts'

const kinship = (one: string, other: string) => fieldKinship(one, other)?.zh ?? null

describe('fields of two plans', () => {
  test.each([
    ['工业互联网', '卫星互联网'],
    ['功率半导体', '第三代半导体'],
    ['工业机器人', '人形机器人'],
    ['生物制造', '生物医药'],
    ['生物产业', '生物制造'],
    ['量子计算', '量子通信'],
    ['未来能源', '未来材料'],
    ['新能源', '新能源汽车'],
    ['海洋装备', '轨道交通装备'],
  ])('with another distinction are fields apart, whatever they share: %s, %s', (one, other) => {
    expect(kinship(one, other)).toBeNull()
  })

  test.each([
    ['人形机器人', '机器人'],
    ['绿色氢能', '氢能'],
    ['智能网联新能源汽车', '智能网联汽车'],
    ['海洋工程装备', '海洋装备'],
    ['印刷显示', '新型显示'],
    ['航空航天材料', '航空航天'],
    ['氢能装备', '氢能'],
  ])('of which one is more particular are offered, and it says which: %s, %s', (narrow, wide) => {
    expect([kinship(narrow, wide), kinship(wide, narrow)]).toEqual(Array(2).fill(`“${narrow}”比“${wide}”更具体`))
  })

  test('that only praise themselves differently are offered', () => {
    for (const [one, other] of [
      ['先进半导体', '新一代半导体'],
      ['前沿材料', '先进材料'],
      ['高端装备', '先进装备'],
    ] as const)
      expect(kinship(one, other)).toBe('中心词相同，只是修饰语不同')
  })

  test('of which nothing is left without praise are a kind of nothing', () => {
    expect([kinship('超导材料', '先进材料'), kinship('智能制造', '先进制造'), kinship('电子信息', '新一代信息技术')]).toEqual([
      null,
      null,
      null,
    ])
  })

  test('named side by side meet in what they share', () => {
    const shared = '并列的领域中有相同或相近的一项'

    expect([kinship('低空经济和商业航天', '商业航天'), kinship('深海空天', '深地深海深空'), kinship('氢能和核聚变能', '绿色氢能')]).toEqual(
      [shared, shared, shared],
    )
    expect([fieldKey('深海深地'), fieldKey('基因与细胞治疗')]).toEqual([fieldKey('深地深海产业'), fieldKey('细胞和基因技术')])
    expect(kinship('光子芯片与器件', '核心电子元器件')).toBeNull()
  })

  test('are judged alike whichever comes first', () => {
    const words = fc.constantFrom(
      '新',
      '先进',
      '智能',
      '人形',
      '机器人',
      '材料',
      '氢能',
      '深海',
      '空天',
      '与',
      '装备',
      '量子',
      '新一代',
      '产业',
      '',
    )
    const name = fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(fieldKinship(one, other)).toEqual(fieldKinship(other, one))
      }),
    )
  })
})
