import { expect, test } from 'vitest'
import type { TermNode } from '#contract/terms.ts'
import { flatTerms, isFoundBy, termOptions } from './term-tree.ts'

const node = (code: string, title: string, more: Partial<TermNode> = {}): TermNode => ({
  code,
  title,
  titleEn: null,
  aliases: [],
  fromOn: null,
  untilOn: null,
  children: [],
  ...more,
})

const TERMS = [
  node('semiconductor', '第三代半导体', { titleEn: 'Semiconductors', aliases: ['宽禁带半导体', 'SiC'] }),
  node('new_energy', '新能源', { children: [node('hydrogen', '氢能')] }),
]

test.each(['半导体', '宽禁带', 'ｓｉｃ', 'semi', '第三代 半导体'])('a class is found by “%s”', (typed) => {
  const [first, second] = termOptions({ terms: TERMS }, 'zh')

  expect([isFoundBy(first!, typed), isFoundBy(second!, typed)]).toEqual([true, false])
})

test('classes are shown in the language of the page, in Chinese where they have no English name', () => {
  expect(termOptions({ terms: TERMS }, 'en').map(({ title }) => title)).toEqual(['Semiconductors', '新能源'])
})

test('facets list parents before their children', () => {
  expect(flatTerms(TERMS).map(({ code }) => code)).toEqual(['semiconductor', 'new_energy', 'hydrogen'])
})
