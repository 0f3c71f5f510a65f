import { expect, test } from 'vitest'
import { faultOf, type TiedTarget } from './confirm-faults.ts'

const target = (item: string, more: Partial<TiedTarget> = {}): TiedTarget => ({
  item,
  label: item,
  relation: 'headline',
  parent: null,
  indicator: null,
  part: null,
  ...more,
})
const INDICATORS = [{ code: 'standards', parts: ['national'] }]
const code = (targets: readonly TiedTarget[], registers: readonly string[] = []) =>
  faultOf(targets, INDICATORS, new Set(['technology']), registers)?.code

test('one indicator counts for one target, its parts each for one, and a restated target may name it again', () => {
  const head = target('a', { indicator: 'standards' })
  const part = target('b', { relation: 'part', parent: 'a', indicator: 'standards', part: 'national' })

  expect(code([head, part, target('c', { relation: 'restated', parent: 'a', indicator: 'standards' })])).toBeUndefined()
  expect(code([head, target('c', { indicator: 'standards' })])).toBe('plan.indicator-twice')
  expect(code([head, part, target('c', { relation: 'part', parent: 'a', indicator: 'standards', part: 'national' })])).toBe(
    'plan.indicator-twice',
  )
})

test('what does not exist is refused: an indicator, a part, a register', () => {
  expect(code([target('a', { indicator: 'nothing' })])).toBe('plan.unknown-indicator')
  expect(code([target('a', { indicator: 'standards', part: 'world' })])).toBe('plan.unknown-part')
  expect(code([], ['technology', 'nothing'])).toBe('plan.unknown-register')
})

test('a headline stands under nothing, any other target under a headline of the same plan', () => {
  const head = target('a')
  expect(code([head, target('b', { parent: 'a' })])).toBe('plan.wrong-parent')
  expect(code([head, target('b', { relation: 'open' })])).toBe('plan.wrong-parent')
  expect(code([head, target('b', { relation: 'open', parent: 'elsewhere' })])).toBe('plan.wrong-parent')
  expect(code([head, target('b', { relation: 'open', parent: 'a' }), target('c', { relation: 'part', parent: 'b' })])).toBe(
    'plan.wrong-parent',
  )
})
