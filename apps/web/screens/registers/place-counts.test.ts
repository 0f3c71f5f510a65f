import { expect, test } from 'vitest'
import { placeCounts } from './place-counts.ts'

test('cities stand by code with all in them; what lies in none is the province without them, and what has no area', () => {
  const values = [
    { code: '320000', count: 10 },
    { code: '320500', count: 6 },
    { code: '320583', count: 4 },
    { code: '320100', count: 3 },
    { code: '', count: 2 },
  ]

  expect(placeCounts(values)).toEqual({
    cities: [
      { code: '320100', count: 3 },
      { code: '320500', count: 6 },
    ],
    elsewhere: 3,
    total: 12,
  })
})
