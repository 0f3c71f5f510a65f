import { describe, expect, test } from 'vitest'
import { aliasesIn, findTerm, nearestTerms } from './terms.ts'

const TERMS = [
  { code: 'semiconductor', title: '第三代半导体', titleEn: 'Third-generation semiconductors', aliases: ['宽禁带半导体'] },
  { code: 'artificial_intelligence', title: '通用人工智能', aliases: ['通用智能', 'AGI'] },
  { code: 'new_energy', title: '新能源（氢能与新型储能）', aliases: ['新能源', '储能'] },
  { code: 'energy_storage', title: '新型储能', aliases: ['储能'] },
  { code: 'quantum', title: '量子科技' },
]

describe('a class is found', () => {
  test.each([
    ['semiconductor', 'semiconductor'],
    ['第三代半导体', 'semiconductor'],
    [' 宽禁带 半导体 ', 'semiconductor'],
    ['THIRD generation SEMICONDUCTORS', 'semiconductor'],
    ['ａｇｉ', 'artificial_intelligence'],
    ['新能源（氢能与新型储能）', 'new_energy'],
    ['新型储能', 'energy_storage'],
  ])('by “%s” as %s', (text, code) => {
    expect(findTerm(TERMS, text)?.code).toBe(code)
  })

  test.each(['', '  ', '量子', '半导体', '储能', '()'])('not by “%s”: it is none, or several', (text) => {
    expect(findTerm(TERMS, text)).toBeUndefined()
  })
})

test('the nearest classes are told, the likest first, and none that shares nothing', () => {
  expect(nearestTerms(TERMS, '量子科枝').map(({ code }) => code)).toEqual(['quantum'])
  expect(nearestTerms(TERMS, '人工智能').map(({ code }) => code)[0]).toBe('artificial_intelligence')
  expect(nearestTerms(TERMS, 'semiconducter').map(({ code }) => code)[0]).toBe('semiconductor')
  expect(nearestTerms(TERMS, '渔业')).toEqual([])
})

test('aliases are written in one text', () => {
  expect(aliasesIn('宽禁带半导体、化合物半导体， SiC;\n氮化镓')).toEqual(['宽禁带半导体', '化合物半导体', 'SiC', '氮化镓'])
  expect(aliasesIn(null)).toEqual([])
})
