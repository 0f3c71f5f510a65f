import { expect, test } from 'vitest'
import { type Look, roughly, timeLeft, withLook } from './pace.ts'

const seen = ([first, ...more]: readonly [Look, ...Look[]]) => more.reduce(withLook, { last: first })

test('what is left is told by the pace from the end of one set to the end of another, not since the beginning', () => {
  const pace = seen([
    { at: 0, done: 0 },
    { at: 9_000, done: 500 },
    { at: 10_000, done: 1_000 },
    { at: 13_000, done: 2_500 },
  ])

  expect(timeLeft(pace, 13_000, 20_000)).toBe(35_000)
  expect(timeLeft(withLook(pace, { at: 13_700, done: 2_500 }), 13_700, 20_000)).toBe(34_300)
})

test('nothing is told before two sets were seen to go in, and some time between them', () => {
  expect(timeLeft(seen([{ at: 0, done: 1_000 }]), 9_000, 20_000)).toBeUndefined()
  expect(
    timeLeft(
      seen([
        { at: 0, done: 0 },
        { at: 5_000, done: 500 },
      ]),
      9_000,
      20_000,
    ),
  ).toBeUndefined()
  expect(
    timeLeft(
      seen([
        { at: 0, done: 0 },
        { at: 5_000, done: 500 },
        { at: 5_700, done: 1_000 },
      ]),
      6_000,
      20_000,
    ),
  ).toBeUndefined()
})

test('a set that takes long does not make it less than nothing', () => {
  const pace = seen([
    { at: 0, done: 0 },
    { at: 1_000, done: 500 },
    { at: 4_000, done: 1_000 },
  ])
  expect(timeLeft(pace, 60_000, 1_500)).toBe(0)
})

test.each([
  [300, { unit: 'seconds', count: 1 }],
  [7_400, { unit: 'seconds', count: 7 }],
  [23_000, { unit: 'seconds', count: 25 }],
  [200_000, { unit: 'minutes', count: 3 }],
])('%s ms are told as %o', (ms, told) => {
  expect(roughly(ms)).toEqual(told)
})
