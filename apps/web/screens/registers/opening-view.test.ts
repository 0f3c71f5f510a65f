import { expect, test } from 'vitest'
import { isSameLook } from './opening-view.ts'

test('two looks are the same whatever the order in which they were put together; the order of columns matters', () => {
  expect(isSameLook({ state: 'draft', f: { a: ['2', '1'], b: ['x'] } }, { f: { b: ['x'], a: ['1', '2'] }, state: 'draft' })).toBe(true)
  expect(isSameLook({}, { state: 'draft' })).toBe(false)
  expect(isSameLook({ columns: ['a', 'b'] }, { columns: ['b', 'a'] })).toBe(false)
})
