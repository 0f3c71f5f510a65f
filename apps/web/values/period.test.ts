import { expect, test } from 'vitest'
import { changeKind, dayInChinese, endOfQuarter, parsePeriod, periodCode, periodTitle } from './period.ts'

test.each(['2026', '2026H1', '2026Q3', '2026-09', 'to:2026-09-30'])('%s is read and written back', (code) => {
  const period = parsePeriod(code)

  expect(period && periodCode(period)).toBe(code)
})

test('what is no period is refused', () => {
  expect(['', '26', '2026Q5', '2026-13', '2026H3', 'to:2026'].map(parsePeriod)).toEqual(Array(6).fill(undefined))
})

test('changing the kind of period keeps the moment', () => {
  expect((['year', 'half', 'quarter', 'month', 'to'] as const).map((kind) => periodCode(changeKind(kind, '2026-09-30')))).toEqual([
    '2026',
    '2026H2',
    '2026Q3',
    '2026-09',
    'to:2026-09-30',
  ])
})

test('titles are as officials write them', () => {
  expect(periodTitle({ kind: 'quarter', year: 2026, part: 3 }).zh).toBe('2026年第三季度')
  expect(periodTitle({ kind: 'half', year: 2026, part: 1 }).zh).toBe('2026年上半年')
  expect(dayInChinese('2026-09-05')).toBe('2026年9月5日')
})

test('a quarter ends on the last day of its third month', () => {
  expect(['2026Q1', '2024Q4', '2026-02', '2026'].map(endOfQuarter)).toEqual(['2026-03-31', '2024-12-31', undefined, undefined])
})
