import { expect, test } from 'vitest'
import { csvOf, percent, provinceRow, sumOf } from './arithmetic.ts'

test('sums are exact', () => {
  expect([sumOf(['1', '2', '-1']), sumOf(['0.1', '0.2']), sumOf([]), sumOf(['-0.5', '0.25'])]).toEqual(['2', '0.3', '0', '-0.25'])
})

test('the province is the sum of the cities and 省直', () => {
  const title = { zh: '已公布', en: 'Published' }
  const byArea = [
    { area: '320100', title: '南京市', values: { published: '2' }, zones: [] },
    { area: '320000', title: '省直', values: { published: '3' }, zones: [] },
  ]

  expect(provinceRow({ byArea, measures: [{ measure: 'published', title, value: '5', detail: false }] })).toEqual({ published: '5' })
})

test('sheets open what is exported and run no formula in it', () => {
  expect(csvOf([['a"b', '=1+1', '-3', '甲,乙']])).toBe('\uFEFF"a""b",\'=1+1,-3,"甲,乙"\r\n')
  expect(percent('12', '100')).toBe('12.0%')
})
