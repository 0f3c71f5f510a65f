import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textOfPieces, wordDifference } from './word-difference.ts'

const WORDS = fc
  .array(fc.constantFrom('建设', '平台', '20', '35个', '。', '；', '企业', '\n', 'AI', '到2030年，', '𠮷', '培育'), { maxLength: 40 })
  .map((words) => words.join(''))

describe('what was changed between two texts', () => {
  test('of a text with itself is nothing', () => {
    fc.assert(
      fc.property(WORDS, (text) => {
        expect(wordDifference(text, text).every(({ kind }) => kind === 'same')).toBe(true)
      }),
    )
  })

  test('gives back both texts, whatever they are', () => {
    const texts = fc.oneof(WORDS, fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const pieces = wordDifference(before, after)

        expect([textOfPieces(pieces, 'before'), textOfPieces(pieces, 'after')]).toEqual([before, after])
        expect(pieces.every(({ text }) => text !== '')).toBe(true)
        expect(pieces.some(({ kind }, at) => at > 0 && pieces[at - 1]!.kind === kind)).toBe(false)
      }),
    )
  })

  test('a number is replaced as one, never digit by digit', () => {
    expect(wordDifference('到2030年，培育企业120家。', '到2030年，培育企业150家。')).toEqual([
      { kind: 'same', text: '到2030年，培育企业' },
      { kind: 'removed', text: '120' },
      { kind: 'added', text: '150' },
      { kind: 'same', text: '家。' },
    ])
  })

  test('two changes in one sentence leave what stands between them', () => {
    expect(wordDifference('到2026年组织各有关单位攻关80项', '到2027年组织各有关单位攻关100项').map(({ text }) => text)).toEqual([
      '到',
      '2026',
      '2027',
      '年组织各有关单位攻关',
      '80',
      '100',
      '项',
    ])
  })

  test('a sentence that comes in between leaves its neighbours alone', () => {
    expect(wordDifference('加强组织领导。落实经费。', '加强组织领导。建立台账。落实经费。')).toEqual([
      { kind: 'same', text: '加强组织领导。' },
      { kind: 'added', text: '建立台账。' },
      { kind: 'same', text: '落实经费。' },
    ])
  })

  test('one chance character between two changes is no likeness', () => {
    expect(wordDifference('推动成果在各地转化', '鼓励技术在国外应用').map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })

  test('two passages without anything in common are told as replaced', () => {
    const [before, after] = ['甲乙丙丁戊'.repeat(4000), '子丑寅卯辰'.repeat(4000)]

    expect(wordDifference(before, after)).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ])
  })
})
