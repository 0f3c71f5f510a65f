import { expect, test } from 'vitest'
import { changesOf, clashesOf, dropDraft, keepDraft, readDraft, same } from './draft.ts'

const place = { jurisdiction: '320000', person: 'p', register: 'technology', entry: 'new' }

function memory() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

test('a draft is kept per person, register and entry', () => {
  const storage = memory()
  keepDraft(place, { changes: { title: '甲' }, base: {}, version: 0, at: '2026-09-30T06:03:00Z' }, storage)

  expect(readDraft(place, storage)?.changes).toEqual({ title: '甲' })
  expect(readDraft({ ...place, person: 'q' }, storage)).toBeUndefined()
  dropDraft(place, storage)
  expect(readDraft(place, storage)).toBeUndefined()
})

test('a storage that is full says so; rubbish in it is no draft', () => {
  const full = {
    ...memory(),
    setItem: () => {
      throw new Error('quota')
    },
  }
  const rubbish = { ...memory(), getItem: () => '{oops' }

  expect(keepDraft(place, { changes: {}, base: {}, version: 0, at: '' }, full)).toBe(false)
  expect(readDraft(place, rubbish)).toBeUndefined()
})

test('only what differs is sent, and an empty box is not a change from nothing', () => {
  expect(changesOf({ title: '乙', note: '', rows: [], n: 0 }, { title: '甲', note: null, n: 0 })).toEqual({ title: '乙' })
  expect(same({ a: 1, b: null }, { a: 1 })).toBe(true)
})

test('a clash is a field that both changed to different values', () => {
  const draft = { changes: { title: '我的', budget: '1', note: '同' }, base: { title: '原', budget: '0', note: '原' } }

  expect(clashesOf(draft, { title: '他的', budget: '0', note: '同' })).toEqual([{ field: 'title', mine: '我的', theirs: '他的' }])
})
