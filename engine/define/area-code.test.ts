import { expect, test } from 'vitest'
import { areaRange, cityOf, isProvince } from './area-code.ts'

const within = (code: string, area: string) => code >= areaRange(area)[0] && code < areaRange(area)[1]

test.each([
  ['320000', ['320000', '320100', '320583', '3205Z1', '321000', '321399'], ['310000', '330000', '330100']],
  ['320500', ['320500', '320505', '320583', '320599', '3205Z1', '3205ZZ'], ['320400', '320600', '320000', '321000']],
  ['321000', ['321000', '321003', '321084'], ['321100', '320900', '320000', '320100']],
  ['320583', ['320583'], ['320582', '320584', '320500', '3205Z1']],
  ['3205Z1', ['3205Z1'], ['3205Z2', '320500', '3205Y1']],
  ['3205Z9', ['3205Z9'], ['3205ZA', '3205Z8']],
  ['100000', ['100000'], ['110000', '200000']],
  ['500000', ['500000', '500101'], ['510000', '490000']],
])('in %s lie its own counties and zones and no others', (area, inside, outside) => {
  expect(inside.filter((code) => !within(code, area))).toEqual([])
  expect(outside.filter((code) => within(code, area))).toEqual([])
})

test('everything in a county lies in its city, and everything in a city in its province', () => {
  for (const code of ['320505', '320583', '3205Z1', '321003']) {
    expect(within(code, cityOf(code))).toBe(true)
    expect(within(cityOf(code), '320000')).toBe(true)
  }
})

test('the city of a county, a zone, a city; a province is its own', () => {
  expect(['320583', '3205Z1', '320500', '320000'].map(cityOf)).toEqual(['320500', '320500', '320500', '320000'])
})

test('only a province is a province', () => {
  expect(['320000', '320100', '321000', '320583', '3205Z1'].map(isProvince)).toEqual([true, false, false, false, false])
})
