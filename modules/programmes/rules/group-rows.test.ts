import { expect, test } from 'vitest'
import { byGroupKind, cellsByGroup, groupKindOf, isInGroup, overlapping } from './group-rows.ts'

const group = (code: string, title: string, ...areas: string[]) => ({ code, title, members: areas.map((area) => ({ area })) })
const SUNAN = group('sunan', '苏南', '320100', '320200', '320400', '320500', '321100')
const TAIHU = group('taihu', '环太湖', '320500', '320200')
const KUNSHAN = group('kunshan', '昆山片', '320583', '320500')
const SUBEI = group('subei', '苏北', '320300')

test('an area lies in the group that names it or its city, and not in the one that names a county beside it', () => {
  expect(isInGroup('320583', SUNAN)).toBe(true)
  expect(isInGroup('320505', group('k', '昆山', '320583'))).toBe(false)
  expect(isInGroup('320000', SUNAN)).toBe(false)
})

test('what counts in several groups counts once in each, and in a group that names a city and its county once', () => {
  const cells = [
    { area: '320583', amount: '2' },
    { area: '320302', amount: '1' },
    { area: '320000', amount: '5' },
  ]
  expect(cellsByGroup(cells, [SUNAN, TAIHU, KUNSHAN, SUBEI]).map(({ row, amount }) => `${row} ${amount}`)).toEqual([
    'sunan 2',
    'taihu 2',
    'kunshan 2',
    'subei 1',
  ])
})

test('groups that share an area are told, also a city and a county within it', () => {
  expect(overlapping(TAIHU, [SUNAN, TAIHU, KUNSHAN, SUBEI])).toEqual(['苏南', '昆山片'])
  expect(overlapping(SUBEI, [SUNAN, TAIHU, KUNSHAN, SUBEI])).toEqual([])
  expect(overlapping(group('k', '昆山', '320583'), [group('w', '吴江', '320509')])).toEqual([])
})

test('a kind of groups is asked for by its name', () => {
  expect(groupKindOf(byGroupKind('circle'))).toBe('circle')
  expect(groupKindOf('area')).toBeUndefined()
})
