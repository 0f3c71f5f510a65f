import { expect, test } from 'vitest'
import { roughly, timeLeft } from './pace.ts'

test('what is left is told by the pace since the page first looked, not since the beginning', () => {
  expect(timeLeft({ at: 0, done: 5_000 }, { at: 4_000, done: 9_000 }, 20_000)).toBe(11_000)
})

test('nothing is told while too little was seen, or nothing moved', () => {
  expect(timeLeft({ at: 0, done: 0 }, { at: 1_000, done: 1_000 }, 20_000)).toBeUndefined()
  expect(timeLeft({ at: 0, done: 1_000 }, { at: 9_000, done: 1_000 }, 20_000)).toBeUndefined()
})

test.each([
  [300, { unit: 'seconds', count: 1 }],
  [7_400, { unit: 'seconds', count: 7 }],
  [23_000, { unit: 'seconds', count: 25 }],
  [200_000, { unit: 'minutes', count: 3 }],
])('%s ms are told as %o', (ms, told) => {
  expect(roughly(ms)).toEqual(told)
})
