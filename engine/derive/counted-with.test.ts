import { describe, expect, test } from 'vitest'
import type { CountingRule } from '#engine/define/counting.ts'
import { countedWith, standardChoices } from './counted-with.ts'

const words = { zh: '名', en: 'Name' }
const rule: CountingRule = {
  version: 1,
  title: words,
  unit: words,
  measures: { built: words, shown: words, early: words },
  counted: 'built',
  terms: [],
  settings: {
    shown_within: {
      question: words,
      basis: words,
      choices: { yes: { label: words }, no: { label: words, minus: ['shown'] } },
      standard: 'yes',
    },
    early_counts: {
      question: words,
      basis: words,
      choices: { yes: { label: words, plus: ['early'] }, no: { label: words } },
      standard: 'no',
    },
  },
}
const sums = { built: '12', shown: '5', early: '0.5' }

describe('the figure held against the target', () => {
  test.each([
    [{}, '12'],
    [{ shown_within: 'no' }, '7'],
    [{ early_counts: 'yes' }, '12.5'],
    [{ shown_within: 'no', early_counts: 'yes' }, '7.5'],
    [{ shown_within: 'perhaps' }, '12'],
  ])('under %j is %s', (choices, value) => {
    expect(countedWith(rule, sums, choices)).toBe(value)
  })

  test('under the standard choices is the counted measure, also when nothing was counted', () => {
    expect(standardChoices(rule)).toEqual({ shown_within: 'yes', early_counts: 'no' })
    expect(countedWith(rule, {}, standardChoices(rule))).toBe('0')
  })
})
