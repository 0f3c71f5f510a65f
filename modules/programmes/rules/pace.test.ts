import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forecastOf, pathTo } from './pace.ts'

const unit = { zh: '项', en: 'items' }
const months = (...values: readonly number[]) =>
  values.map((value, at) => ({ month: `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`, value: String(value) }))

test('an even pace begins with nothing, ends with all, and never falls', () => {
  expect(pathTo(100, '2024-01-01', '2026-12-31', '2023-06-01')).toMatchObject({ share: 0, expected: 0 })
  expect(pathTo(100, '2024-01-01', '2026-12-31', '2027-06-01')).toMatchObject({ share: 1, expected: 100 })
  expect(pathTo(100, '2024-01-01', '2022-12-31', '2024-06-01').share).toBe(1)
  const day = fc.integer({ min: 0, max: 1500 }).map((days) => new Date(Date.UTC(2023, 6, 1) + days * 86_400_000).toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, day, (one, other) => {
      const [earlier, later] = one < other ? [one, other] : [other, one]

      expect(pathTo(100, '2024-01-01', '2026-12-31', later).expected).toBeGreaterThanOrEqual(
        pathTo(100, '2024-01-01', '2026-12-31', earlier).expected,
      )
    }),
    { seed: 1 },
  )
})

test('the mean of the last twelve whole months goes on, and that of the last six is the other end of the band', () => {
  const facts = { actual: 30, months: months(1, 1, 1, 1, 1, 1, 3, 3, 3, 3, 3, 3, 9), until: '2026-12-31', today: '2026-01-15', unit }
  const forecast = forecastOf(facts)!

  // 2 and 3 a month over 351 days of 30.4; January, which is not over, is left out.
  expect(forecast).toMatchObject({ by: '2026-12-31', low: 53, likely: 53, high: 65 })
  expect(forecast.method.zh).toContain('近12个月平均每月2.0项，近6个月平均每月3.0项')
  expect(forecast.method.zh).toMatch(/^推算，不是目标也不是承诺/)
})

test.each([
  ['fewer than six whole months', { months: months(1, 1, 1, 1, 1, 1), today: '2025-06-20' }],
  ['the deadline has passed', { until: '2025-12-31' }],
  ['more was taken off than added', { months: months(1, 1, 1, 1, 1, 1, -9, 0, 0, 0, 0, 0) }],
  ['nothing counts yet', { months: [] }],
])('without a pace to go by there is none: %s', (_why, change) => {
  expect(
    forecastOf({
      actual: 12,
      months: months(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
      until: '2026-12-31',
      today: '2026-01-15',
      unit,
      ...change,
    }),
  ).toBeNull()
})

test('months after the last that counts are months without anything', () => {
  expect(forecastOf({ actual: 12, months: months(6, 6), until: '2026-12-31', today: '2026-01-15', unit })).toMatchObject({
    low: 12,
    high: 24,
  })
})
