import { expect, test } from 'vitest'
import { lastMonths } from './last-months.ts'

test('twelve months end with that of the day, over the turn of the year, and gaps are zero', () => {
  const months = lastMonths([{ month: '2025-12', value: '3', running: '3' }], '2026-03-31')

  expect(months).toHaveLength(12)
  expect(months[0]).toEqual({ month: '2025-04', value: '0' })
  expect(months.find(({ month }) => month === '2025-12')).toEqual({ month: '2025-12', value: '3' })
  expect(months.at(-1)).toEqual({ month: '2026-03', value: '0' })
})
