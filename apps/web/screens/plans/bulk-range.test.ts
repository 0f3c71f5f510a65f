import { expect, test } from 'vitest'
import type { PlanItem } from '#contract/plans.ts'
import { partOf, waitingIn } from './bulk-range.ts'

const item = (id: string, itemKind: PlanItem['itemKind'], start: number, more: Partial<PlanItem> = {}) =>
  ({ id, itemKind, start, state: 'found', confidence: 0.95, label: id, level: null, ...more }) as PlanItem // the rest plays no part

const items = [
  item('一', 'heading', 0, { level: 1 }),
  item('a', 'target', 5),
  item('（一）', 'heading', 10, { level: 2 }),
  item('b', 'target', 15, { confidence: 0.75 }),
  item('c', 'duty', 18, { confidence: 0.5 }),
  item('二', 'heading', 20, { level: 1 }),
  item('d', 'target', 25),
  item('e', 'target', 28, { state: 'checked' }),
]
const ids = (...given: Parameters<typeof waitingIn>) => waitingIn(...given).map(({ id }) => id)

test('what waits in a list, by how sure the reader was', () => {
  expect(ids(items, 'target', undefined, { range: 'list', sureness: 'all' })).toEqual(['a', 'b', 'd'])
  expect(ids(items, 'target', undefined, { range: 'list', sureness: 'sure' })).toEqual(['a', 'd'])
  expect(ids(items, 'waiting', undefined, { range: 'list', sureness: 'fairly' })).toEqual(['一', 'a', '（一）', 'b', '二', 'd'])
})

test('a part reaches from its heading over the deeper ones to the next of its level', () => {
  expect(partOf(items, items[0])).toMatchObject({ label: '一', until: 20 })
  expect(ids(items, 'heading', items[0], { range: 'part', sureness: 'all' })).toEqual(['一', 'a', '（一）', 'b', 'c'])
  expect(ids(items, 'target', items[4], { range: 'part', sureness: 'all' })).toEqual(['b'])
  expect(ids(items, 'target', items[7], { range: 'part', sureness: 'all' })).toEqual(['d'])
})
