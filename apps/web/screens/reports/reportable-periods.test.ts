import { expect, test } from 'vitest'
import { reportablePeriods } from './reportable-periods.ts'

test('papers are offered for what is over: quarters, and halves and years with the quarter they end with', () => {
  expect(reportablePeriods('2026Q3').slice(0, 7)).toEqual(['2026Q3', '2026Q2', '2026H1', '2026Q1', '2025Q4', '2025H2', '2025'])
  expect(reportablePeriods('2026Q4').slice(0, 3)).toEqual(['2026Q4', '2026H2', '2026'])
})
