import { expect, test } from 'vitest'
import { groupLate, type LateLine } from './late-groups.ts'

const words = (zh: string) => ({ zh, en: zh })
const line = (city: string | null, move: string, count: number, days: number): LateLine => ({
  register: 'technology',
  registerTitle: words('技术'),
  state: 'submitted',
  move,
  moveLabel: words(move),
  city,
  cityTitle: city,
  by: [words('经办')],
  count,
  due: '2026-09-15',
  days,
  list: { state: 'submitted', late: 1 },
})
const LINES = [line('320500', 'check', 4, 9), line(null, 'check', 1, 12), line('320100', 'accept', 2, 3), line('320500', 'accept', 1, 5)]

test('by city the groups stand in the order of the codes, with what lies nowhere last', () => {
  const groups = groupLate(LINES, 'city')

  expect(groups.map(({ lines, count, days }) => [lines[0].city, count, days])).toEqual([
    ['320100', 2, 3],
    ['320500', 5, 9],
    [null, 1, 12],
  ])
})

test('by step the one that has waited longest stands first, with all its cities', () => {
  const groups = groupLate(LINES, 'step')

  expect(groups.map(({ lines, count, days }) => [lines[0].move, lines.length, count, days])).toEqual([
    ['check', 2, 5, 12],
    ['accept', 2, 3, 5],
  ])
})
