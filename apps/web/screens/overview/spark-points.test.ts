import { expect, test } from 'vitest'
import { sparkOf } from './spark-points.ts'

const unit = { zh: '项', en: 'items' }
const tile = {
  indicator: { code: 'x', title: unit, unit, register: 'r', ruleVersion: 1, rule: [] },
  counted: 'published',
  measures: [],
  value: '50',
  settings: [],
  parts: [],
  light: null,
  byArea: [],
  week: { since: '2025-06-24', value: '0', measures: [], areas: [] },
  target: {
    id: '',
    value: '100',
    high: null,
    unit: '项',
    comparator: '',
    deadline: '2026',
    quote: '',
    document: '',
    documentTitle: '',
    item: '',
    start: 0,
    end: 0,
  },
  path: { from: '2024-01-01', until: '2026-12-31', share: 0.5, expected: 50 },
  forecast: { by: '2026-12-31', low: 80, likely: 90, high: 120, method: unit },
  byMonth: [
    { month: '2024-06', value: '20', running: '20' },
    { month: '2025-06', value: '30', running: '50' },
  ],
}

test('the path runs from corner to target, the running total stays inside and ends today', () => {
  const { path, running, forecast } = sparkOf(tile, '2025-07-01')!

  expect(path).toEqual([
    [0, 0],
    [1, 100 / 120],
  ])
  for (const [x, y] of running) expect(x >= 0 && x <= 1 && y >= 0 && y <= 1).toBe(true)
  expect(running.at(-1)![0]).toBeCloseTo(0.5, 2)
  expect(forecast!.high).toEqual([1, 1])
  expect(forecast!.from).toEqual(running.at(-1))
})

test('without a target there is the running total alone, and without anything nothing', () => {
  const bare = { ...tile, target: null, path: null, forecast: null }

  expect(sparkOf(bare, '2025-07-01')).toMatchObject({ path: undefined, forecast: undefined })
  expect(sparkOf({ ...bare, byMonth: [] }, '2025-07-01')).toBeUndefined()
})
