import { expect, test } from 'vitest'
import type { PlanItem } from '#contract/plans.ts'
import { treeRows } from './plan-tree.ts'

const item = (id: string, start: number, level: number | null, state = 'found'): PlanItem =>
  ({ id, start, end: start + 1, level, state, itemKind: level === null ? 'target' : 'heading' }) as PlanItem // the tree looks at nothing else

const ITEMS = [
  item('before', 0, null),
  item('one', 1, 1),
  item('one-one', 2, 2),
  item('target', 3, null),
  item('one-two', 4, 2),
  item('two', 5, 1),
  item('deep', 6, 3),
  item('gone', 7, 1, 'removed'),
  item('last', 8, null),
]

test('headings nest by level, and what was found hangs under the nearest one that was not removed', () => {
  expect(treeRows(ITEMS, new Set()).map(({ item: { id }, depth }) => `${depth} ${id}`)).toEqual([
    '0 before',
    '0 one',
    '1 one-one',
    '2 target',
    '1 one-two',
    '0 two',
    '1 deep',
    '2 gone',
    '2 last',
  ])
})

test('a folded heading hides all that lies under it and says so', () => {
  const rows = treeRows(ITEMS, new Set(['one']))

  expect(rows.map(({ item: { id } }) => id)).toEqual(['before', 'one', 'two', 'deep', 'gone', 'last'])
  expect(rows.find(({ item: { id } }) => id === 'one')).toMatchObject({ hasMore: true, isFolded: true })
  expect(treeRows(ITEMS, new Set()).find(({ item: { id } }) => id === 'one-two')).toMatchObject({ hasMore: false })
})
