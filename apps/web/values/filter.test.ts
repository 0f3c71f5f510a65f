import { describe, expect, test } from 'vitest'
import { expressionSchema } from '#engine/define/expression.ts'
import { type Filter, fromFilter, type Line, newGroup, newLine, operatorsOf, readFilter, toFilter, unfinished } from './filter.ts'

const day = { name: 'completedOn', control: 'day' }
const line = (operator: Line['operator'], value: unknown = null): Line => ({ ...newLine(day), operator, value })

const FILTERS: readonly Filter[] = [
  { field: 'title', has: '量子' },
  { not: { field: 'title', has: '量子' } },
  { not: { field: 'category', is: 'cross' } },
  { field: 'filedFor', is: true },
  { field: 'area', within: '320500' },
  { field: 'documentNo', filled: false },
  {
    all: [
      { field: 'state', is: 'published' },
      {
        any: [
          { field: 'completedOn', atLeast: '2026-01-01' },
          {
            all: [
              { field: 'trlAfter', atMost: 7 },
              { field: 'rights', filled: true },
            ],
          },
        ],
      },
    ],
  },
]

describe('a filter', () => {
  test.each(FILTERS)('%j is the same after the editor has shown it, and one the API takes', (filter) => {
    expect(toFilter(fromFilter(filter)!)).toEqual(filter)
    expect(expressionSchema.safeParse(filter).success).toBe(true)
  })

  test.each([
    null,
    'state',
    { always: true },
    { field: 'state', oneOf: ['a'] },
    { not: { all: [] } },
    { not: { field: 'a', filled: true } },
    { all: [{ role: 'planner' }] },
    { all: 'x' },
  ])('that the editor cannot show is told apart: %j', (filter) => {
    expect(fromFilter(filter)).toBeUndefined()
  })

  test('without lines is none, and of one line needs no group', () => {
    expect(toFilter(newGroup('any', [newGroup('all', [])]))).toBeUndefined()
    expect(toFilter(newGroup('any', [line('atLeast', '2026-01-01')]))).toEqual({ field: 'completedOn', atLeast: '2026-01-01' })
  })

  test('names the lines that still want a value, in groups too', () => {
    const wanting = line('atLeast')

    expect(unfinished(newGroup('all', [line('empty'), newGroup('any', [wanting, line('is', '2026-01-01')])]))).toEqual([wanting])
  })

  test('in an address that was cut short is none', () => {
    expect(readFilter('{"all":[')).toBeUndefined()
  })
})

test('of personal data and of what only programs read nothing can be asked', () => {
  expect(['phone', 'none'].flatMap((control) => operatorsOf({ control }))).toEqual([])
})
