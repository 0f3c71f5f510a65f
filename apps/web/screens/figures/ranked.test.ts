import { expect, test } from 'vitest'
import { ranked } from './ranked.ts'

test('equal figures share a rank and the next one is skipped', () => {
  expect(ranked(['3', '10', '3', '1', '0.5'].map((figure) => ({ figure }))).map(({ rank, figure }) => [rank, figure])).toEqual([
    [1, '10'],
    [2, '3'],
    [2, '3'],
    [4, '1'],
    [5, '0.5'],
  ])
  expect(ranked([])).toEqual([])
})
