import { expect, test } from 'vitest'
import { layTiles, shortTitle } from './tile-map.ts'

const GIVEN = new Map([
  ['320100', { column: 1, row: 4 }],
  ['320500', { column: 5, row: 4 }],
  ['320000', { column: 5, row: 1 }],
])

test('cities stand where the list of areas puts them, 省直 too', () => {
  expect(layTiles(['320100', '320500', '320000'], GIVEN)).toEqual({ columns: 5, places: GIVEN })
})

test('a province without places is rows in the order of the codes', () => {
  const { columns, places } = layTiles(['a', 'b', 'c', 'd', 'e', 'f'], new Map())

  expect(columns).toBe(5)
  expect(places.get('e')).toEqual({ column: 5, row: 1 })
  expect(places.get('f')).toEqual({ column: 1, row: 2 })
})

test('a city without a place, or on the place of another, stands in a row underneath; no two share a square', () => {
  const { places } = layTiles(['320100', '320200', '320500', '320600'], new Map([...GIVEN, ['320600', { column: 5, row: 4 }]]))

  expect(places.get('320200')).toEqual({ column: 1, row: 5 })
  expect(places.get('320600')).toEqual({ column: 2, row: 5 })
  expect(new Set([...places.values()].map(({ column, row }) => `${column} ${row}`)).size).toBe(4)
})

test.each([
  ['南京市', '南京'],
  ['连云港市', '连云港'],
  ['大兴安岭地区', '大兴安岭'],
  ['省直', '省直'],
])('%s is %s in a small square', (title, short) => {
  expect(shortTitle(title)).toBe(short)
})
