import { expect, test } from 'vitest'
import { headOf, movedBefore } from './columns-of.ts'

const label = { zh: '投入经费', en: 'Funds' }
const field = { name: 'funds', label, required: false, needed: false, writable: true }

test('a column goes before another, to the end, or stays where an unknown one is named', () => {
  expect(movedBefore(['a', 'b', 'c'], 'c', 'a')).toEqual(['c', 'a', 'b'])
  expect(movedBefore(['a', 'b', 'c'], 'a', undefined)).toEqual(['b', 'c', 'a'])
  expect(movedBefore(['a', 'b'], 'a', 'nowhere')).toEqual(['a', 'b'])
})

test('the head of a column of numbers tells their unit', () => {
  expect(headOf({ name: 'funds', label, field: { ...field, control: 'amount' } }, 'zh')).toBe('投入经费（万元）')
  expect(headOf({ name: 'funds', label, field: { ...field, control: 'number', unit: '项' } }, 'zh')).toBe('投入经费（项）')
  expect(headOf({ name: 'funds', label, field: { ...field, control: 'line' } }, 'zh')).toBe('投入经费')
})
