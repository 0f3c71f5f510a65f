import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endOfDay, isDay, parsePeriod } from './period.ts'

describe('a period', () => {
  test.each([
    ['2026', '2026-01-01', '2026-12-31', '2026年'],
    ['2026H1', '2026-01-01', '2026-06-30', '2026年上半年'],
    ['2026H2', '2026-07-01', '2026-12-31', '2026年下半年'],
    ['2026Q1', '2026-01-01', '2026-03-31', '2026年第一季度'],
    ['2026Q3', '2026-07-01', '2026-09-30', '2026年第三季度'],
    ['2026-09', '2026-09-01', '2026-09-30', '2026年9月'],
    ['2024-02', '2024-02-01', '2024-02-29', '2024年2月'],
    ['2026-02', '2026-02-01', '2026-02-28', '2026年2月'],
    ['to:2026-09-30', null, '2026-09-30', '截至2026年9月30日'],
    ['all', null, null, '累计'],
  ])('%s is %s to %s, called %s', (code, from, to, zh) => {
    expect(parsePeriod(code)).toMatchObject({ code, from, to, title: { zh } })
  })

  test.each([
    '',
    '26',
    '2026Q5',
    '2026H0',
    '2026-13',
    '2026-00',
    '2026-9',
    'to:2026-02-30',
    'to:2026',
    '2026Q3 ',
    'ALL',
    '0000',
    '0000Q1',
    'to:0000-01-01',
  ])('%s is none', (code) => {
    expect(parsePeriod(code)).toBeUndefined()
  })

  test('of a year is covered by its quarters, its halves and its months without a gap', () => {
    for (const parts of [
      ['Q1', 'Q2', 'Q3', 'Q4'],
      ['H1', 'H2'],
      Array.from({ length: 12 }, (_, at) => `-${String(at + 1).padStart(2, '0')}`),
    ]) {
      const periods = parts.map((part) => parsePeriod(`2028${part}`)!)

      expect([periods[0]!.from, periods.at(-1)!.to]).toEqual(['2028-01-01', '2028-12-31'])
      for (const [at, { from }] of periods.slice(1).entries()) expect(dayAfter(periods[at]!.to!)).toBe(from)
    }
  })
})

test('a day is one that exists, written in full', () => {
  expect(['2026-02-28', '2024-02-29', '0001-01-01', '9999-12-31'].filter((day) => !isDay(day))).toEqual([])
  expect(
    ['2026-02-29', '2026-04-31', '2026-13-01', '2026-1-1', '2026', '2026-01', '', '0000-12-31', '2026-01-01T00:00', '20260101'].filter(
      isDay,
    ),
  ).toEqual([])
})

describe('the end of a day', () => {
  test('is its last millisecond in the zone of the jurisdiction', () => {
    expect(endOfDay('2026-09-30', 'Asia/Shanghai')).toBe('2026-09-30T15:59:59.999Z')
    expect(endOfDay('2026-09-30', 'UTC')).toBe('2026-09-30T23:59:59.999Z')
    expect(endOfDay('2026-09-30', 'America/New_York')).toBe('2026-10-01T03:59:59.999Z')
  })

  test('holds on the days when clocks are put back or forward', () => {
    expect(endOfDay('2026-03-08', 'America/New_York')).toBe('2026-03-09T03:59:59.999Z')
    expect(endOfDay('2026-11-01', 'America/New_York')).toBe('2026-11-02T04:59:59.999Z')
    // Summer time in Shanghai, 1986-1991.
    expect(endOfDay('1988-07-01', 'Asia/Shanghai')).toBe('1988-07-01T14:59:59.999Z')
  })

  test('is an instant that PostgreSQL takes, however long ago', () => {
    expect(endOfDay('0000-01-01', 'Asia/Shanghai')).toMatch(/^1900-01-01T/)
  })

  test('of one day lies before that of the next, and on that day there', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((at) => new Date(Date.UTC(1950, 0, 1) + at * 86_400_000).toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, fc.constantFrom('Asia/Shanghai', 'UTC', 'Europe/Berlin', 'Asia/Kathmandu'), (one, zone) => {
        const there = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })

        expect(there.format(new Date(endOfDay(one, zone)))).toBe(one)
        expect(there.format(Date.parse(endOfDay(one, zone)) + 1)).toBe(dayAfter(one))
      }),
      { seed: 1, numRuns: 300 },
    )
  })
})

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
