import { expect, test } from 'vitest'
import { followsAsOf } from './follows-as-of.ts'

test.each([
  ['/overview', true],
  ['/figures/technology_breakthroughs', true],
  ['/registers/technology', true],
  ['/registers/technology/0b5d9c1e-1111-4222-8333-444455556666', true],
  ['/registers/technology/imports', false],
  ['/plans', true],
  ['/plans/0b5d9c1e-1111-4222-8333-444455556666', false],
  ['/tasks', false],
  ['/reports', false],
  ['/search', true],
  ['/work', false],
])('%s follows the as-of day: %s', (pathname, follows) => {
  expect(followsAsOf(pathname)).toBe(follows)
})
