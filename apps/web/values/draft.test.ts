import { expect, test } from 'vitest'
import { changesOf, clashesOf, draftPrefix, joined, same } from './draft.ts'

test('a draft lies apart by person, register and entry', () => {
  const place = { jurisdiction: '320000', person: 'p', register: 'technology', entry: 'new' }

  expect(draftPrefix(place).startsWith(draftPrefix({ ...place, person: 'q' }))).toBe(false)
  expect(draftPrefix({ ...place, entry: 'new2' }).startsWith(draftPrefix(place))).toBe(false)
})

test('of what several windows left, the last word on each field counts', () => {
  const early = { id: 'a', changes: { title: '早', note: '只有早的' }, base: { title: '原', note: '' }, at: '2026-09-30T06:00:00Z' }
  const late = { id: 'b', changes: { title: '晚' }, base: { title: '原' }, at: '2026-09-30T07:00:00Z' }

  expect(joined([late, early])).toEqual({ changes: { title: '晚', note: '只有早的' }, base: { title: '原', note: '' }, at: late.at })
  expect(joined([])).toBeUndefined()
})

test('only what differs is sent, and an empty box is not a change from nothing', () => {
  expect(changesOf({ title: '乙', note: '', rows: [], n: 0 }, { title: '甲', note: null, n: 0 })).toEqual({ title: '乙' })
  expect(same({ a: 1, b: null }, { a: 1 })).toBe(true)
})

test('a clash is a field that both changed to different values', () => {
  const draft = { changes: { title: '我的', budget: '1', note: '同' }, base: { title: '原', budget: '0', note: '原' } }

  expect(clashesOf(draft, { title: '他的', budget: '0', note: '同' })).toEqual([
    { field: 'title', base: '原', mine: '我的', theirs: '他的' },
  ])
})
