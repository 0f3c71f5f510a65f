import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { structureOf } from './structure.ts'
import type { StructureItem } from './structure-why.ts'

/** Items written into a text: “#” before a heading's level, targets in 【 】 as quote|label|value|unit. */
function written(lines: readonly string[]): { readonly text: string; readonly items: readonly StructureItem[] } {
  const items: StructureItem[] = []
  let text = ''
  const add = (itemKind: string, quote: string, more: Partial<StructureItem>) =>
    items.push({
      id: `${itemKind}-${text.length}`,
      itemKind,
      label: quote,
      quote,
      start: text.length,
      end: text.length + quote.length,
      level: null,
      low: null,
      high: null,
      unit: null,
      comparator: null,
      qualifier: null,
      period: null,
      ...more,
    })
  for (const line of lines) {
    const [, marks = '', words = ''] = /^(#*)(.*)$/.exec(line)!
    if (marks) add('heading', words.replaceAll(/【([^|]*)[^】]*】/g, '$1'), { level: marks.length })
    for (const piece of words.split(/(【[^】]*】)/)) {
      const [quote = '', label = '', value = '', unit = '', period = ''] = piece.slice(1, -1).split('|')
      if (!piece.startsWith('【')) text += piece
      else {
        const about = quote.includes('左右') ? 'about' : null
        add('target', quote, { label, low: value, unit, comparator: about, qualifier: about, period: period || null })
        text += quote
      }
    }
    text += '\n'
  }
  return { text, items }
}

type Found = Readonly<Record<string, { readonly relation: string; readonly under: string | null | undefined; readonly why: string }>>

const placedBy = (lines: readonly string[]): Found => {
  const { text, items } = written(lines)
  const quoteOf = new Map(items.map(({ id, quote }) => [id, quote]))
  return Object.fromEntries(
    structureOf(items, text).map(({ item, relation, parent, why }) => [
      quoteOf.get(item) ?? item,
      { relation, under: parent === null ? null : quoteOf.get(parent), why: why.zh },
    ]),
  )
}

const GOALS = ['#一、总体目标', '——【制定100项规范|规范制定|100|项】。', '#二、重点任务']

describe('headline and parts', () => {
  test('parts in the clause whose title says the headline again add up to it', () => {
    const placed = placedBy([
      ...GOALS,
      '##（一）【制定100项规范|规范制定|100|项】',
      '到期前形成【地方规范60项|地方规范|60|项】、【国家规范30项|国家规范|30|项】、【国际规范10项左右|国际规范|10|项】。',
    ])

    expect(placed['地方规范60项']).toEqual({ relation: 'part', under: '制定100项规范', why: '60 + 30 + 10 = 100，合计等于总目标' })
    expect(placed['国际规范10项左右']?.relation).toBe('part')
  })

  test('a sum near the headline makes parts only where a number is approximate', () => {
    const lines = (second: string) => [
      ...GOALS,
      '##（一）【制定100项规范|规范制定|100|项】',
      `【地方规范75项|地方规范|75|项】,【${second}|国家规范|20|项】。`,
    ]

    expect(placedBy(lines('国家规范20项左右'))['地方规范75项']?.relation).toBe('part')
    expect(placedBy(lines('国家规范20项'))['地方规范75项']?.relation).toBe('open')
  })

  test('the same number in the clause spells the headline out, one beside it in the sentence stands beside, a smaller one alone is open', () => {
    const placed = placedBy([
      '#一、总体目标',
      '——【培育100家企业|企业培育|100|家】。',
      '#二、重点任务',
      '##（一）【培育100家企业|企业培育|100|家】',
      '形成【10家左右领军企业|领军企业|10|家】，以及【100家左右标杆企业|标杆企业|100|家】。',
      '另有【20家左右试验企业|试验企业|20|家】。',
      '入库【200家骨干企业|骨干企业|200|家】、【300家初创企业|初创企业|300|家】。',
      '【每年组织30项企业活动|企业活动|30|项|per_year】。【集群3个|产业集群|3|个】。',
    ])

    expect(placed['100家左右标杆企业']?.relation).toBe('restated')
    expect(placed['10家左右领军企业']).toMatchObject({ relation: 'beside', why: '与 100 在同一句并列提出' })
    expect(placed['20家左右试验企业']?.relation).toBe('open')
    expect(placed['200家骨干企业']).toMatchObject({ relation: 'beside', why: '200 + 300 大于总目标 100，不是其构成部分' })
    expect(placed['每年组织30项企业活动']).toMatchObject({ relation: 'beside', why: '每年的数，不与到期总数相加' })
    expect(placed['集群3个']?.why).toContain('对象')
  })

  test('a number whose own clause gives terms that add up to it is a headline wherever it stands', () => {
    const placed = placedBy(['#三、布局', '发展【12个链条|链条|12|个】:【甲链条6个|甲链条|6|个】,【乙链条6个|乙链条|6|个】。'])

    expect(placed['12个链条']?.relation).toBe('headline')
    expect(placed['甲链条6个']).toMatchObject({ relation: 'part', under: '12个链条' })
  })

  test('other figures of one goals paragraph each stand alone', () => {
    const placed = placedBy([
      '#一、目标',
      '【高新企业达到6000家|高新企业|6000|家】,【专精企业达到3000家|专精企业|3000|家】,【占比达到7%|占比|7|%】。',
    ])

    expect(Object.values(placed).map(({ relation }) => relation)).toEqual(['headline', 'headline', 'headline'])
  })
})

const anyItem = fc.record({
  itemKind: fc.constantFrom('heading', 'target'),
  label: fc.constantFrom('总体目标', '规范制定', '国家规范', '示范企业', '企业培育', '（一） 企业'),
  length: fc.integer({ min: 1, max: 8 }),
  level: fc.integer({ min: 1, max: 4 }),
  low: fc.option(fc.constantFrom('10', '60', '30', '100'), { nil: null }),
  unit: fc.constantFrom('项', '个', '家', '%'),
  period: fc.constantFrom(null, 'per_year'),
})

test('every target is placed once; what stands under another stands under a headline; the order of items does not matter', () => {
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (drafts, chance) => {
      let at = 0
      const items = drafts.map(({ length, ...draft }, index) => {
        const start = at
        at += length + 1
        return { ...draft, id: `i${index}`, start, end: start + length, quote: 'x', high: null, comparator: null, qualifier: null }
      })
      const text = items.map(({ start, end }) => 'x'.repeat(end - start)).join('。')
      const placed = structureOf(items, text)
      const byItem = new Map(placed.map((each) => [each.item, each]))

      expect(placed.map(({ item }) => item).toSorted()).toEqual(
        items
          .filter(({ itemKind }) => itemKind === 'target')
          .map(({ id }) => id)
          .toSorted(),
      )
      for (const { relation, parent } of placed) {
        expect(relation === 'headline').toBe(parent === null)
        if (parent !== null) expect(byItem.get(parent)?.relation).toBe('headline')
      }
      const shuffled = items.map((item) => ({ item, by: chance.next().value ?? 0 })).toSorted((a, b) => a.by - b.by)
      expect(
        structureOf(
          shuffled.map(({ item }) => item),
          text,
        ),
      ).toEqual(placed)
    }),
  )
})
