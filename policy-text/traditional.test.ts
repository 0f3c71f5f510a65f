import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copyOf, fromOf, toOf } from './copy.ts'
import { isTraditional, simplifiedCopy, simplifiedParts, toSimplified } from './traditional.ts'

test('Taiwan wording becomes mainland wording', () => {
  expect(toSimplified('技術契約成交額、網際網路、智慧型機器人、套用場景')).toBe('技术合同成交额、互联网、智能机器人、应用场景')
})

test('words of administration are not turned into words of computing', () => {
  expect(toSimplified('預算執行率、檔案管理、文件、應急支援、重大科技裝置、新增指標、關鍵核心技術、建立程序')).toBe(
    '预算执行率、档案管理、文件、应急支援、重大科技装置、新增指标、关键核心技术、建立程序',
  )
})

test('a simplified text is not taken for a traditional one because of a name in it', () => {
  expect(isTraditional('与“臺灣”開展交流，到2030年建成研究中心十家，引进人才一百名，发布成果清单，推动产业发展。')).toBe(false)
  expect(isTraditional('到2030年，發展數位產業，建設實驗室，強化機制。')).toBe(true)
})

test('what only looks like a term is spelt in simplified characters and keeps its words', () => {
  expect(toSimplified('配套用房、生產線上的裝置、一套用於檢測的系統、光學透過率、自由貿易協定')).toBe(
    '配套用房、生产线上的装置、一套用于检测的系统、光学透过率、自由贸易协定',
  )
})

const PASSAGE = '三、推動產業發展\n（一）簽訂技術契約120項，拓展套用場景，完善配套用房。\n（二）依預算執行，建設網際網路平臺與檔案庫。\n'

test('a text stands beside its simplified wording piece by piece, with other words marked and nothing lost', () => {
  const parts = simplifiedParts(PASSAGE)

  expect(parts.filter(({ term }) => term).map(({ start, end, words }) => [PASSAGE.slice(start, end), words])).toEqual([
    ['技術契約', '技术合同'],
    ['套用', '应用'],
    ['網際網路', '互联网'],
  ])
  expect(parts.map(({ start, end }) => PASSAGE.slice(start, end)).join('')).toBe(PASSAGE)
  expect(parts.map(({ words }) => words).join('')).toBe(toSimplified(PASSAGE))
})

test('whatever the text, its pieces give it back, and their words the simplified text', () => {
  const words = fc.constantFrom(
    '契約',
    '套用',
    '線上',
    '生產線上',
    '網際網路',
    '發展',
    'AI',
    '\n',
    '𠮷',
    '软件',
    '透過',
    '率',
    '（一）',
    '預設',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), (all) => {
      const text = all.join('')
      const parts = simplifiedParts(text)

      expect(parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
      expect(parts.map((part) => part.words).join('')).toBe(toSimplified(text))
    }),
  )
})

test('after conversion every character knows where it came from', () => {
  const copy = simplifiedCopy(copyOf('建設網際網路平臺'))
  const at = copy.text.indexOf('互联网')

  expect([fromOf(copy, at), toOf(copy, at + 2)]).toEqual([2, 6])
})
