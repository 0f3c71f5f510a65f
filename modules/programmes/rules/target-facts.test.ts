import { expect, test } from 'vitest'
import { partFor } from './part-for.ts'
import { targetFacts } from './target-facts.ts'

const facts = (quote: string, more: object = {}) =>
  targetFacts({
    id: 'i',
    itemKind: 'target',
    label: '',
    quote,
    start: 0,
    end: 1,
    level: null,
    low: '1',
    high: null,
    unit: '家',
    comparator: null,
    qualifier: null,
    period: null,
    detail: null,
    ...more,
  })

test('the words around a number say how firm it is, whether about, of what nature and how wide', () => {
  expect(facts('全省确保企业达到100家')).toEqual({ strength: 'must', approximate: false, kind: 'stock', scope: '全省' })
  expect(facts('力争建成20个左右')).toEqual({ strength: 'strive', approximate: true, kind: 'cumulative', scope: null })
  expect(facts('国际标准10项', { detail: { strive: true } }).strength).toBe('strive')
  expect(facts('每年引进10名', { period: 'per_year' }).kind).toBe('flow')
  expect(facts('占比7%', { unit: '%' }).kind).toBe('rate')
})

test('a part of an indicator is proposed only where the target says its name', () => {
  const parts = {
    local: { title: { zh: '地方或行业标准', en: 'Local' }, measures: [] },
    national: { title: { zh: '国家标准', en: 'National' }, measures: [] },
    international: { title: { zh: '国际标准', en: 'International' }, measures: [] },
  }

  expect(['地方标准或行业标准制定数量', '国家标准数量', '国际标准数量', '专利数量'].map((label) => partFor(label, { parts }))).toEqual([
    'local',
    'national',
    'international',
    null,
  ])
})
