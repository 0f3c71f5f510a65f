import { expect, test } from 'vitest'
import { bytes, listOf, number, oneOf, orNull, text, truth, withColumns } from './columns.ts'

const COLUMNS = {
  id: text,
  tries: number,
  readable: truth,
  kind: oneOf(['news', 'test']),
  sealed: orNull(bytes),
  members: listOf({ area: text, role: orNull(text) }),
}
const ROW = { id: 'a', tries: 1, readable: false, kind: 'news', sealed: null, members: [{ area: '320500', role: null, more: 1 }] }

test('rows that have their columns are answered as they are', () => {
  const rows = [ROW, { ...ROW, sealed: Buffer.from('x'), members: [] }]

  expect(withColumns(COLUMNS, rows)).toBe(rows)
})

test.each([
  ['id', 1, 'id: number instead of text'],
  ['tries', '1', 'tries: string instead of a number'],
  ['readable', null, 'readable: object instead of true or false'],
  ['kind', 'digest', 'kind: string instead of one of news, test'],
  ['sealed', 'x', 'sealed: string instead of bytes or nothing'],
  ['members', [{ area: null }], 'members: object instead of a list'],
  ['id', undefined, 'id: nothing instead of text'],
])('a column %s that holds %j is a fault of the program and named', (name, value, said) => {
  expect(() => withColumns(COLUMNS, [ROW, { ...ROW, [name]: value }])).toThrow(said)
})
