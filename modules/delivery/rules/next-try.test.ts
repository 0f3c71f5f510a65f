import { expect, test } from 'vitest'
import { MOST_TRIES, nextTryIn } from './next-try.ts'

const ID = '0198a7f0-0000-7000-8000-000000000000'
const LATE = '0198a7f0-0000-7000-8000-00000000ffff'

test('each try waits twice as long, up to an hour, and ten are enough', () => {
  const waits = Array.from({ length: MOST_TRIES }, (_, at) => nextTryIn(at + 1, ID))

  expect(waits.slice(0, 4)).toEqual([30_000, 60_000, 120_000, 240_000])
  expect(waits.at(-2)).toBe(3_600_000)
  expect(waits.at(-1)).toBeUndefined()
})

test('messages that failed together do not come back together', () => {
  expect(nextTryIn(1, LATE)).toBe(36_000)
  expect(nextTryIn(1, ID)).toBe(30_000)
})

test('a server that asks to wait is given the time it asks for, within reason', () => {
  expect(nextTryIn(1, ID, 600)).toBe(600_000)
  expect(nextTryIn(1, ID, 1)).toBe(30_000)
  expect(nextTryIn(1, ID, 999_999_999)).toBe(6 * 3_600_000)
})
