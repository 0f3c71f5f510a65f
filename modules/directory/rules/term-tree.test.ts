import { expect, test } from 'vitest'
import { type TermRow, termTree } from './term-tree.ts'

const row = (code: string, parent: string | null = null, order: number | null = null): TermRow => ({
  code,
  title: code,
  titleEn: null,
  aliases: code === 'a' ? '甲、Ａ' : null,
  parent,
  order,
  fromOn: null,
  untilOn: null,
})

const outline = (nodes: ReturnType<typeof termTree>): unknown[] =>
  nodes.map(({ code, children }) => (children.length > 0 ? [code, outline(children)] : code))

test('classes stand under their parents, in their own order and not that of their codes', () => {
  expect(outline(termTree([row('b', null, 10), row('a', null, 20), row('a2', 'a', 2), row('a1', 'a', 3), row('c')]))).toEqual([
    'b',
    ['a', ['a2', 'a1']],
    'c',
  ])
})

test('a class whose parent is not valid on the day stands at the top', () => {
  expect(outline(termTree([row('x', 'gone')]))).toEqual(['x'])
})

test('classes that are each other’s parents are shown all the same, each once', () => {
  const shown = outline(termTree([row('x', 'y'), row('y', 'x'), row('z', 'x')])).flat(9)

  expect([shown.length, new Set(shown)]).toEqual([3, new Set(['x', 'y', 'z'])])
})

test('aliases come apart', () => {
  expect(termTree([row('a')])[0]!.aliases).toEqual(['甲', 'Ａ'])
})
