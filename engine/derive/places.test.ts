import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { register } from '#engine/define/register.ts'
import { contributionsOf } from './contributions.ts'
import { placeFaults } from './places.ts'

const words = { zh: '名', en: 'Name' }
const AREAS = ['320583', '3205Z1', '320115', '321003']

const movable = register({
  name: 'movable',
  title: words,
  basis: '测试',
  area: 'area',
  fields: {
    title: { kind: 'text', label: words },
    area: { kind: 'area', label: words, required: true },
    addresses: { kind: 'rows', label: words, columns: { area: { kind: 'area', label: words }, fromOn: { kind: 'day', label: words } } },
    heldFromOn: { kind: 'day', label: words },
    reportedOn: { kind: 'day', label: words },
    exitedOn: { kind: 'day', label: words },
  },
  places: 'addresses',
  initial: 'held',
  states: { held: { label: words, moves: {} } },
  moves: {},
  access: { read: { always: true } },
  counting: {
    stock: {
      version: 1,
      title: words,
      unit: words,
      measures: { held: words },
      counted: 'held',
      terms: [
        { measure: 'held', when: { field: 'heldFromOn', filled: true }, countsOn: ['heldFromOn', 'reportedOn'] },
        { measure: 'held', when: { field: 'exitedOn', filled: true }, countsOn: 'exitedOn', amount: -1 },
      ],
    },
  },
})

const day = fc.integer({ min: 0, max: 60 }).map((at) => new Date(Date.UTC(2026, 0, 1) + at * 86_400_000).toISOString().slice(0, 10))

/** Entries that lay here and there, held a title from a day on and may have left. */
const rows = fc
  .record({
    addresses: fc.array(fc.record({ area: fc.constantFrom(...AREAS), fromOn: day }), { maxLength: 5 }),
    area: fc.constantFrom(...AREAS),
    heldFromOn: day,
    reportedOn: day,
    stays: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
  })
  .map(({ stays, ...row }) => {
    const from = row.heldFromOn > row.reportedOn ? row.heldFromOn : row.reportedOn
    const exitedOn = stays === null ? null : new Date(Date.parse(from) + stays * 86_400_000).toISOString().slice(0, 10)
    return { ...row, state: 'held', exitedOn, from }
  })

describe('an entry with dated places', () => {
  test('counts on any day where it lay on that day, once, and nowhere when it does not stand', () => {
    fc.assert(
      fc.property(rows, day, (row, on) => {
        const sums = new Map<string, number>()
        for (const { area, countsOn, amount } of contributionsOf(movable, row))
          if (countsOn <= on) sums.set(area, (sums.get(area) ?? 0) + amount)
        const stands = row.from <= on && (row.exitedOn === null || row.exitedOn > on)

        expect([...sums].filter(([, sum]) => sum !== 0)).toEqual(stands ? [[placeOn(row, on), 1]] : [])
      }),
      { numRuns: 2000 },
    )
  })

  test('leaves what was counted before a move to another city as it was', () => {
    const before = {
      area: '320583',
      addresses: [{ area: '320583', fromOn: '2020-01-01' }],
      state: 'held',
      heldFromOn: '2026-01-10',
      reportedOn: '2026-01-10',
    }
    const moved = { ...before, area: '320115', addresses: [...before.addresses, { area: '320115', fromOn: '2026-05-20' }] }

    expect(contributionsOf(movable, moved).map(({ area, countsOn, amount }) => [area, countsOn, amount])).toEqual([
      ['320583', '2026-01-10', 1],
      ['320583', '2026-05-20', -1],
      ['320115', '2026-05-20', 1],
    ])
  })

  test('has no place ahead of today, and lies where the last one is', () => {
    const row = { area: '320583', addresses: [{ area: '320115', fromOn: '2026-05-20' }] }

    expect(placeFaults(movable, row, '2026-05-19').map(({ message }) => message.zh)).toEqual([
      expect.stringContaining('在今天（2026-05-19）之后'),
      expect.stringContaining('须与最近一次登记的所在地（320115）一致'),
    ])
    expect(placeFaults(movable, { ...row, area: '320115' }, '2026-05-20')).toEqual([])
    expect(placeFaults(movable, { area: '320583', addresses: null }, '2026-05-20')).toEqual([])
  })
})

/** Told apart from the code under test: the latest row not after the day; before the first row, the first row. */
function placeOn(row: { area: string; addresses: readonly { area: string; fromOn: string }[] }, on: string): string {
  let found: { area: string; fromOn: string } | undefined
  let first: { area: string; fromOn: string } | undefined
  for (const each of row.addresses) {
    if (each.fromOn <= on && (!found || each.fromOn >= found.fromOn)) found = each
    if (!first || each.fromOn < first.fromOn) first = each
  }
  const sameDay = row.addresses.filter(({ fromOn }) => fromOn === first?.fromOn)
  return (found ?? sameDay[0] ?? { area: row.area }).area
}
