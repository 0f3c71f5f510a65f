import { expect, test } from 'vitest'
import { periodToAsk } from './statistic-settings.ts'
import { unitsIn } from './statistic-units.ts'

test('the period that is over last is asked for, within the days that its publication takes', () => {
  expect(periodToAsk('year', 120, '2026-03-01')).toEqual({ period: '2025', dueOn: '2026-04-30' })
  expect(periodToAsk('half', 30, '2026-07-01')).toEqual({ period: '2026H1', dueOn: '2026-07-30' })
  expect(periodToAsk('quarter', null, '2026-01-02')).toEqual({ period: '2025Q4', dueOn: '2026-03-01' })
  expect(periodToAsk('month', 20, '2026-03-31')).toEqual({ period: '2026-02', dueOn: '2026-04-05' })
})

test('units that differ by a power of ten are converted; what measures other things is not compared', () => {
  expect(unitsIn('亿元', '万元')).toBe(10_000)
  expect(unitsIn('万人', '人')).toBe(10_000)
  expect(unitsIn('个', '家')).toBe(1)
  expect(unitsIn('', '%')).toBe(1)
  expect(unitsIn('亿元', '%')).toBeUndefined()
})
