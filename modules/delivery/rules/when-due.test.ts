import { expect, test } from 'vitest'
import { instantOf, localTime, weekdayOf } from './local-time.ts'
import { type Timing, whenDue } from './when-due.ts'

const NIGHT = { from: '21:00', until: '08:00', daysOff: true }
/** 1 to 7 October 2026 are days off, Saturday the 10th is worked; else weekends are off. */
const isWorkingDay = (day: string) => day === '2026-10-10' || (!(day >= '2026-10-01' && day <= '2026-10-07') && weekdayOf(day) <= 5)
const due = (day: string, time: string, more: Partial<Timing> = {}) => {
  const when = whenDue({ now: { day, time }, kind: 'waiting', cadence: 'once', digestAt: '08:30', quiet: NIGHT, isWorkingDay, ...more })
  return when === 'now' ? 'now' : `${when.day} ${when.time}`
}

test('in office hours of a working day a notice leaves at once, at night in the morning', () => {
  expect(due('2026-09-30', '14:03')).toBe('now')
  expect(due('2026-09-29', '21:00')).toBe('2026-09-30 08:00')
  expect(due('2026-09-30', '03:00')).toBe('2026-09-30 08:00')
  expect(due('2026-09-30', '08:00')).toBe('now')
})

test('over the holidays it waits for the first working day, a worked Saturday being one', () => {
  expect(due('2026-09-30', '22:00')).toBe('2026-10-08 08:00')
  expect(due('2026-10-03', '11:00')).toBe('2026-10-08 08:00')
  expect(due('2026-10-10', '11:00')).toBe('now')
  expect(due('2026-10-03', '11:00', { quiet: { ...NIGHT, daysOff: false } })).toBe('now')
})

test('without quiet hours, or with a rest at noon, the clock decides alone', () => {
  expect(due('2026-10-03', '03:00', { quiet: null })).toBe('now')
  const noon = { from: '12:00', until: '14:00', daysOff: false }
  expect(due('2026-09-30', '13:59', { quiet: noon })).toBe('2026-09-30 14:00')
  expect(due('2026-09-30', '23:00', { quiet: noon })).toBe('now')
  expect(due('2026-09-30', '23:00', { quiet: { ...noon, until: '12:00' } })).toBe('now')
})

test('a daily digest leaves on the next working morning, a weekly one on Monday or the first working day after', () => {
  expect(due('2026-09-29', '08:29', { cadence: 'daily' })).toBe('2026-09-29 08:30')
  expect(due('2026-09-29', '08:30', { cadence: 'daily' })).toBe('2026-09-30 08:30')
  expect(due('2026-09-30', '09:00', { cadence: 'daily' })).toBe('2026-10-08 08:30')
  expect(due('2026-09-23', '09:00', { cadence: 'weekly' })).toBe('2026-09-28 08:30')
  expect(due('2026-09-30', '09:00', { cadence: 'weekly' })).toBe('2026-10-08 08:30')
  expect(due('2026-10-05', '09:00', { cadence: 'weekly' })).toBe('2026-10-08 08:30')
  expect(due('2026-10-08', '09:00', { cadence: 'weekly' })).toBe('2026-10-12 08:30')
})

test('what is nearly due waits for no digest, but for the morning', () => {
  expect(due('2026-09-29', '00:05', { cadence: 'weekly', kind: 'due' })).toBe('2026-09-29 08:00')
  expect(due('2026-09-29', '00:05', { cadence: 'weekly', kind: 'overdue' })).toBe('2026-10-08 08:30')
})

test('what the clock on the wall shows is that moment again, where clocks are changed too', () => {
  for (const zone of ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'UTC'])
    for (const day of ['2026-03-29', '2026-10-25', '2026-07-01', '2026-12-31'])
      for (const time of ['00:30', '08:30', '23:59']) expect(localTime(instantOf({ day, time }, zone), zone)).toEqual({ day, time })
  expect(instantOf({ day: '2026-09-30', time: '08:30' }, 'Asia/Shanghai').toISOString()).toBe('2026-09-30T00:30:00.000Z')
})
