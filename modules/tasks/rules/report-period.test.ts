import { expect, test } from 'vitest'
import { periodToReport } from './report-period.ts'

test.each([
  ['quarter', '2026-09-20', '2026Q2', undefined],
  ['quarter', '2026-09-21', '2026Q3', '2026-10-05'],
  ['quarter', '2026-09-30', '2026Q3', '2026-10-05'],
  ['quarter', '2026-10-04', '2026Q3', '2026-10-05'],
  ['quarter', '2026-10-20', '2026Q3', '2026-10-25'],
  ['quarter', '2026-11-05', '2026Q3', '2026-11-10'],
  ['quarter', '2026-11-06', '2026Q3', undefined],
  ['quarter', '2026-01-03', '2025Q4', '2026-01-05'],
  ['month', '2026-02-18', '2026-01', '2026-02-23'],
  ['month', '2026-02-19', '2026-02', '2026-03-05'],
  ['month', '2028-02-20', '2028-02', '2028-03-05'],
] as const)('by the %s on %s the report of %s is due on %s', (cadence, day, code, dueOn) => {
  const period = periodToReport(cadence, day)

  expect(period?.dueOn).toBe(dueOn)
  if (dueOn) expect(period?.code).toBe(code)
})

test('a report that opens late is open as many days as one that opens in time lasts after its period', () => {
  expect(periodToReport('month', '2026-03-10')).toMatchObject({ code: '2026-02', dueOn: '2026-03-15' })
})
