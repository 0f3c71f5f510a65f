import { describe, expect, test } from 'vitest'
import { catalogue } from '#engine/define/catalogue.ts'
import { everyKindRegister } from '#tests/support/every-kind.ts'
import { cut } from './items-of.ts'
import { type CountedIndicator, countedIndicators, proposeIndicator, withoutRivals } from './propose-indicator.ts'

const indicator = (code: string, title: string, unit: string): CountedIndicator => ({
  code,
  register: 'x',
  rule: { version: 1, title: { zh: title, en: title }, unit: { zh: unit, en: unit }, measures: {}, counted: '', terms: [] },
})
const ALL = [
  indicator('technologies', '突破前沿技术', '项'),
  indicator('standards', '研制标准规范', '项'),
  indicator('enterprises', '培育未来产业创新企业', '家'),
  indicator('backbone', '培育骨干高新技术企业', '家'),
]
const propose = (quote: string, unit: string | null) => proposeIndicator({ label: quote, quote, unit }, ALL)

describe('the indicator that a target seems to mean', () => {
  test.each([
    ['突破80项前沿技术', '项', 'technologies'],
    ['突破前沿技术100项以上', '项', 'technologies'],
    ['研制60项以上标准规范', '项', 'standards'],
    ['培育200家左右未来产业创新企业', '家', 'enterprises'],
    ['突破80项前沿技术', null, 'technologies'],
    ['筛选120家左右骨干高企', '家', 'backbone'],
  ])('of “%s” (%s) is %s', (quote, unit, code) => {
    expect(propose(quote, unit)).toMatchObject({ indicator: code, why: { zh: expect.stringContaining('%') } })
  })

  test.each([
    ['突破80项前沿技术', '家'],
    ['开放50个应用场景', '个'],
    ['技术合同成交额年均增长10%以上', '%'],
    ['80项', '项'],
    ['', null],
  ])('of “%s” (%s) is none rather than a guess', (quote, unit) => {
    expect(propose(quote, unit)).toBeUndefined()
  })
})

test('of several targets that propose the same indicator only the likeliest keeps it', () => {
  const proposal = (likeness: number) => ({ indicator: 'technologies', likeness, why: { zh: '', en: '' } })
  const items = [
    { at: 1, proposal: proposal(0.6) },
    { at: 2, proposal: undefined },
    { at: 3, proposal: proposal(0.9) },
    { at: 4, proposal: proposal(0.9) },
  ]

  expect(
    withoutRivals(items)
      .filter(({ proposal: kept }) => kept)
      .map(({ at }) => at),
  ).toEqual([3])
  expect(withoutRivals(items).map(({ at }) => at)).toEqual([1, 2, 3, 4])
})

test('only registers that count have indicators', () => {
  const { org_unit: unit, person } = {
    org_unit: { ...everyKindRegister, name: 'org_unit' },
    person: { ...everyKindRegister, name: 'person' },
  }

  expect(countedIndicators(catalogue([everyKindRegister, unit, person]))).toEqual([])
})

test('a long text is cut with a sign, never through a character', () => {
  expect(cut('短')).toBe('短')
  expect(cut('长'.repeat(301))).toBe(`${'长'.repeat(299)}…`)
  for (const shift of ['', 'x']) expect(cut(`${shift}${'𠮷'.repeat(200)}`).isWellFormed()).toBe(true)
})
