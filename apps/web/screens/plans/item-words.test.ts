import { expect, test } from 'vitest'
import { plain, valueInWords } from './item-words.ts'

test('values are said as plans say them', () => {
  expect(valueInWords({ low: '100', high: null, unit: '项', comparator: 'at_least' }).zh).toBe('不少于 100 项')
  expect(valueInWords({ low: '10', high: '20', unit: '家', comparator: 'between' }).zh).toBe('10–20 家')
  expect(valueInWords({ low: '3.2', high: null, unit: '%', comparator: 'more_than' }).en).toBe('more than 3.2%')
  expect(valueInWords({ low: null, high: null, unit: null, comparator: null }).zh).toBe('—')
  expect(valueInWords({ low: null, high: null, unit: '%', comparator: 'at_least', benchmark: '全国平均水平' }).zh).toBe(
    '不低于全国平均水平',
  )
  expect([plain('100.000'), plain('3.20'), plain('1000')]).toEqual(['100', '3.2', '1,000'])
})
