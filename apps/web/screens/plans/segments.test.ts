import { expect, test } from 'vitest'
import type { PlanItem } from '#contract/plans.ts'
import { paragraphsOf } from './segments.ts'

const item = (id: string, start: number, end: number): PlanItem => ({ id, start, end, itemKind: 'target', state: 'found' }) as PlanItem // the cutting looks at nothing else

test('text is cut where items begin and end, and nothing of it is lost', () => {
  const text = '一、目标\r\n到2026年突破100项前沿技术。\n\n完'
  const [heading, body, last] = paragraphsOf(text, [item('a', 6, 20), item('b', 11, 17)])

  expect(heading?.segments).toHaveLength(1)
  expect(body?.segments.map(({ items }) => items.map(({ id }) => id))).toEqual([['a'], ['b', 'a'], ['a'], []])
  expect(body?.segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe('到2026年突破100项前沿技术。')
  expect(text.slice(last?.start, last?.end)).toBe('完')
})

test('an item over several paragraphs is shown in each', () => {
  const paragraphs = paragraphsOf('甲乙\n丙丁', [item('a', 1, 4)])

  expect(paragraphs.map(({ segments }) => segments.map(({ items }) => items.length))).toEqual([
    [0, 1],
    [1, 0],
  ])
})
