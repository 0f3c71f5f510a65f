import { expect, test } from 'vitest'
import { shadeClass, shadeOf, shadeSteps } from './shade.ts'

test('every whole number lies in the step of its shade, and in no other', () => {
  for (const largest of [1, 3, 7, 15, 66, 1234]) {
    const steps = shadeSteps([0, largest])
    for (let value = 1; value <= largest; value += 1)
      expect(steps.filter(({ from = 0, to }) => from <= value && value <= to).map(({ shade }) => shade)).toEqual([shadeOf(value, largest)])
  }
})

test('amounts have upper ends only, and nothing has no steps', () => {
  expect(shadeSteps([2.5, 10])).toEqual([2, 4, 6, 8, 10].map((to, at) => ({ shade: at + 1, to })))
  expect(shadeSteps([0, -2])).toEqual([])
})

test('what is below nothing is marked, not shaded', () => {
  expect(shadeClass(-2, 10)).toBe('shade-minus')
  expect(shadeClass(0, 10)).toBe('shade-0')
})
