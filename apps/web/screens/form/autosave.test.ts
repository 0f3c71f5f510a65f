import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EntryAnswer } from '#contract/entries.ts'
import { ProblemError } from '../../api/problem-error.ts'
import type { Values } from '../../api/types.ts'
import { Autosave } from './autosave.ts'

const words = { zh: '不行', en: 'no' }
const place = { jurisdiction: '320000', person: 'p', register: 'technology', entry: 'e' }
const problem = (status: number) => new ProblemError({ status, words })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a change is kept on this computer at once and sent after two quiet seconds', async () => {
  const { form, sent, storage } = opened()

  form.change('title', '乙')
  await vi.advanceTimersByTimeAsync(300)
  expect(storage.length).toBe(1)
  expect(sent).toEqual([])

  await vi.advanceTimersByTimeAsync(2000)
  expect(sent).toEqual([[{ title: '乙' }, 1]])
  expect(form.store.get().save.is).toBe('saved')
  expect(storage.length).toBe(0)
})

test('a busy server is tried again until it takes the change', async () => {
  const { form, sent } = opened([problem(503), problem(0)])

  form.change('title', '乙')
  await vi.advanceTimersByTimeAsync(2100)
  expect(form.store.get().save.is).toBe('offline')
  await vi.advanceTimersByTimeAsync(10_000)

  expect(sent).toHaveLength(3)
  expect(form.store.get().save.is).toBe('saved')
})

test('what somebody else changed in another field is merged without a question', async () => {
  const { form, sent } = opened([problem(412)], { title: '甲', note: '他的' })

  form.change('title', '乙')
  await vi.advanceTimersByTimeAsync(3000)

  expect(sent.at(-1)).toEqual([{ title: '乙' }, 2])
  expect(form.store.get().values).toEqual({ title: '乙', note: '他的' })
})

test('when both changed the same field the person chooses', async () => {
  const { form, sent } = opened([problem(412)], { title: '丙', note: '' })

  form.change('title', '乙')
  await vi.advanceTimersByTimeAsync(3000)
  expect(form.store.get().save).toMatchObject({ is: 'clash', clashes: [{ field: 'title', mine: '乙', theirs: '丙' }] })

  form.resolve(new Set(['title']))
  await vi.advanceTimersByTimeAsync(10)
  expect(sent.at(-1)).toEqual([{ title: '乙' }, 2])
  expect(form.store.get().save.is).toBe('saved')
})

test('a field the server refuses does not keep the others from being saved', async () => {
  const faulty = new ProblemError({ status: 422, words, faults: [{ path: 'note', message: words }] })
  const { form, sent, storage } = opened([faulty])

  form.change('title', '乙')
  form.change('note', 'x')
  await vi.advanceTimersByTimeAsync(3000)

  expect(sent).toEqual([
    [{ title: '乙', note: 'x' }, 1],
    [{ title: '乙' }, 1],
  ])
  expect(form.store.get().save).toMatchObject({ is: 'refused', asked: false })
  expect(storage.length).toBe(1)
})

test('a draft left on this computer comes back when the entry is opened again', async () => {
  const { form, storage } = opened([problem(0), problem(0), problem(0), problem(0)])
  form.change('title', '乙')
  form.stop()

  const again = opened([], undefined, storage)
  again.form.start()

  expect(again.form.store.get().values.title).toBe('乙')
  expect(again.form.store.get().restoredAt).toBe('now')
})

function opened(failures: readonly ProblemError[] = [], theirs: Values = { title: '甲', note: '' }, storage = memory()) {
  const sent: [Values, number][] = []
  const left = [...failures]
  const form = new Autosave({
    place,
    storage,
    answer: answer({ title: '甲', note: '' }, 1),
    now: () => 'now',
    reload: async () => answer(theirs, 2),
    send: async (changes, version) => {
      sent.push([changes, version])
      const failure = left.shift()
      if (failure) throw failure
      return answer({ ...theirs, ...changes }, version + 1)
    },
  })
  return { form, sent, storage }
}

function answer(values: Values, version: number): EntryAnswer {
  const entry = {
    id: 'e',
    no: 1,
    version,
    state: 'draft',
    title: '',
    values,
    createdAt: '',
    changedAt: '',
    may: ['edit'],
    moves: [],
    commands: [],
  }
  return { entry, titles: {}, warnings: [] }
}

function memory(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    clear: () => kept.clear(),
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}
