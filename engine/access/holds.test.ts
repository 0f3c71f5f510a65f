import { describe, expect, test } from 'vitest'
import type { Actor } from '#engine/define/actor.ts'
import type { Expression } from '#engine/define/expression.ts'
import type { Id } from '#engine/define/id.ts'
import { everyKindRegister as register } from '#tests/support/every-kind.ts'
import { misfits } from './fits.ts'
import { holds, isFilled, type Row } from './holds.ts'
import { inWords } from './in-words.ts'

const clerk: Actor = {
  person: 'p' as Id<'person'>,
  post: 'q' as Id<'post'>,
  unit: 'u' as Id<'org_unit'>,
  roles: new Set(['city_clerk']),
  area: '320500',
}
const row: Row = {
  area: '3205Z1',
  integer: 10,
  decimal: '9.50',
  money: '100.00',
  day: '2026-03-31',
  text: 'Quantum 芯片',
  check: true,
  ref: 'u',
  owner: 'p',
  state: 'open',
  rows: [
    { name: '甲', unit: 'u', count: 2, papers: [] },
    { name: '乙', type: 'b' },
  ],
}
const is = (expression: Expression) => holds(expression, register, row, clerk)

describe('a condition', () => {
  test.each<[string, Expression, boolean]>([
    ['numbers as numbers, not as text', { field: 'integer', atLeast: 9 }, true],
    ['decimals as numbers, not as text', { field: 'decimal', atMost: '10' }, true],
    ['amounts whatever their zeros', { field: 'money', is: '100' }, true],
    ['days in their order', { field: 'day', atLeast: '2026-04-01' }, false],
    ['characters by their number, those beyond the first plane last', { field: 'text', atMost: 'Quantum 𠀀' }, true],
    ['and so before the last of the first plane', { field: 'text', atLeast: 'Quantum \uFFFD' }, false],
    ['a text before one that it begins', { field: 'text', atMost: 'Quantum 芯片1' }, true],
    ['letters in either case', { field: 'text', has: 'quANTUM' }, true],
    ['a zone as part of its city', { field: 'area', within: '320500' }, true],
    ['a zone not as part of another city', { field: 'area', within: '320100' }, false],
    ['a number given as text, as an address gives it', { field: 'integer', oneOf: ['10'] }, true],
    ['a yes given as text', { field: 'check', is: 'true' }, true],
    ['an empty field as unlike anything', { field: 'choice', is: 'one' }, false],
    [
      'an empty field as neither large nor small',
      {
        any: [
          { field: 'paragraph', atLeast: '' },
          { field: 'paragraph', atMost: '～' },
        ],
      },
      false,
    ],
    [
      'one row of a table',
      {
        field: 'rows',
        some: {
          all: [
            { field: 'name', is: '甲' },
            { field: 'count', is: 2 },
          ],
        },
      },
      true,
    ],
    [
      'not two rows of a table as one',
      {
        field: 'rows',
        some: {
          all: [
            { field: 'name', is: '甲' },
            { field: 'type', is: 'b' },
          ],
        },
      },
      false,
    ],
    ['the own unit in one row of a table', { field: 'rows', some: { ownUnit: 'unit' } }, true],
    ['an empty cell', { field: 'rows', some: { field: 'papers', filled: true } }, false],
    ['nothing asked for as true', { all: [] }, true],
    ['no choice as false', { any: [] }, false],
    ['the role of the post', { role: 'city_clerk' }, true],
    ['the own unit, person and area', { all: [{ ownUnit: 'ref' }, { ownPerson: 'owner' }, { withinArea: 'area' }] }, true],
  ])('takes %s', (_what, expression, expected) => {
    expect(is(expression)).toBe(expected)
    expect(is({ not: expression })).toBe(!expected)
    expect(misfits(expression, register)).toEqual([])
  })
})

test('a post without a place has no right by an empty one', () => {
  const nobody = { ...clerk, unit: '' as Actor['unit'], person: '' as Actor['person'] }

  expect(
    holds(
      { any: [{ ownUnit: 'ref' }, { ownPerson: 'owner' }, { withinArea: 'area' }] },
      register,
      { ref: null, owner: null, area: null },
      nobody,
    ),
  ).toBe(false)
})

test('empty is nothing, an empty text and an empty list; zero and no are filled', () => {
  expect([null, undefined, '', []].filter(isFilled)).toEqual([])
  expect([0, false, ' ', [0], {}].filter((value) => !isFilled(value))).toEqual([])
})

describe('in words', () => {
  test.each<[Expression, string, string]>([
    [
      {
        all: [
          { field: 'state', is: 'closed' },
          { field: 'day', atLeast: '2024-01-01' },
        ],
      },
      '状态为“关闭”且日期不早于（不小于）2024-01-01',
      'state is “Closed” and Day is at least 2024-01-01',
    ],
    [
      { any: [{ field: 'choice', oneOf: ['one', 'two'] }, { all: [{ role: 'planner' }, { withinArea: 'area' }] }] },
      '类别为“甲”“乙”之一或（岗位职责为 planner且属地在本岗位管辖范围内）',
      "Category is one of One, Two or (the post's role is planner and Area lies in the post's area)",
    ],
    [{ not: { field: 'text', filled: true } }, '不满足：名称已填', 'not: Name is filled in'],
    [{ field: 'rows', some: { field: 'type', is: 'a' } }, '明细中有一行类型为“甲类”', 'a row of Details where Type is “A”'],
    [{ field: 'rows', some: { ownUnit: 'unit' } }, '明细中有一行单位是本单位', 'a row of Details where Unit is the own unit'],
    [{ all: [] }, '总是', 'always'],
    [{ any: [] }, '从不', 'never'],
  ])('%j', (expression, zh, en) => {
    expect(inWords(expression, register)).toEqual({ zh, en })
  })
})

describe('a condition that makes no sense is told in words', () => {
  test.each<[string, Expression]>([
    ['an unknown field', { not: { all: [{ any: [{ field: 'colour', is: 'red' }] }] } }],
    ['a comparison the field has not', { field: 'check', atLeast: true }],
    ['a value that is none of the field', { field: 'day', oneOf: ['2026-02-30'] }],
    ['a decimal in a field of whole numbers', { field: 'integer', atMost: 2.5 }],
    ['a number no amount can be', { field: 'money', is: 1e-9 }],
    ['personal data', { field: 'phone', has: '138' }],
    ['an area in a day', { withinArea: 'day' }],
    ['a person in a text', { ownPerson: 'text' }],
    ['an unknown column of a table', { field: 'rows', some: { not: { field: 'price', filled: true } } }],
    ['the own unit in a column of names', { field: 'rows', some: { ownUnit: 'name' } }],
    ['a right inside a table', { field: 'rows', some: { role: 'planner' } }],
  ])('%s', (_what, expression) => {
    const [words] = misfits(expression, register)

    expect(words?.zh).toMatch(/\p{Script=Han}/u)
    expect(words?.en).toMatch(/[a-z]{3}/)
  })
})
