import { expect, test } from 'vitest'
import { thousands, typedToYuan, yuanInWan, yuanToTyped } from './money.ts'

test.each([
  ['1234567.00', '123.4567'],
  ['1200000', '120'],
  ['99.99', '0.009999'],
  ['0', '0'],
  ['12345678901234.56', '1234567890.123456'],
])('%s 元 is typed as %s 万元 and comes back', (yuan, typed) => {
  expect(yuanToTyped(yuan)).toBe(typed)
  expect(Number(typedToYuan(typed))).toBe(Number(yuan))
})

test('what is no amount is not guessed at', () => {
  expect(['', 'abc', '-1', '1.2345678', '1e3', '.5'].map(typedToYuan)).toEqual(Array(6).fill(undefined))
  expect(typedToYuan('1,234.5')).toBe('12345000.00')
  expect(typedToYuan('0.1')).toBe('1000.00')
})

test('amounts are shown in 万元 with two decimals, half up', () => {
  expect(['1234567.00', '1250', '50', '49.99', '123456789012.00'].map(yuanInWan)).toEqual([
    '123.46',
    '0.13',
    '0.01',
    '0.00',
    '12,345,678.90',
  ])
})

test('thousands leave decimals alone', () => {
  expect([thousands('1234567.1234'), thousands('999'), thousands('-1000')]).toEqual(['1,234,567.1234', '999', '−1,000'])
})
