import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDecimals } from '#engine/define/decimals.ts'
import { rowsByArea, rowsByGroup, rowsByMonth, sumsByMeasure, withoutMonths } from './figure-tables.ts'

const AREAS = [
  { code: '320000', title: '某省', level: 'province' },
  { code: '320500', title: '乙市', level: 'city' },
  { code: '320100', title: '甲市', level: 'city' },
  { code: '320583', title: '乙县', level: 'county' },
]
const cell = (area: string, month: string, amount: string, measure = 'published') => ({ area, month, amount, measure })

describe('decimals', () => {
  test.each([
    [['0.1', '0.2'], '0.3'],
    [[], '0'],
    [['1', '-1'], '0'],
    [['-0.5', '0.25'], '-0.25'],
    [['999999999999999', '0.000001'], '999999999999999.000001'],
    [['1.50', '1.5'], '3'],
    [['-3'], '-3'],
  ])('%j add up to %s', (parts, sum) => {
    expect(addDecimals(parts)).toBe(sum)
  })

  test('add up to the same in any order and any grouping', () => {
    const decimal = fc
      .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.nat(999_999))
      .map(([whole, part]) => `${whole}.${String(part).padStart(6, '0')}`)
    fc.assert(
      fc.property(fc.array(decimal), fc.array(decimal), (one, other) => {
        expect(addDecimals([...one, ...other])).toBe(addDecimals([addDecimals(other), addDecimals(one)]))
      }),
      { seed: 1 },
    )
  })
})

describe('a figure by area', () => {
  test('has a row for every city in the order of its code, then 省直', () => {
    const rows = rowsByArea(
      [cell('320583', '2026-01', '2'), cell('320500', '2026-01', '1'), cell('3205Z1', '2026-02', '1'), cell('320000', '2026-02', '5')],
      AREAS,
      ['published'],
    )

    expect(rows.map(({ title, values }) => [title, values['published']])).toEqual([
      ['甲市', '0'],
      ['乙市', '4'],
      ['省直', '5'],
    ])
  })

  test('tells the zones of a city as part of it, and only those where something counts', () => {
    const areas = [
      ...AREAS,
      { code: '3205Z1', title: '乙园', level: 'zone' },
      { code: '3205Z2', title: '空园', level: 'zone' },
      { code: '3201Z1', title: '甲园', level: 'zone' },
    ]
    const rows = rowsByArea([cell('3205Z1', '2026-01', '3'), cell('320583', '2026-01', '2')], areas, ['published'])

    expect(rows.find(({ title }) => title === '乙市')).toMatchObject({
      values: { published: '5' },
      zones: [{ area: '3205Z1', title: '乙园', values: { published: '3' } }],
    })
    expect(rows.filter(({ title }) => title !== '乙市').flatMap(({ zones }) => zones)).toEqual([])
    expect(addDecimals(rows.map(({ values }) => values['published']!))).toBe('5')
  })

  test('keeps a city that has left the province under its code with the name it had, as long as something counts there', () => {
    const areas = [...AREAS, { code: '320900', title: '丁市', level: 'city', untilOn: '2026-03-31' }]
    const titles = (day: string, ...cells: Parameters<typeof rowsByArea>[0]) =>
      rowsByArea(cells, areas, ['published'], day).map(({ area, title, values }) => [area, title, values['published']])

    expect(titles('2026-03-31')).toContainEqual(['320900', '丁市', '0'])
    expect(titles('2026-04-01').map(([area]) => area)).not.toContain('320900')
    expect(titles('2026-04-01', cell('320902', '2026-01', '3'))).toContainEqual(['320900', '丁市', '3'])
  })

  test('tells a city that was renamed once, under its newest name', () => {
    const areas = [{ code: '320100', title: '旧甲市', level: 'city', untilOn: '2025-12-31' }, ...AREAS]

    expect(rowsByArea([cell('320100', '2026-01', '1')], areas, ['published']).filter(({ area }) => area === '320100')).toMatchObject([
      { title: '甲市', values: { published: '1' } },
    ])
  })

  test('keeps the row of a city that is no longer listed', () => {
    expect(
      rowsByArea([cell('321183', '2026-01', '1')], AREAS, ['published']).map(({ title, values }) => [title, values['published']]),
    ).toContainEqual(['321100', '1'])
  })

  test('adds up to the province whatever the areas', () => {
    const cells = fc.array(
      fc.record({
        area: fc.constantFrom('320000', '320100', '320115', '320583', '3205Z1', '321183'),
        month: fc.constantFrom('2026-01', '2026-02'),
        amount: fc.integer({ min: -9, max: 99 }).map(String),
        measure: fc.constantFrom('published', 'reserve'),
      }),
    )
    fc.assert(
      fc.property(cells, (all) => {
        const measures = ['published', 'reserve']
        const rows = rowsByArea(all, AREAS, measures)

        for (const measure of measures)
          expect(addDecimals(rows.map(({ values }) => values[measure]!))).toBe(sumsByMeasure(all, measures)[measure])
        expect(rowsByArea(withoutMonths(all), AREAS, measures)).toEqual(rows)
      }),
      { seed: 1 },
    )
  })
})

test('a figure by month shows months without change between the first and the last, over the end of a year', () => {
  const rows = rowsByMonth(
    [
      cell('320500', '2025-11', '2'),
      cell('320100', '2026-02', '3'),
      cell('320100', '2026-02', '-1'),
      cell('320100', '2026-09', '9', 'reserve'),
    ],
    'published',
  )

  expect(rows).toEqual([
    { month: '2025-11', value: '2', running: '2' },
    { month: '2025-12', value: '0', running: '2' },
    { month: '2026-01', value: '0', running: '2' },
    { month: '2026-02', value: '2', running: '4' },
  ])
  expect(rowsByMonth([], 'published')).toEqual([])
})

describe('a figure by groups of areas', () => {
  const GROUPS = [
    { code: 'one', title: '甲圈', members: [{ area: '320100' }, { area: '320500' }] },
    { code: 'two', title: '乙圈', members: [{ area: '320500' }] },
    { code: 'zone', title: '园区', members: [{ area: '3205Z1' }] },
  ]
  const CELLS = [
    cell('320115', '2026-01', '1'),
    cell('320583', '2026-01', '2'),
    cell('3205Z1', '2026-01', '4'),
    cell('320000', '2026-01', '8'),
  ]

  test('counts an area in every group it belongs to, and 省直 in none', () => {
    expect(rowsByGroup(CELLS, GROUPS, ['published']).map(({ title, values }) => [title, values['published']])).toEqual([
      ['甲圈', '7'],
      ['乙圈', '6'],
      ['园区', '4'],
    ])
  })
})
