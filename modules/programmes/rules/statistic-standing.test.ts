import { describe, expect, test } from 'vitest'
import { forecastOfStatistic, type Judging, lightOfStatistic, type StatisticTarget, soFar, USUAL_JUDGING } from './statistic-standing.ts'

const target: StatisticTarget = { value: 3, comparator: 'at_least', baseline: 2, from: '2021-01-01', until: '2024-12-31' }
const on = (period: string, value: string, changes: Partial<StatisticTarget> = {}, today = '2023-06-01') =>
  lightOfStatistic({ period, value }, { ...target, ...changes }, { ...USUAL_JUDGING, unit: '%' }, today)

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
      why: { zh: expect.stringContaining('差0.5个百分点') as string },
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

describe('settings of the indicator', () => {
  const yearly: StatisticTarget = { value: 120, comparator: 'at_least', baseline: 100, from: '2024-01-01', until: '2025-12-31' }
  const judged = (period: string, value: string, judging: Partial<Judging>) =>
    lightOfStatistic({ period, value }, yearly, { ...USUAL_JUDGING, unit: '亿元', ...judging }, '2025-08-01')

  test('what accrues within the year is held against the part of the year that has passed', () => {
    expect(judged('2025Q2', '60', { accrual: 'yearToDate' })).toMatchObject({
      code: 'normal',
      why: { zh: expect.stringContaining('全年120亿元的50%') as string },
    })
    expect(judged('2025Q2', '60', { accrual: 'level' }).code).toBe('behind')
    expect(judged('2025Q2', '40', { accrual: 'yearToDate' }).code).toBe('behind')
  })

  test('figures of each period alone are added up to the year so far, whole years and other lengths left out', () => {
    const series = [
      { period: '2024', value: '110' },
      { period: '2025Q1', value: '25.5' },
      { period: '2025H1', value: '60' },
      { period: '2025Q2', value: '30.1' },
    ]
    expect(soFar(series, 'ofPeriod')).toEqual({ period: '2025Q2', value: '55.6' })
    expect(soFar(series, 'level')).toEqual(series.at(-1))
    expect(soFar([], 'ofPeriod')).toBeUndefined()
  })

  test('the lines between the lights move, and the light says where they stand', () => {
    expect(judged('2025', '117', {}).code).toBe('warning')
    expect(judged('2025', '117', { onTrack: 0.8, atRisk: 0.5 })).toMatchObject({
      code: 'normal',
      why: { zh: expect.stringContaining('80%以上为正常，50%以下为滞后') as string },
    })
  })

  test('half a year below an upper bound of a year has not kept it yet', () => {
    const most = { ...yearly, comparator: 'at_most', baseline: 140 }
    const judging = { ...USUAL_JUDGING, unit: '起', accrual: 'yearToDate' } as const
    expect(lightOfStatistic({ period: '2025H1', value: '60' }, most, judging, '2025-08-01').code).toBe('normal')
    expect(lightOfStatistic({ period: '2025H1', value: '100' }, most, judging, '2025-08-01').code).toBe('behind')
    expect(lightOfStatistic({ period: '2025', value: '119' }, most, judging, '2026-02-01').code).toBe('done')
  })
})
