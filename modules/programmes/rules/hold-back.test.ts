import { expect, test } from 'vitest'
import { holdBack } from './hold-back.ts'
import { mergePack } from './merge-pack.ts'

const base = {
  'tasks/a': { title: '甲', dueYear: 2027 },
  'tasks/b': { title: '乙', dueYear: 2027 },
  'tasks/c': { title: '丙', dueYear: 2027 },
  'tasks/d': { title: '丁', dueYear: 2027 },
}
const next = {
  'tasks/a': { title: '甲', dueYear: 2028 },
  'tasks/b': { title: '乙', dueYear: 2028 },
  'tasks/c': { title: '丙', dueYear: 2028 },
}

test('a planned task follows, one given out is proposed field by field, one reported done or closed is left as it is', () => {
  const standings = new Map([
    ['tasks/a', 'planned'],
    ['tasks/b', 'under_way'],
    ['tasks/c', 'settled'],
    ['tasks/d', 'under_way'],
  ] as const)

  const held = holdBack(mergePack(base, base, next), base, standings)

  expect(held.follow).toEqual({ 'tasks/a': { dueYear: 2028 } })
  expect(held.leaveOut).toEqual([])
  expect(held.conflicts).toEqual([
    { key: 'tasks/b', field: 'dueYear', own: 2027, next: 2028 },
    { key: 'tasks/d', field: '', own: base['tasks/d'], next: null },
  ])
  expect(held.left).toEqual(['tasks/c'])
})
