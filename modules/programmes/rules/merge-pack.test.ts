import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Merge, mergePack, type Parts, stillOpen } from './merge-pack.ts'

const base: Parts = { a: { low: '100', title: '甲' }, b: { low: '60', title: '乙' } }

describe('upgrade of a pack', () => {
  test('what the province left follows, what it changed stays and is listed', () => {
    const own: Parts = { a: { low: '120', title: '甲' }, b: base['b']! }
    const next: Parts = { a: { low: '110', title: '甲甲' }, c: { low: '5', title: '丙' } }

    expect(mergePack(base, own, next)).toEqual({
      follow: { a: { title: '甲甲' } },
      conflicts: [{ key: 'a', field: 'low', own: '120', next: '110' }],
      leaveOut: ['b'],
      add: ['c'],
    })
  })

  test('a part that the province took out stays out, one it changed is not left out unasked', () => {
    const own: Parts = { b: { low: '61', title: '乙' } }

    expect(mergePack(base, own, { a: { low: '1', title: '甲' } })).toEqual({
      follow: {},
      conflicts: [{ key: 'b', field: '', own: own['b'], next: null }],
      leaveOut: [],
      add: [],
    })
  })

  test('a part that both brought is kept as the province has it, and what differs is listed', () => {
    const own: Parts = { x: { title: '甲', low: '1' } }

    expect(mergePack({}, own, { x: { title: '甲', low: '2' } })).toEqual({
      follow: {},
      conflicts: [{ key: 'x', field: 'low', own: '1', next: '2' }],
      leaveOut: [],
      add: [],
    })
  })

  test('what nobody decided stays listed through the next upgrade, until the province or the pack gives way', () => {
    const open = [{ key: 'a', field: 'low', own: '120', next: '110' }]
    const after = (own: string, next: string) => stillOpen(open, { a: { low: own } }, { a: { low: next } }, [])

    expect(after('120', '110')).toEqual(open)
    expect(after('110', '110')).toEqual([])
    expect(after('120', '130')).toEqual([])
    expect(stillOpen(open, { a: { low: '120' } }, { a: { low: '110' } }, open)).toEqual([])
  })
})

const value = fc.constantFrom('1', '2', null, ['x'], [{ name: '省厅', origin: 'mark' }])
const part = fc.record({ low: value, lead: value })
const parts = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), part)

/** What the province has after a merge, before anything in conflict is decided. */
function applied(own: Parts, next: Parts, { follow, add, leaveOut }: Merge): Parts {
  const kept = Object.entries(own).filter(([key]) => !leaveOut.includes(key))
  return {
    ...Object.fromEntries(kept.map(([key, fields]) => [key, { ...fields, ...follow[key] }])),
    ...Object.fromEntries(add.map((key) => [key, next[key]!])),
  }
}

test('an untouched installation becomes the new version, and nothing is asked', () => {
  fc.assert(
    fc.property(parts, parts, (before, next) => {
      const merge = mergePack(before, before, next)
      expect(merge.conflicts).toEqual([])
      expect(applied(before, next, merge)).toEqual(next)
    }),
  )
})

test('the same version again changes nothing of what the province has', () => {
  fc.assert(
    fc.property(parts, parts, (before: Parts, changes: Parts) => {
      const own: Parts = Object.fromEntries(Object.entries(before).map(([key, fields]) => [key, changes[key] ?? fields]))
      expect(mergePack(before, own, before)).toEqual({ follow: {}, conflicts: [], leaveOut: [], add: [] })
    }),
  )
})

test('no value of the province is ever overwritten, and each difference left is either its own change or listed', () => {
  fc.assert(
    fc.property(parts, parts, parts, (before: Parts, changes: Parts, next: Parts) => {
      const own: Parts = Object.fromEntries(Object.entries(before).map(([key, fields]) => [key, changes[key] ?? fields]))
      const merge = mergePack(before, own, next)
      const after = applied(own, next, merge)
      for (const [key, fields] of Object.entries(own)) {
        const touched = Object.entries(fields).filter(([field, each]) => JSON.stringify(each) !== JSON.stringify(before[key]?.[field]))
        for (const [field, each] of touched) expect(after[key]?.[field]).toEqual(each)
        for (const [field, wanted] of Object.entries(next[key] ?? {})) {
          const settled = JSON.stringify(after[key]?.[field]) === JSON.stringify(wanted)
          const listed = merge.conflicts.some((each) => each.key === key && each.field === field)
          const unchanged = JSON.stringify(before[key]?.[field]) === JSON.stringify(wanted)
          expect(settled || listed || unchanged).toBe(true)
        }
      }
    }),
  )
})
