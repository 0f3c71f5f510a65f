import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lightOf } from './light.ts'

const plan = { target: 100, from: '2024-01-01', until: '2026-12-31', unit: { zh: '项', en: 'items' } }
const at = (today: string, actual: number, more: object = {}) => lightOf({ ...plan, today, actual, ...more })

test.each([
  ['2026-01-01', 100, 'done'],
  ['2023-12-31', 0, 'not_started'],
  ['2025-07-02', 51, 'normal'],
  ['2025-07-02', 45, 'warning'],
  ['2025-07-02', 30, 'behind'],
  ['2026-12-31', 99, 'warning'],
  ['2028-01-01', 99, 'warning'],
  ['2028-01-01', 50, 'behind'],
  ['2024-01-01', 0, 'behind'],
])('on %s with %i of 100 it is %s', (today, actual, code) => {
  expect(at(today, actual).code).toBe(code)
})

test('a plan without dates cannot be judged by pace and says so', () => {
  expect(at('2026-01-01', 5, { from: null })).toMatchObject({ code: 'warning', why: { zh: expect.stringContaining('没有起止时间') } })
  expect(at('2026-01-01', 100, { until: null }).code).toBe('done')
})

test('a deadline before the plan’s own first day has passed: all of the target is due', () => {
  const light = at('2024-06-01', 60, { until: '2022-12-31' })

  expect(light).toMatchObject({ code: 'behind', why: { zh: expect.stringContaining('时间已过100.0%') } })
})

test('the light says the arithmetic that led to it', () => {
  expect(at('2025-07-02', 45).why.zh).toMatch(
    /时间已过50\.\d%（2024年1月1日至2026年12月31日）.*应有50\.\d项.*实有45项.*应有数的[89]\d\.\d%/,
  )
})

test('more never makes the light worse, and no words are ever without a number', () => {
  const order = ['behind', 'warning', 'normal', 'done']
  const day = fc.integer({ min: 0, max: 1500 }).map((days) => new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, fc.nat(120), fc.nat(120), fc.option(day, { nil: '2026-12-31' }), (today, one, other, until) => {
      const [less, more] = [at(today, Math.min(one, other), { until }), at(today, Math.max(one, other), { until })]

      expect(order.indexOf(more.code)).toBeGreaterThanOrEqual(order.indexOf(less.code))
      expect(less.why.zh + less.why.en).not.toMatch(/NaN|Infinity|undefined|-\d+\.\d%/)
    }),
    { seed: 1, numRuns: 300 },
  )
})
