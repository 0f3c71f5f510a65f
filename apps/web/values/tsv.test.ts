import { expect, test } from 'vitest'
import { readTsv, writeTsv } from './tsv.ts'

test('a block out of a sheet has rows and columns; the last break ends no empty row', () => {
  expect(readTsv('苏州市\t2026/3/1\r\n昆山市\t\r\n')).toEqual([
    ['苏州市', '2026/3/1'],
    ['昆山市', ''],
  ])
})

test('a cell with breaks, tabs or quotation marks comes whole', () => {
  expect(readTsv('"第一行\n第二行"\t"他说""好"""\tabc"d')).toEqual([['第一行\n第二行', '他说"好"', 'abc"d']])
})

test('what is written is read back', () => {
  const block = [
    ['a\tb', '"', 'c\nd'],
    ['', '1', '“二”'],
  ]
  expect(readTsv(writeTsv(block))).toEqual(block)
})
