import { expect, test } from 'vitest'
import { areasOn, successorsOn } from './areas-on.ts'

const AREAS = [
  { code: '320684', untilOn: '2020-06-30' },
  { code: '320614', fromOn: '2020-07-01' },
  { code: '320600', fromOn: null, untilOn: null },
]

test('an area is valid from its first day to its last, both included', () => {
  const codes = (day: string) => areasOn(AREAS, day).map(({ code }) => code)

  expect(codes('2020-06-30')).toEqual(['320684', '320600'])
  expect(codes('2020-07-01')).toEqual(['320614', '320600'])
})

test('what became of an area is followed over several changes, up to the day', () => {
  const successions = [
    { fromArea: 'a', toArea: 'b', onDate: '2015-01-01' },
    { fromArea: 'b', toArea: 'c', onDate: '2020-01-01' },
    { fromArea: 'b', toArea: 'd', onDate: '2020-01-01' },
    { fromArea: 'd', toArea: 'a', onDate: '2021-01-01' },
  ]

  expect(successorsOn(successions, 'a', '2014-12-31')).toEqual(['a'])
  expect(successorsOn(successions, 'a', '2019-12-31')).toEqual(['b'])
  expect(successorsOn(successions, 'a', '2020-12-31')).toEqual(['c', 'd'])
  expect(successorsOn(successions, 'a', '2026-01-01')).toEqual(['c', 'd'])
  expect(successorsOn(successions, '320500', '2026-01-01')).toEqual(['320500'])
})
