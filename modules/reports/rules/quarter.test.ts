import { expect, test } from 'vitest'
import { lastQuarter, quarterDue, roundDays } from './quarter.ts'

test.each([
  ['2026-10-01', '2026Q3'],
  ['2026-12-31', '2026Q3'],
  ['2027-01-01', '2026Q4'],
])('on %s the last quarter that is over is %s', (day, period) => {
  expect(lastQuarter(day)).toBe(period)
})

test('a round opens on the fifth day after its quarter and is open for five', () => {
  expect(roundDays('2026-12-31')).toEqual({ opensOn: '2027-01-05', dueOn: '2027-01-10' })
})

test.each([
  ['2026-10-04', undefined],
  ['2026-10-05', '2026Q3'],
  ['2026-11-05', '2026Q3'],
  ['2026-11-06', undefined],
])('on %s the round that should be open is %s', (day, period) => {
  expect(quarterDue(day)).toBe(period)
})
