import { describe, expect, test } from 'vitest'
import { register } from '#engine/define/register.ts'
import { keysAfter, keysOf, normalised } from './keys.ts'

const words = { zh: '名', en: 'Name' }
const known = register({
  name: 'known',
  title: words,
  basis: '测试',
  fields: {
    title: { kind: 'text', label: words },
    unit: { kind: 'text', label: words },
    rights: { kind: 'rows', label: words, columns: { number: { kind: 'text', label: words } } },
    nameKeys: { kind: 'json', label: words, system: true },
    rightKeys: { kind: 'json', label: words, system: true },
  },
  keys: { nameKeys: [['unit', 'title']], rightKeys: [['rights.number'], ['title']] },
  initial: 'open',
  states: { open: { label: words, moves: {} } },
  moves: {},
  access: { read: { always: true } },
})

describe('what an entry is known by', () => {
  test.each([
    ['GB/T 5073.2—2025', 'GB／T5073.2-2025'],
    ['ISO/IEC 42001:2023', 'iso/iec 42001-2023'],
    ['“碳化硅”  功率器件', '碳化硅功率器件'],
    ['ＺＬ 2024 1 0012345.X', 'ZL2024-1-0012345X'],
  ])('%s and %s are the same', (one, other) => {
    expect(normalised(one)).toBe(normalised(other))
  })

  test.each([
    ['GB/T 1.12-2025', 'GB/T 11.2-2025'],
    ['GB 1-2025', 'GB/T 1-2025'],
    ['量子测控1号', '量子测控2号'],
  ])('%s and %s are not', (one, other) => {
    expect(normalised(one)).not.toBe(normalised(other))
  })

  test('is made of fields joined, when all are filled, and of each row of a table', () => {
    expect(keysOf(known, { title: '甲 乙', unit: null, rights: [{ number: 'ZL 2' }, { number: null }, { number: 'zl1' }] })).toEqual({
      nameKeys: null,
      rightKeys: ['ZL1', 'ZL2', '甲乙'],
    })
    expect(keysOf(known, { title: '甲 乙', unit: '某单位' })).toEqual({ nameKeys: ['某单位|甲乙'], rightKeys: ['甲乙'] })
    expect(keysOf(known, { title: '——', unit: '某单位' })).toEqual({ nameKeys: null, rightKeys: null })
  })
  test('stays through a change of something else, and follows what it is made of, back to what it was, too', () => {
    const before = { title: '甲乙', unit: '某单位', rights: null, definitionVersion: 1, nameKeys: ['某单位|甲乙'], rightKeys: ['甲乙'] }

    expect(keysAfter(known, before, { ...before, state: 'open' })).toEqual({ nameKeys: ['某单位|甲乙'], rightKeys: ['甲乙'] })
    const renamed = { ...before, title: '丙', ...keysAfter(known, before, { ...before, title: '丙' }) }
    expect(renamed).toMatchObject({ nameKeys: ['某单位|丙'], rightKeys: ['丙'] })
    expect(keysAfter(known, before, { ...renamed, title: '甲乙' })).toEqual({ nameKeys: ['某单位|甲乙'], rightKeys: ['甲乙'] })
  })

  test('is worked out anew under another version of the definition', () => {
    const before = { title: '甲乙', unit: '某单位', definitionVersion: 1, nameKeys: ['按旧定义'], rightKeys: null }

    expect(keysAfter(known, before, { ...before, definitionVersion: 2 })).toEqual({ nameKeys: ['某单位|甲乙'], rightKeys: ['甲乙'] })
  })
})
