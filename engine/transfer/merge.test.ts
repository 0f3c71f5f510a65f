import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everyKindRegister } from '#tests/support/every-kind.ts'
import { isOpen, merge, takenFrom } from './merge.ts'

const changes = (given: object, now: object, was: object) =>
  merge(everyKindRegister, { given: { ...given }, now: { ...now }, was: { ...was } })

test('a field changed only in the sheet is taken, one changed only in the system stays, one changed in both waits for a choice', () => {
  const was = { text: '甲', integer: 1, paragraph: '旧' }
  const found = changes({ text: '乙', integer: 1, paragraph: '表' }, { text: '甲', integer: 2, paragraph: '系统' }, was)

  expect(found).toEqual([
    { field: 'text', before: '甲', after: '乙' },
    { field: 'paragraph', before: '系统', after: '表', clash: { was: '旧' } },
  ])
  expect(isOpen(found)).toBe(true)
  expect(takenFrom(found)).toEqual({ text: '乙' })
  expect(takenFrom(found.map((each) => ({ ...each, choice: 'sheet' as const })))).toEqual({ text: '乙', paragraph: '表' })
})

test('both changed to the same is no clash; amounts go by their size and empty is empty', () => {
  expect(
    changes({ money: '1200000', text: '乙', paragraph: null }, { money: '1200000.00', text: '乙', paragraph: '' }, { text: '甲' }),
  ).toEqual([])
})

test('of three sides nothing is lost: what is taken is the sheet’s, and differs from both others', () => {
  const side = fc.record({ text: fc.constantFrom('甲', '乙', '丙', null), integer: fc.constantFrom(1, 2, 3, null) })
  fc.assert(
    fc.property(side, side, side, (given, now, was) => {
      for (const change of changes(given, now, was)) {
        const field = change.field as 'text' | 'integer'
        expect(given[field]).not.toEqual(now[field])
        expect(given[field]).not.toEqual(was[field])
        expect(change.clash !== undefined).toBe(now[field] !== was[field])
      }
    }),
  )
})
