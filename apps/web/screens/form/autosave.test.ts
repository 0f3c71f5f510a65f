import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ProblemError } from '../../api/problem-error.ts'
import type { Values } from '../../api/types.ts'
import type { Draft, DraftStore } from '../../values/draft.ts'
import { Autosave } from './autosave.ts'
import type { Kept } from './form-state.ts'

const words = { zh: '不行', en: 'no' }
const place = { jurisdiction: '320000', person: 'p', register: 'technology', entry: 'e' }
const problem = (status: number) => new ProblemError({ status, words })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a change is kept on this computer at once and sent after two quiet seconds', async () => {
  const { form, sent, drafts } = opened()

  form.change('title', '乙')
  await vi.advanceTimersByTimeAsync(300)
  expect(drafts.kept.size).toBe(1)
  expect(sent).toEqual([])

  await vi.advanceTimersByTimeAsync(2000)
  expect(sent).toEqual([[{ title: '乙' }, 1]])
  expect(form.store.get().save.is).toBe('saved')
  expect(drafts.kept.size).toBe(0)
})

test('a busy server is tried again until it takes the change', async () => {
  const { form, sent } = opened({ failures: [problem(503), problem(0)] })

  form.change('title', '乙')
  await vi.advanceTimersByTimeAsync(2100)
  expect(form.store.get().save.is).toBe('offline')
  await vi.advanceTimersByTimeAsync(10_000)

  expect(sent).toHaveLength(3)
  expect(form.store.get().save.is).toBe('saved')
})

test('what somebody else changed in another field is merged without a question', async () => {
  const { form, sent } = opened({ failures: [problem(412)], theirs: { title: '甲', note: '他的' } })

  form.change('title', '乙')
  await vi.advanceTimersByTimeAsync(3000)

  expect(sent.at(-1)).toEqual([{ title: '乙' }, 2])
  expect(form.store.get().values).toEqual({ title: '乙', note: '他的' })
})

test('when both changed the same field the person chooses', async () => {
  const { form, sent } = opened({ failures: [problem(412)], theirs: { title: '丙', note: '' } })

  form.change('title', '乙')
  await vi.advanceTimersByTimeAsync(3000)
  expect(form.store.get().save).toMatchObject({ is: 'clash', clashes: [{ field: 'title', base: '甲', mine: '乙', theirs: '丙' }] })

  form.resolve(new Set(['title']))
  await vi.advanceTimersByTimeAsync(10)
  expect(sent.at(-1)).toEqual([{ title: '乙' }, 2])
  expect(form.store.get().save.is).toBe('saved')
})

test('a field the server refuses does not keep the others from being saved', async () => {
  const faulty = new ProblemError({ status: 422, words, faults: [{ path: 'note', message: words }] })
  const { form, sent, drafts } = opened({ failures: [faulty] })

  form.change('title', '乙')
  form.change('note', 'x')
  await vi.advanceTimersByTimeAsync(3000)

  expect(sent).toEqual([
    [{ title: '乙', note: 'x' }, 1],
    [{ title: '乙' }, 1],
  ])
  expect(form.store.get().save).toMatchObject({ is: 'refused', asked: false })
  expect(drafts.kept.size).toBe(1)
})

test('a draft left on this computer comes back when the entry is opened again', async () => {
  const { form, drafts } = opened()
  form.change('title', '乙')
  form.stop()
  await vi.advanceTimersByTimeAsync(0)

  const again = opened({ drafts, id: 'again' })
  again.form.start()

  expect(again.form.store.get().values['title']).toBe('乙')
  expect(again.form.store.get().restoredAt).toBe('now')
  await vi.advanceTimersByTimeAsync(2100)
  expect(again.sent).toEqual([[{ title: '乙' }, 1]])
  expect(drafts.kept.size).toBe(0)
})

test('a draft that comes back asks before it goes over what somebody else has changed since', async () => {
  const { form, drafts } = opened()
  form.change('title', '乙')
  form.stop()
  await vi.advanceTimersByTimeAsync(0)

  const again = opened({ drafts, id: 'again', now: { title: '丙', note: '' } })
  again.form.start()
  await vi.advanceTimersByTimeAsync(5000)

  expect(again.form.store.get().save).toMatchObject({ is: 'clash', clashes: [{ base: '甲', mine: '乙', theirs: '丙' }] })
  expect(again.sent).toEqual([])
})

