import { expect, test } from 'vitest'
import { keyed } from './keyed-rows.ts'

const A = { type: '检测报告' }
const B = { type: '用户证明' }
const C = { type: '查新报告' }
const keys = (rows: ReturnType<typeof keyed>) => rows.map(({ key }) => key)

test('rows that are told anew keep their keys, and so does one that was changed in its place', () => {
  const known = keyed([], [A, B, C])
  expect(new Set(keys(known)).size).toBe(3)
  expect(keys(keyed(known, [{ ...A }, { ...B, number: '1' }, { ...C }]))).toEqual(keys(known))
})

test('when a row above is gone the others keep theirs', () => {
  const known = keyed([], [A, B, C])
  const [, b, c] = keys(known)
  expect(keys(keyed(known, [B, C]))).toEqual([b, c])
})

test('a key goes with its row to another place, and a new row gets a key that nobody had', () => {
  const known = keyed([], [A, B])
  const [a, b] = keys(known)
  const next = keys(keyed(known, [B, A, C]))
  expect(next.slice(0, 2)).toEqual([b, a])
  expect([a, b]).not.toContain(next[2])
})

test('two empty rows are two rows', () => {
  const known = keyed([], [{}, {}])
  expect(keys(keyed(known, [{}, {}]))).toEqual(keys(known))
  expect(new Set(keys(known)).size).toBe(2)
})
