import { expect, test } from 'vitest'
import { changed, EMPTY_SHEET, isInside, placesFor, redone, settled, undone, withoutHead } from './grid-state.ts'

const put = (key: string, value: unknown) => [[key, { value }]] as const

test('each act is taken back and done again as a whole; what the server made of a text is no act of its own', () => {
  const typed = changed(EMPTY_SHEET, [['a/x', { value: null, text: '苏州市' }]])
  const read = settled(typed, [{ key: 'a/x', text: '苏州市', cell: { value: '320500' } }])
  const both = changed(read, [...put('a/x', '320100'), ...put('b/x', '320100')])

  expect([...undone(both).changes.values()]).toEqual([{ value: '320500' }])
  expect(undone(undone(both)).changes.size).toBe(0)
  expect(redone(undone(both)).changes).toEqual(both.changes)
  expect(redone(changed(undone(both), put('c/x', 1))).changes.size).toBe(2)
})

test('what comes back from the server after the act was taken back fills it where it waits to be done again, and nothing else', () => {
  const typed = changed(EMPTY_SHEET, [['a/x', { value: null, text: '苏州市' }]])
  const late = settled(undone(typed), [{ key: 'a/x', text: '苏州市', cell: { value: '320500' } }])

  expect(late.changes.size).toBe(0)
  expect([...redone(late).changes.values()]).toEqual([{ value: '320500' }])
})

test('a block drawn upwards holds the same places', () => {
  const block = { from: { row: 3, column: 2 }, to: { row: 1, column: 1 } }

  expect(isInside(block, { row: 2, column: 1 })).toBe(true)
  expect(isInside(block, { row: 0, column: 1 })).toBe(false)
})

test('one pasted cell fills what is chosen; a block begins at the corner, and what does not fit is told', () => {
  const block = { from: { row: 1, column: 1 }, to: { row: 2, column: 2 } }
  const size = { rows: 3, columns: 3 }

  expect(placesFor(block, size, [['x']]).texts).toEqual([
    ['x', 'x'],
    ['x', 'x'],
  ])
  expect(placesFor(block, size, [['1', '2', '3'], ['4'], ['7', '8', '9']])).toEqual({
    top: 1,
    left: 1,
    texts: [
      ['1', '2'],
      ['4', ''],
    ],
    cutRows: 1,
    cutColumns: 1,
  })
})

test('the head that a block was copied with is left out, with what stands merged above it; a value that is only like a head stays', () => {
  const heads = [
    ['技术名称', 'Name'],
    ['投入（万元）', '投入'],
  ]
  const rows = [
    ['甲', '12'],
    ['乙', ''],
  ]

  expect(withoutHead([['技术名称', '投入'], ...rows], heads)).toEqual(rows)
  expect(withoutHead([['基本情况', ''], ['技术名称', ' 投入（万元） '], ...rows], heads)).toEqual(rows)
  expect(withoutHead([['Name', ''], ...rows], heads)).toEqual(rows)
  expect(withoutHead(rows, heads)).toEqual(rows)
  expect(withoutHead([['', ''], ...rows], heads)).toHaveLength(3)
  expect(withoutHead([['技术名称', '12'], ...rows], heads)).toHaveLength(3)
  expect(withoutHead([['技术名称', '投入', '多出的一列'], ...rows], heads)).toHaveLength(3)
})
