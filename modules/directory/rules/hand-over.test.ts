import { expect, test } from 'vitest'
import { isRefusal } from '#engine/define/refusal.ts'
import { planHandOver } from './hand-over.ts'

const TODAY = '2026-06-15'
const held = (fromOn: string, untilOn: string | null = null, person = 'old') => ({ id: 't', person, fromOn, untilOn })
const codeOf = (...given: Parameters<typeof planHandOver>) => {
  const plan = planHandOver(...given)
  return isRefusal(plan) ? plan.code : plan
}

test('the holder’s last day is the day before the successor’s first', () => {
  expect(codeOf([held('2024-01-01')], 'new', '2026-06-16', TODAY)).toMatchObject({ ends: { person: 'old' }, lastDay: '2026-06-15' })
})

test('a vacant post is taken without anybody leaving it', () => {
  expect(codeOf([held('2024-01-01', '2026-05-31')], 'new', '2026-06-16', TODAY)).toMatchObject({ ends: undefined })
})

test.each([
  ['2026-05-16', 'ok'],
  ['2026-05-15', 'post.hand-over-day'],
  ['2026-09-13', 'ok'],
  ['2026-09-14', 'post.hand-over-day'],
])('from %s: %s', (fromOn, expected) => {
  expect(codeOf([held('2024-01-01')], 'new', fromOn, TODAY)).toEqual(expected === 'ok' ? expect.objectContaining({ ok: true }) : expected)
})

test('nobody takes a post that somebody takes later, or on the same day', () => {
  expect(codeOf([held('2024-01-01', '2026-06-20'), held('2026-06-21')], 'new', '2026-06-18', TODAY)).toBe('post.hand-over-day')
  expect(codeOf([held('2026-06-15')], 'new', '2026-06-15', TODAY)).toBe('post.hand-over-day')
})

test('nobody hands over to oneself', () => {
  expect(codeOf([held('2024-01-01', null, 'new')], 'new', '2026-06-16', TODAY)).toBe('post.held-by-same')
})