test('a window that is closed does not take the draft of another with it', async () => {
  const drafts = memory()
  const [one, other] = [opened({ drafts, id: 'one', failures: [problem(0)] }), opened({ drafts, id: 'other' })]
  one.form.change('title', '乙')
  await vi.advanceTimersByTimeAsync(200)
  other.form.stop()
  await vi.advanceTimersByTimeAsync(0)

  expect([...drafts.kept.keys()]).toEqual(['one'])
})

test('who types without a pause is saved all the same', async () => {
  const { form, sent } = opened()

  for (let second = 0; second < 15; second++) {
    form.change('title', `乙${second}`)
    await vi.advanceTimersByTimeAsync(1000)
  }

  expect(sent.length).toBeGreaterThanOrEqual(1)
})

test('what the entry does not take is kept aside on the server until it is taken', async () => {
  const faulty = new ProblemError({ status: 422, words, faults: [{ path: 'note', message: words }] })
  const { form, aside } = opened({ failures: [faulty] })

  form.change('note', 'x')
  await vi.advanceTimersByTimeAsync(3000)
  expect(aside.kept).toEqual({ note: 'x' })

  form.change('note', '好')
  await vi.advanceTimersByTimeAsync(3000)
  expect(form.store.get().save.is).toBe('saved')
  expect(aside.kept).toBeUndefined()
})

test('a draft that was ended elsewhere is said once, and what stands here becomes one of its own', async () => {
  const gone = new ProblemError({ status: 409, code: 'draft.gone', words })
  const { form, sent } = opened({ failures: [gone] })

  form.change('note', '接着写')
  await vi.advanceTimersByTimeAsync(3000)
  expect(form.store.get().save).toMatchObject({ is: 'refused', asked: true })
  expect(form.store.get().values).toEqual({ title: '甲', note: '接着写' })

  form.change('note', '接着写完')
  await vi.advanceTimersByTimeAsync(3000)
  expect(sent.at(-1)).toEqual([{ title: '甲', note: '接着写完' }, 0])
})

test('while the entry is being made nothing goes to its draft; when it is not made the draft goes on', async () => {
  const { form, sent } = opened()
  form.change('title', '乙')

  await form.pause()
  form.change('title', '丙')
  await vi.advanceTimersByTimeAsync(15_000)
  expect(sent).toEqual([])

  form.resume()
  await vi.advanceTimersByTimeAsync(3000)
  expect(sent).toEqual([[{ title: '丙' }, 1]])
})

test('before the person signs out what waits is sent without waiting for the pause', async () => {
  const { form, sent } = opened()

  form.change('title', '乙')
  await form.leave()

  expect(sent).toEqual([[{ title: '乙' }, 1]])
})

interface Situation {
  /** How the first sends fail. */
  readonly failures?: readonly ProblemError[]
  /** What the server has by the time it is asked again. */
  readonly theirs?: Values
  readonly drafts?: ReturnType<typeof memory>
  readonly id?: string
  /** What the server has when the form opens. */
  readonly now?: Values
}

function opened({
  failures = [],
  theirs = { title: '甲', note: '' },
  drafts = memory(),
  id = 'form',
  now = { title: '甲', note: '' },
}: Situation = {}) {
  const sent: [Values, number][] = []
  const coming = [...failures]
  const aside: { kept: Values | undefined } = { kept: undefined }
  const form = new Autosave({
    place,
    drafts: drafts.store,
    id,
    left: [...drafts.kept.values()],
    kept: kept(now, 1),
    now: () => 'now',
    reload: async () => kept(theirs, 2),
    aside: {
      keep: async (changes) => void (aside.kept = changes),
      drop: async () => void (aside.kept = undefined),
    },
    send: async (changes, { version }) => {
      sent.push([changes, version])
      const failure = coming.shift()
      if (failure) throw failure
      return kept({ ...theirs, ...changes }, version + 1)
    },
  })
  return { form, sent, drafts, aside }
}

const kept = (values: Values, version: number): Kept => ({ values, version, titles: {}, warnings: [] })

function memory() {
  const kept = new Map<string, Draft>()
  const store: DraftStore = {
    of: async () => [...kept.values()],
    keep: async (_place, draft) => {
      kept.set(draft.id, draft)
      return true
    },
    drop: async (_place, ids) => {
      for (const id of ids) kept.delete(id)
    },
  }
  return { kept, store }
}
