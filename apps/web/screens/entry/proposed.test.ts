import { expect, test } from 'vitest'
import { proposedFor, proposedForAll } from './proposed.ts'

const assign = { proposes: { dueOn: { yearEndOf: 'dueYear' } } }
const task = (dueYear: number | null, dueOn: string | null = null) => ({ values: { dueYear, dueOn } })

test('a task is proposed to be due at the end of its year, unless it has a day already', () => {
  expect(proposedFor('dueOn', assign, task(2026).values)).toBe('2026-12-31')
  expect(proposedFor('dueOn', assign, task(2026, '2026-06-30').values)).toBe('2026-06-30')
  expect(proposedFor('dueOn', assign, task(null).values)).toBeNull()
})

test('of several tasks of one year the end of it is proposed for all', () => {
  expect(proposedForAll('dueOn', assign, [task(2026), task(2026)])).toEqual({ value: '2026-12-31', several: [] })
})

test('of several years nothing is proposed, and it is said for how many which day would be', () => {
  expect(proposedForAll('dueOn', assign, [task(2027), task(2026), task(2027), task(null)])).toEqual({
    value: null,
    several: [
      { day: '', count: 1 },
      { day: '2026-12-31', count: 1 },
      { day: '2027-12-31', count: 2 },
    ],
  })
})

test('a field that nothing is proposed for is begun empty where the entries differ', () => {
  const entries = [{ values: { cadence: 'quarter' } }, { values: { cadence: 'month' } }]
  expect(proposedForAll('cadence', assign, entries)).toEqual({ value: null, several: [] })
})
