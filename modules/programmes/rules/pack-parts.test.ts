import { expect, test } from 'vitest'
import { kindOfKey, madeOf, partKey, sharedKey } from './pack-parts.ts'

test('what an older pack only carried along is made by the next version; a target that was taken out stays out', () => {
  const base = { 'areaGroups/ning_su': { title: '宁苏' }, 'targets/a': { title: '甲' }, 'terms/f.x': { title: '乙' } }

  expect(madeOf(base, { 'terms/f.x': { title: '乙' } })).toEqual({ 'targets/a': { title: '甲' }, 'terms/f.x': { title: '乙' } })
})

test('a key tells its kind again, whatever stands in it', () => {
  const own = sharedKey('crosswalks', { fromScheme: 'a', fromCode: 'x.1', toScheme: 'b', toCode: 'y/2' })

  expect(kindOfKey(partKey('crosswalks', own))).toEqual({ kind: 'crosswalks', own: 'a.x.1.b.y/2' })
})
