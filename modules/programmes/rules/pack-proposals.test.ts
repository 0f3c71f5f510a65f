import { expect, test } from 'vitest'
import { amountsInWords, instrumentTitle, registerSource } from './pack-proposals.ts'

test('a benefit is named by who gets it and told by its figures', () => {
  expect([instrumentTitle('award', '链主企业'), instrumentTitle('tax', null)]).toEqual(['链主企业：奖励', '税收'])
  expect(
    amountsInWords([
      { role: 'condition', low: '2000.000000', high: null, unit: '万元' },
      { role: 'rate', low: '10', high: '20', unit: '%' },
      { role: 'ceiling', low: '50', unit: '万元' },
    ]),
  ).toBe('条件2000万元；按10—20%；最高50万元')
})

test('a proposed definition becomes a file of the form in which registers are written', () => {
  const source = registerSource({ name: 'pilot_list', title: { zh: '试点清单', en: 'Pilots' }, fields: { 'odd-name': { kind: 'text' } } })

  expect(source).toContain("import { register } from '#engine/define/register.ts'")
  expect(source).toContain('export const pilotList = register({\n  name: "pilot_list",')
  expect(source).toContain('"odd-name": {')
})
