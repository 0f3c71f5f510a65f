import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDecimals } from '#engine/define/decimals.ts'
import { columnOf, columnsBetween, matrixOf } from './matrix.ts'

const head = (code: string) => ({ code, title: { zh: code, en: code } })

test.each([
  ['year', '2026'],
  ['half', '2026H2'],
  ['quarter', '2026Q3'],
  ['month', '2026-08'],
] as const)('August 2026 by %s lies in %s', (by, code) => {
  expect(columnOf('2026-08', by)).toBe(code)
})

test('columns run from the first to the last month over the end of a year, and none is left out', () => {
  expect(columnsBetween(['2026-02', '2025-05'], 'quarter').map(({ code }) => code)).toEqual(['2025Q2', '2025Q3', '2025Q4', '2026Q1'])
  expect(columnsBetween(['2026-02'], 'half')).toEqual([{ code: '2026H1', title: { zh: '2026年上半年', en: 'first half of 2026' } }])
  expect(columnsBetween([], 'year')).toEqual([])
})

test('both edges add up to the same, whatever the cells', () => {
  const cell = fc.record({
    row: fc.constantFrom('a', 'b', 'c'),
    column: fc.constantFrom('2025', '2026'),
    amount: fc.integer({ min: -50, max: 50 }).map(String),
  })
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      const { rows, total } = matrixOf(cells, ['a', 'b', 'c'].map(head), ['2025', '2026'].map(head))

      expect(total.total).toBe(addDecimals(cells.map(({ amount }) => amount)))
      expect(addDecimals(rows.map((row) => row.total))).toBe(total.total)
      expect(addDecimals(total.values)).toBe(total.total)
    }),
    { seed: 1 },
  )
})
