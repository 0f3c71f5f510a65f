import { expect, test } from 'vitest'
import { resolver } from './names.ts'

const places = [
  { code: '320106', title: '鼓楼区', place: '南京市' },
  { code: '320302', title: '鼓楼区', place: '徐州市' },
  { code: '320583', title: '昆山市', place: '苏州市', aliases: ['昆山'] },
]
const resolve = resolver(places)

test.each([
  ['320583', '320583'],
  ['昆山市', '320583'],
  ['昆山', '320583'],
  ['昆山市 320583', '320583'],
  ['徐州市鼓楼区', '320302'],
])('%s is %s', (text, code) => {
  expect(resolve(text)).toEqual({ code })
})

test('a name that lies in two cities is the one of those who hand the sheet in, and that is said', () => {
  const inNanjing = resolver(places, (code) => code.startsWith('3201'))
  expect(inNanjing('鼓楼区')).toEqual({
    code: '320106',
    note: { zh: expect.stringContaining('已按本市的“南京市鼓楼区（320106）”读取'), en: expect.any(String) },
  })
  expect(inNanjing('徐州市鼓楼区')).toEqual({ code: '320302' })
  expect(resolver(places, (code) => code.startsWith('3205'))('鼓楼区')).toHaveProperty('fault')
})

test('a name that lies in two cities is asked back for, an unknown one is told what is near', () => {
  expect(resolve('鼓楼区')).toMatchObject({ fault: { zh: expect.stringMatching(/南京市鼓楼区.*徐州市鼓楼区/) } })
  expect(resolve('昆山县')).toMatchObject({ fault: { zh: expect.stringContaining('昆山市（320583）') } })
})
