import { expect, test } from 'vitest'
import { usccFits } from './uscc.ts'

test('the check character of GB 32100 is worked out', () => {
  expect(usccFits('91350100M000100Y43')).toBe(true)
  expect(usccFits('91350100M000100Y44')).toBe(false)
  expect(usccFits('91350100M000100Y4')).toBe(false)
})
