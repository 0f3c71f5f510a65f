import { expect, test } from 'vitest'
import { BY_NAME, lockedOut, lockedUntil } from './lock-out.ts'

const minutes = (...at: readonly number[]) => at.map((minute) => minute * 60_000)
const [NINE] = minutes(9 * 60)
const at = (minute: number) => minute * 60_000

test('four failures do not lock', () => {
  expect(lockedUntil(minutes(0, 1, 2, 3), BY_NAME, at(4))).toBeNull()
})

test('the fifth failure within fifteen minutes locks for fifteen minutes from then', () => {
  expect(lockedUntil(minutes(0, 3, 6, 9, 15), BY_NAME, at(16))).toBe(at(30))
})

test('five failures over more than fifteen minutes do not lock', () => {
  expect(lockedUntil(minutes(0, 4, 8, 12, 16), BY_NAME, at(17))).toBeNull()
})

test('a lock lasts its whole time although the first failures have become old', () => {
  expect(lockedUntil(minutes(0, 1, 2, 3, 14), BY_NAME, at(28))).toBe(at(29))
})

test('a lock ends, and one more failure after it does not lock again', () => {
  expect(lockedUntil(minutes(0, 0, 0, 0, 0), BY_NAME, at(15))).toBeNull()
  expect(lockedUntil(minutes(0, 0, 0, 0, 0, 16), BY_NAME, at(17))).toBeNull()
})

test('a locked person is told when to try again, never a minute too early', () => {
  const told = lockedOut((NINE ?? 0) + 1_000, 'UTC')

  expect(told.code).toBe('session.locked')
  expect(told.words.zh).toContain('09:01')
  expect(told.words.en).toContain('09:01')
})
