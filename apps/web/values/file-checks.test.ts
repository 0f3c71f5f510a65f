import { expect, test } from 'vitest'
import { faultOfFile, sizeInWords } from './file-checks.ts'

test('a file is judged by its ending and its size before it is sent', () => {
  expect(faultOfFile({ name: '证书.PDF', size: 10 })).toBeUndefined()
  expect(faultOfFile({ name: 'virus.exe', size: 10 })).toBe('wrong-type')
  expect(faultOfFile({ name: '没有后缀', size: 10 })).toBe('wrong-type')
  expect(faultOfFile({ name: 'a.txt', size: 0 })).toBe('empty')
  expect(faultOfFile({ name: 'a.pdf', size: 21 * 1024 * 1024 })).toBe('too-large')
})

test('sizes are said in words', () => {
  expect([500, 2048, 20 * 1024 * 1024, 1.5 * 1024 * 1024].map(sizeInWords)).toEqual(['500 B', '2 KB', '20 MB', '1.5 MB'])
})
