import { expect, test } from 'vitest'
import { isoDate, numberOf } from './numerals.ts'

test('numbers are read from digits and from characters', () => {
  const read = ['1,500', '57.5', '二十三', '一百', '百', '两', '三千五百', '一万二千', '二点五', '十', '1万2,000'].map(numberOf)

  expect(read).toEqual([1500, 57.5, 23, 100, 100, 2, 3500, 12_000, 2.5, 10, 12_000])
})

test('words that hold no number give none', () => {
  expect(['若干', '', '一批', '5G'].map(numberOf)).toEqual([null, null, null, null])
})

test('dates are read in both ways of writing, the leap day included', () => {
  expect(isoDate('2028', '2', '29')).toBe('2028-02-29')
  expect(isoDate('二〇二六', '十一', '二十二')).toBe('2026-11-22')
})

test('a day the calendar does not have is no date', () => {
  expect(isoDate('2027', '2', '29')).toBeNull()
  expect(isoDate('2027', '13', '1')).toBeNull()
})
