import { describe, expect, test } from 'vitest'
import { workingDays } from '#engine/define/working-days.ts'
import { againstClosing, againstNotice, againstPublication } from './decide-batch.ts'

describe('working days', () => {
  test.each([
    ['2026-06-01', '2026-06-05', 5],
    ['2026-06-05', '2026-06-08', 2],
    ['2026-06-06', '2026-06-07', 0],
    ['2026-06-01', '2026-06-01', 1],
    ['2026-06-02', '2026-06-01', 0],
    ['2025-12-29', '2026-01-02', 5],
    ['2024-02-26', '2024-03-01', 5],
  ])('from %s to %s are %i, weekends left out', (from, to, days) => {
    expect(workingDays(from, to)).toBe(days)
  })

  test('leave out days off and take in working weekends of a published table', () => {
    const nationalDay = {
      daysOff: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']),
      workingWeekends: new Set(['2026-10-10']),
    }

    expect(workingDays('2026-10-01', '2026-10-10', nationalDay)).toBe(3)
  })
})

describe('a public notice', () => {
  test('of five working days stands', () => {
    expect(againstNotice('2026-06-01', '2026-06-05', 1)).toEqual([])
    expect(againstNotice('2026-06-05', '2026-06-11', 1)).toEqual([])
  })

  test.each([
    ['over a weekend it is too short', '2026-06-04', '2026-06-09', 1, '4 个工作日'],
    ['it ends before it begins', '2026-06-09', '2026-06-04', 1, '早于'],
    ['the batch is empty', '2026-06-01', '2026-06-12', 0, '没有条目'],
    ['it is longer than a year', '2026-06-01', '2036-06-01', 1, '超过一年'],
  ])('is refused when %s', (_what, from, to, entries, zh) => {
    expect(
      againstNotice(from, to, entries)
        .map((words) => words.zh)
        .join(),
    ).toContain(zh)
  })

  test('that is wrong in several ways is told all of them', () => {
    expect(againstNotice('2026-06-04', '2026-06-05', 0)).toHaveLength(2)
  })

  test('with days far apart is answered at once', () => {
    expect(againstNotice('0001-01-01', '9999-12-31', 1).length).toBeGreaterThan(0)
  })

  test('lasts through the whole of its last day', () => {
    expect(againstClosing('2026-06-12', '2026-06-12')).toHaveLength(1)
    expect(againstClosing('2026-06-12', '2026-06-13')).toEqual([])
    expect(againstClosing(null, '2026-06-13')).toHaveLength(1)
  })
})

describe('publication', () => {
  const entry = { title: '量子测控', completedOn: '2026-05-31' }

  test('by a document after the notice and not after today stands', () => {
    expect(againstPublication('2026-06-13', '2026-06-12', '2026-06-13', [entry])).toEqual([])
  })

  test.each([
    ['on the last day of the notice', '2026-06-12', '2026-06-30', [entry], '不晚于公示截止日'],
    ['in the future', '2026-07-01', '2026-06-30', [entry], '在今天'],
    ['of an empty batch', '2026-06-20', '2026-06-30', [], '没有条目'],
    ['before the work was finished', '2026-06-20', '2026-06-30', [{ title: '早了', completedOn: '2026-06-21' }], '早了'],
  ])('%s is refused', (_what, documentDate, today, entries, zh) => {
    expect(
      againstPublication(documentDate, '2026-06-12', today, entries)
        .map((words) => words.zh)
        .join(),
    ).toContain(zh)
  })

  test('names at most five of the unfinished', () => {
    const many = Array.from({ length: 9 }, (_, at) => ({ title: `项目${at}`, completedOn: '2026-12-31' }))

    const [words] = againstPublication('2026-06-20', null, '2026-06-30', many)
    expect(words!.zh).toContain('项目4等')
    expect(words!.zh).not.toContain('项目5')
  })
})
