import { expect, test } from 'vitest'
import { copyOf } from './copy.ts'
import { isTraditional, simplifiedCopy, toSimplified } from './traditional.ts'

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

test('after conversion every character knows where it came from', () => {
  const copy = simplifiedCopy(copyOf('建設網際網路平臺'))
  const at = copy.text.indexOf('互联网')

  expect([copy.from[at], copy.to[at + 2]]).toEqual([2, 6])
})
