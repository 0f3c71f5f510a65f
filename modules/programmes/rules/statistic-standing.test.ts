import { describe, expect, test } from 'vitest'
import { forecastOfStatistic, lightOfStatistic, type StatisticTarget } from './statistic-standing.ts'

const target: StatisticTarget = { value: 3, comparator: 'at_least', baseline: 2, from: '2021-01-01', until: '2024-12-31' }
const on = (period: string, value: string, changes: Partial<StatisticTarget> = {}, today = '2023-06-01') =>
  lightOfStatistic({ period, value }, { ...target, ...changes }, '%', today)

describe('the light of a published value', () => {
  test('is done when the value is reached; an upper bound is reached from below', () => {
    expect(on('2023', '3').code).toBe('done')
    expect(on('2023', '2.9', { comparator: 'at_most' }).code).toBe('done')
    expect(on('2023', '3.1', { comparator: 'at_most' }).code).not.toBe('done')
  })

  test('goes by the line from the baseline, on the last day of the period and not on the day asked', () => {
    expect(on('2022', '2.5').code).toBe('normal')
    expect(on('2022', '2.45').code).toBe('warning')
    expect(on('2022', '2.3')).toMatchObject({ code: 'behind', why: { zh: expect.stringContaining('2022年12月31日') as string } })
    expect(on('2021Q4', '2.25').code).toBe('normal')
  })

  test('a figure to be brought down is on its way when it falls', () => {
    const down = { value: 10, baseline: 20, comparator: 'at_most' }
    expect(on('2022', '15', down).code).toBe('normal')
    expect(on('2022', '19', down).code).toBe('behind')
  })

  test('tells no pace without a baseline, and says so', () => {
    expect(on('2022', '2.5', { baseline: null })).toMatchObject({
      code: 'warning',
      why: { zh: expect.stringContaining('差0.5%') as string },
    })
    expect(on('2020', '2', {}, '2020-06-01').code).toBe('not_started')
  })
})

describe('what the yearly change would lead to', () => {
  const series = [
    { period: '2021', value: '2.1' },
    { period: '2022', value: '2.2' },
    { period: '2023', value: '2.5' },
  ]

  test('the mean goes on to the deadline, the smallest and largest change are the band', () => {
    expect(forecastOfStatistic(series, '2025-12-31', '%')).toMatchObject({ by: '2025-12-31', low: 2.7, likely: 2.9, high: 3.1 })
  })

  test('nothing from one year, from quarters, or after the deadline', () => {
    expect(forecastOfStatistic(series.slice(0, 1), '2025-12-31', '%')).toBeNull()
    expect(forecastOfStatistic([series[0]!, { period: '2023Q1', value: '9' }], '2025-12-31', '%')).toBeNull()
    expect(forecastOfStatistic(series, '2023-12-31', '%')).toBeNull()
  })
})
