import { expect, test } from 'vitest'
import type { EntryAnswer, RegisterDescription } from '#contract/entries.ts'
import { boardTexts } from '../../../texts/texts-board.ts'
import { targetFor } from './targets.ts'

const words = (zh: string) => ({ zh, en: zh })
const MISSING = words('“证明材料”未填')
const plain = { tone: 'plain', reason: 'none' } as const
const description = {
  fields: [{ name: 'level', label: words('级别'), control: 'choice', required: false, needed: false, writable: true }],
  states: [
    { code: 'draft', label: words('草稿'), tone: 'plain', moves: { submit: 'submitted', withdraw: 'withdrawn', publish: 'published' } },
    { code: 'submitted', label: words('已提交'), tone: 'plain', moves: {} },
  ],
  moves: [
    { name: 'submit', label: words('提交'), ...plain },
    { name: 'withdraw', label: words('撤回'), ...plain },
    { name: 'publish', label: words('公布'), ...plain, via: 'selection.publish-batch' },
  ],
} as unknown as RegisterDescription // the parts that are looked at
const answer = (more: object = {}) =>
  ({
    entry: {
      state: 'draft',
      may: ['edit'],
      moves: [
        { name: 'withdraw', missing: [] },
        { name: 'submit', missing: [MISSING] },
      ],
      ...more,
    },
  }) as unknown as EntryAnswer

test('a column is reached by the move that leads there, or says what is missing or that there is no way', () => {
  expect(targetFor(description, answer(), undefined, 'withdrawn')).toMatchObject({ move: { name: 'withdraw' } })
  expect(targetFor(description, answer(), undefined, 'submitted')).toEqual({ against: MISSING })
  expect(targetFor(description, answer(), undefined, 'published')).toEqual({ against: boardTexts.noRight })
  expect(targetFor(description, answer(), undefined, 'draft')).toEqual({ against: boardTexts.noWay })
})

test('on a board by a field a card gets the value of the column while its entry can be edited', () => {
  expect(targetFor(description, answer(), 'level', 'city')).toEqual({ value: 'city' })
  expect(targetFor(description, answer(), 'level', '')).toEqual({ value: null })
  expect(targetFor(description, answer({ may: [] }), 'level', 'city')).toEqual({ against: boardTexts.noEdit })
})
