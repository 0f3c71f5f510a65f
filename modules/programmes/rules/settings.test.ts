import { expect, test } from 'vitest'
import type { CountingRule } from '#engine/define/counting.ts'
import { countedWith } from '#engine/derive/counted-with.ts'
import { partFigure, standingSettings } from './settings.ts'

const words = (zh: string) => ({ zh, en: zh })
const rule: CountingRule = {
  version: 1,
  title: words('场景'),
  unit: words('个'),
  measures: { published: words('已公布'), models: words('示范'), early: words('早期') },
  counted: 'published',
  terms: [],
  settings: {
    models_within: {
      question: words('示范计入？'),
      basis: words('未写明'),
      choices: { within: { label: words('计入') }, beside: { label: words('不计入'), minus: ['models'] } },
      standard: 'within',
    },
    early_counts: {
      question: words('早期计入？'),
      basis: words('未写明'),
      choices: { no: { label: words('否') }, yes: { label: words('是'), plus: ['early'] } },
      standard: 'no',
    },
  },
  parts: { rest: { title: words('其余'), measures: ['models', 'early'] } },
}
const sums = { published: '20', models: '5', early: '2.5' }
const chosen = (setting: string, choice: string) => ({ indicator: 'scenes', setting, choice })

test('choices add measures to the counted one and take them off, without a recount', () => {
  const held = (...choices: ReturnType<typeof chosen>[]) =>
    countedWith(rule, sums, Object.fromEntries(standingSettings('scenes', rule, choices).map(({ setting, choice }) => [setting, choice])))

  expect(held()).toBe('20')
  expect(held(chosen('models_within', 'beside'))).toBe('15')
  expect(held(chosen('models_within', 'beside'), chosen('early_counts', 'yes'))).toBe('17.5')
  expect(partFigure(rule, sums, 'rest')).toBe('7.5')
})

test('the rule’s own answer stands while nobody has decided, and when a later rule no longer knows the answer', () => {
  expect(standingSettings('scenes', rule, [chosen('models_within', 'gone')])[0]).toMatchObject({ choice: 'within', standard: true })
  expect(standingSettings('scenes', rule, [chosen('models_within', 'beside')])[0]).toMatchObject({ choice: 'beside', standard: false })
  expect(standingSettings('other', rule, [chosen('models_within', 'beside')])[0]?.standard).toBe(true)
})
