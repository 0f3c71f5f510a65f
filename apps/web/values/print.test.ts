import { expect, test } from 'vitest'
import type { Field } from '../api/types.ts'
import { printBare, printValue } from './print.ts'

const words = { zh: '名', en: 'name' }
const field = (control: string, more: Partial<Field> = {}): Field => ({
  name: 'x',
  label: words,
  control,
  required: false,
  needed: false,
  writable: true,
  ...more,
})
const context = { titles: { u1: '南京大学', '320100': '南京市' }, language: 'zh' } as const

test('under a head that tells the unit a number stands without it', () => {
  const context = { titles: {}, language: 'zh' } as const

  expect(printBare(field('amount'), '1234567.00', context)).toBe('123.46')
  expect(printBare(field('number', { unit: '项' }), 1200, context)).toBe('1,200')
  expect(printBare(field('number'), null, context)).toBe('—')
})

test('values are printed as officials read them', () => {
  expect(printValue(field('amount'), '1200000.00', context)).toBe('120.00 万元')
  expect(printValue(field('number', { unit: '项' }), 1234, context)).toBe('1,234 项')
  expect(printValue(field('picker'), 'u1', context)).toBe('南京大学')
  expect(printValue(field('area'), '320100', context)).toBe('南京市')
  expect(printValue(field('check'), false, context)).toBe('否')
  expect(
    printValue(field('choice', { codes: [{ code: 'a', title: { zh: '原创性', en: 'Original' } }] }), 'a', { ...context, language: 'en' }),
  ).toBe('Original')
})

test('a year is not parted by thousands, in a list or on its own', () => {
  expect(printValue(field('year'), 2026, context)).toBe('2026')
  expect(printBare(field('year'), 2026, context)).toBe('2026')
})

test('in a list a sub-table is the names of its rows, where its definition says which column that is', () => {
  const units = field('rows', { shows: 'a', columns: [field('line', { name: 'a' }), field('line', { name: 'b' })] })
  const value = [
    { a: '省教育厅', b: '责任标注' },
    { a: '省科技厅', b: '默认' },
  ]

  expect(printBare(units, value, context)).toBe('省教育厅；省科技厅')
  expect(printValue(units, value, context)).toBe('省教育厅，责任标注；省科技厅，默认')
})

test('nothing is a dash, zero is a zero', () => {
  expect([null, undefined, '', []].map((value) => printValue(field('line'), value, context))).toEqual(['—', '—', '—', '—'])
  expect(printValue(field('number'), 0, context)).toBe('0')
})

test('rows are printed cell by cell, empty cells left out', () => {
  const rows = field('rows', { columns: [field('line', { name: 'a' }), field('amount', { name: 'b' })] })

  expect(
    printValue(
      rows,
      [
        { a: '甲', b: '10000' },
        { a: '乙', b: null },
      ],
      context,
    ),
  ).toBe('甲，1.00 万元；乙')
})
