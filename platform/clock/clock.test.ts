import { expect, test } from 'vitest'
import { fixedClock, systemClock, today } from './clock.ts'
import { newId } from './id.ts'

test('today is the day of the jurisdiction, not of the server', () => {
  const clock = fixedClock('2026-09-30T16:00:00Z')

  expect(today(clock, 'Asia/Shanghai')).toBe('2026-10-01')
  expect(today(clock, 'UTC')).toBe('2026-09-30')
})

test('a fixed clock cannot be moved by changing a date it gave', () => {
  const clock = fixedClock('2026-09-30T16:00:00Z')
  clock.now().setFullYear(1999)

  expect(clock.now().toISOString()).toBe('2026-09-30T16:00:00.000Z')
})

test('a clock refuses what is not an instant', () => {
  expect(() => fixedClock('yesterday')).toThrow('yesterday')
})

test('ids of one clock ascend, are unique and are UUIDs of version 7', () => {
  const ids = Array.from({ length: 20_000 }, () => newId())

  expect(new Set(ids).size).toBe(ids.length)
  expect([...ids].sort()).toEqual(ids)
  for (const id of ids.slice(0, 100)) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('an id carries the time of its clock, and more than 4096 in one millisecond still ascend', () => {
  const clock = fixedClock('2021-06-01T00:00:00Z')
  const ids = Array.from({ length: 5_000 }, () => newId(clock))

  expect(Number.parseInt(ids[0]!.replace('-', '').slice(0, 12), 16)).toBe(clock.now().getTime())
  expect([...ids].sort()).toEqual(ids)
  expect(newId(systemClock) > ids.at(-1)!).toBe(true)
})
