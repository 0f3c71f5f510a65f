import { expect, test } from 'vitest'
import { type DatedTerms, lastQuarter, quarterDue, quarterOf, roundDays, termsOn } from './quarter.ts'

const SET: readonly DatedTerms[] = [
  { fromOn: '2027-04-01', opensAfterDays: 8, openForDays: 3 },
  { fromOn: '2026-10-01', opensAfterDays: 3, openForDays: 10 },
]

test.each([
  ['2026-10-01', '2026Q3'],
  ['2026-12-31', '2026Q3'],
  ['2027-01-01', '2026Q4'],
])('on %s the last quarter that is over is %s', (day, period) => {
  expect(lastQuarter(day)).toBe(period)
})

test('the last day of a year lies in its fourth quarter', () => {
  expect([quarterOf('2026-12-31'), quarterOf('2027-01-01')]).toEqual(['2026Q4', '2027Q1'])
})

test('a round opens on the fifth day after its quarter and is open for five, where nothing else is set', () => {
  expect(roundDays('2026-12-31', [])).toEqual({ opensOn: '2027-01-05', dueOn: '2027-01-10' })
  expect(roundDays('2026-09-30', SET)).toEqual({ opensOn: '2026-10-05', dueOn: '2026-10-10' })
})

test('terms hold for quarters that end on their day or later, until others come into force', () => {
  expect(roundDays('2026-12-31', SET)).toEqual({ opensOn: '2027-01-03', dueOn: '2027-01-13' })
  expect(termsOn('2027-03-31', SET)).toMatchObject({ opensAfterDays: 3 })
  expect(roundDays('2027-06-30', SET)).toEqual({ opensOn: '2027-07-08', dueOn: '2027-07-11' })
})

test.each([
  ['2026-10-04', [], undefined],
  ['2026-10-05', [], '2026Q3'],
  ['2026-11-05', [], '2026Q3'],
  ['2026-11-06', [], undefined],
  ['2027-01-03', SET, '2026Q4'],
  ['2027-01-02', SET, undefined],
])('on %s, with %o set, the round that should be open is %s', (day, set, period) => {
  expect(quarterDue(day, set)).toBe(period)
})
