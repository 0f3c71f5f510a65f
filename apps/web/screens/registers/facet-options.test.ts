import { describe, expect, test } from 'vitest'
import { placesShown } from './facet-options.ts'

const VALUES = [
  { code: '', count: 1 },
  { code: '320000', count: 9 },
  { code: '320100', count: 4 },
  { code: '320115', count: 4 },
  { code: '320500', count: 5 },
  { code: '320583', count: 3 },
  { code: '3205Z1', count: 2 },
]
const shown = (chosen?: string) => placesShown(VALUES, chosen).map(({ code }) => code)

describe('the places of a list', () => {
  test('are its cities, until one of them is looked at', () => {
    expect(shown()).toEqual(['320000', '320100', '320500'])
    expect(shown('320500')).toEqual(['320000', '320100', '320500', '320583', '3205Z1'])
  })

  test('keep a chosen county among its neighbours', () => {
    expect(shown('320583')).toEqual(['320000', '320100', '320500', '320583', '3205Z1'])
  })

  test('show what was chosen though nothing is left of it', () => {
    expect(placesShown([], '320583')).toEqual([{ code: '320583', count: 0, depth: 1 }])
  })

  test('of a county’s own reader are the county and its city', () => {
    expect(placesShown([VALUES[5]!], undefined).map(({ code }) => code)).toEqual(['320583'])
  })
})
