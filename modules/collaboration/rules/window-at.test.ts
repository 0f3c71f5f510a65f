import { expect, test } from 'vitest'
import { minutesAt } from './window-at.ts'

const WINDOWS = [
  { minutes: 60, from: '2026-06-02T09:00:00+00:00' },
  { minutes: 5, from: '2026-06-01T09:00:00+00:00' },
]

test.each([
  ['2026-06-01T08:59:59Z', undefined],
  ['2026-06-01T09:00:00Z', 5],
  ['2026-06-02T08:59:59Z', 5],
  ['2026-06-03T00:00:00Z', 60],
])('what is done at %s can be taken back for %s minutes, whatever the window became later', (at, minutes) => {
  expect(minutesAt(WINDOWS, new Date(at))).toBe(minutes)
})
