import { expect, test } from 'vitest'
import { asTree } from './target-tree.ts'

test('what stands under a headline follows it, and what has lost its headline still shows', () => {
  const rows = [
    { key: 'a', parent: null },
    { key: 'b', parent: null },
    { key: 'a1', parent: 'a' },
    { key: 'x', parent: 'gone' },
  ]

  expect(asTree(rows, ({ key }) => key).map(({ key }) => key)).toEqual(['a', 'a1', 'b', 'x'])
})
