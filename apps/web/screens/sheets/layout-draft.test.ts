import { expect, test } from 'vitest'
import type { LayoutViewColumn } from '#contract/sheets.ts'
import { headOf, isChanged, keptColumns, moved } from './layout-draft.ts'

const column = (field: string, more: Partial<LayoutViewColumn> = {}): LayoutViewColumn => ({
  field,
  label: { zh: field, en: field },
  defaultTitle: field,
  title: null,
  unit: null,
  required: 'never',
  leftOut: false,
  isSheet: false,
  onlyShown: false,
  rule: '',
  example: '',
  ...more,
})
const THREE = ['a', 'b', 'c'].map((field) => column(field))
const order = (from: number, to: number) =>
  moved(THREE, from, to)
    .map(({ field }) => field)
    .join('')

test('a column is put where another stands, up or down', () => {
  expect([order(0, 2), order(2, 0), order(1, 1), order(5, 0)]).toEqual(['bca', 'cab', 'abc', 'abc'])
})

test('a head carries its unit once, and is the default one without a title', () => {
  const amount = (title: string | null) => headOf(column('投入', { defaultTitle: '投入（万元）', unit: '万元', title }))

  expect([amount(null), amount(' '), amount('经费'), amount('经费 / 万元')]).toEqual([
    '投入（万元）',
    '投入（万元）',
    '经费（万元）',
    '经费 / 万元',
  ])
})

test('blanks and the default title are no title of the province', () => {
  expect(keptColumns([column('a', { title: ' ' }), column('b', { title: 'b' }), column('c', { title: ' x ', leftOut: true })])).toEqual([
    { field: 'a' },
    { field: 'b' },
    { field: 'c', title: 'x', leftOut: true },
  ])
  expect(isChanged([column('a', { title: '' })], [column('a')])).toBe(false)
})
