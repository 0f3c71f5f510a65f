import { expect, test } from 'vitest'
import type { Id } from '#engine/define/id.ts'
import type { Register } from '#engine/define/register.ts'
import { filedForIn } from './filed-for.ts'

const REGISTER: Register = {
  name: 'x',
  title: { zh: '甲', en: 'X' },
  basis: '测试',
  fields: {},
  states: {},
  moves: {},
  access: {},
  initial: '',
  filedFor: { field: 'filedFor', unit: 'leadUnit' },
}
const officer = { unit: 'bureau' as Id<'org_unit'> }
const applicant = { unit: 'firm' as Id<'org_unit'> }

test('an entry that an officer fills in for a unit is marked, one by the unit itself is not', () => {
  expect(filedForIn(REGISTER, undefined, { leadUnit: 'firm' }, officer)).toEqual({ filedFor: true })
  expect(filedForIn(REGISTER, undefined, { leadUnit: 'firm' }, applicant)).toEqual({ filedFor: false })
})

test('a draft without a unit is told when it gets one', () => {
  expect(filedForIn(REGISTER, undefined, {}, officer)).toEqual({ filedFor: false })
  expect(filedForIn(REGISTER, { leadUnit: null }, { leadUnit: 'firm' }, officer)).toEqual({ filedFor: true })
  expect(filedForIn(REGISTER, { leadUnit: null }, { title: '改' }, officer)).toEqual({})
})

test('who changes an entry later does not change the mark, and a register without it has none', () => {
  expect(filedForIn(REGISTER, { leadUnit: 'firm' }, { leadUnit: 'other' }, officer)).toEqual({})
  const { filedFor: _none, ...plain } = REGISTER
  expect(filedForIn(plain, undefined, { leadUnit: 'firm' }, officer)).toEqual({})
})
