import { expect, test } from 'vitest'
import type { PlanItem } from '#contract/plans.ts'
import { itemsByLine, linesOf, paragraphOf } from './segments.ts'

const item = (id: string, start: number, end: number, state = 'found'): PlanItem =>
  ({ id, start, end, itemKind: 'target', state }) as PlanItem // the cutting looks at nothing else

function paragraphsOf(text: string, items: readonly PlanItem[]) {
  const lines = linesOf(text)
  const byLine = itemsByLine(lines, items)
  return lines.map((line) => paragraphOf(line, byLine.get(line.start) ?? []))
}

test('text is cut where items begin and end, and nothing of it is lost', () => {
  const text = '一、目标\r\n到2026年突破100项前沿技术。\n\n完'
  const [heading, body, last] = paragraphsOf(text, [item('a', 6, 20), item('b', 11, 17)])

  expect(heading?.segments).toHaveLength(1)
  expect(body?.segments.map(({ items }) => items.map(({ id }) => id))).toEqual([['a'], ['b', 'a'], ['a'], []])
  expect(body?.segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe('到2026年突破100项前沿技术。')
  expect(text.slice(last?.start, last?.end)).toBe('完')
})

test('an item over several paragraphs is shown in each, and in none that it only touches', () => {
  const paragraphs = paragraphsOf('甲乙\n丙丁\n戊', [item('a', 1, 4), item('b', 3, 5)])

  expect(paragraphs.map(({ segments }) => segments.map(({ items }) => items.map(({ id }) => id).join('')))).toEqual([
    ['', 'a'],
    ['ba', 'b'],
    [''],
  ])
})

test('items that share words are underlined on lines of their own; removed ones take no line', () => {
  const [paragraph] = paragraphsOf('0123456789', [
    item('outer', 0, 9),
    item('gone', 1, 8, 'removed'),
    item('inner', 2, 4),
    item('cross', 3, 10),
  ])

  expect(Object.fromEntries(paragraph!.levels)).toEqual({ outer: 0, inner: 1, cross: 2 })
  expect(paragraphsOf('0123', [item('a', 0, 2), item('b', 2, 4)])[0]!.levels.get('b')).toBe(0)
})

test('four hundred items over six hundred lines are cut without loss', () => {
  const text = Array.from({ length: 600 }, (_line, at) => `第${at}段，突破${at}项前沿技术。`).join('\n')
  const items = Array.from({ length: 400 }, (_item, at) => item(String(at), at * 20, at * 20 + 7))
  const paragraphs = paragraphsOf(text, items)

  expect(paragraphs.map(({ segments }) => segments.map(({ start, end }) => text.slice(start, end)).join('')).join('\n')).toBe(text)
  expect(new Set(paragraphs.flatMap(({ segments }) => segments.flatMap(({ items: over }) => over.map(({ id }) => id)))).size).toBe(400)
})
