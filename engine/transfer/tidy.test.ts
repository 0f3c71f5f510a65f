import { describe, expect, test } from 'vitest'
import type { CellContent, SheetFacts } from '#engine/kinds/cell.ts'
import { tidied } from './tidy.ts'

const DAY: SheetFacts = { format: 'day', width: 1 }
const MONEY: SheetFacts = { format: 'number', unit: '万元', width: 1 }
const RATE: SheetFacts = { format: 'number', unit: '%', width: 1 }
const TEXT: SheetFacts = { format: 'text', width: 1 }

describe('a year in a sheet', () => {
  test.each<[CellContent, CellContent]>([
    [2026, 2026],
    ['2026年', '2026'],
    ['２０２６ 年度', '2026'],
    ['2026年9月', '2026年9月'],
  ])('%s is %s, and no part of it is guessed at', (cell, year) => {
    expect(tidied(cell, { format: 'year', width: 1 }, undefined)).toEqual({ cell: year })
  })
})

describe('a date in a sheet', () => {
  test.each<[CellContent, string]>([
    [new Date('2026-09-30'), '2026-09-30'],
    ['2026.9.30', '2026-09-30'],
    ['2026年9月30日', '2026-09-30'],
    ['２０２６/９/３０', '2026-09-30'],
    ['20260930', '2026-09-30'],
    ['2026-09-30 00:00:00', '2026-09-30'],
    [46_295, '2026-09-30'],
    ['46295', '2026-09-30'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
  ])('%s is %s', (cell, day) => {
    expect(tidied(cell, DAY, undefined)).toEqual({ cell: day })
  })

  test.each<CellContent>(['2026', '2026年9月', '2026-02-30', '九月底', 2026])('%s is no full date and is not guessed at', (cell) => {
    expect(tidied(cell, DAY, undefined)).toMatchObject({ fault: { zh: expect.stringContaining(String(cell)) } })
  })
})

describe('an amount in a sheet', () => {
  test.each<[CellContent, string, string]>([
    [1_200_000, '元', '120'],
    [0.1 + 0.2, '万元', '0.3'],
    ['1，234.５', '万元', '1234.5'],
    ['¥ 12 000', '元', '1.2'],
    ['120万元', '万元', '120'],
    [1.5, '亿元', '15000'],
    ['99999999999999.99', '元', '9999999999.999999'],
  ])('%s under a head in %s is %s 万元', (cell, unit, wan) => {
    expect(tidied(cell, MONEY, unit)).toEqual({ cell: wan })
  })

  test('in another unit than its head is a fault and not converted in silence', () => {
    expect(tidied('120元', MONEY, '万元')).toMatchObject({ fault: { zh: expect.stringContaining('万元') } })
  })
})

test('a percent sign is taken where the column is in percent, digits in words keep their form', () => {
  expect(tidied('12.5%', RATE, undefined)).toEqual({ cell: '12.5' })
  expect(tidied('　甲　公司 ', TEXT, undefined)).toEqual({ cell: '甲 公司' })
})

test('a code that the program has cut to 15 digits is a fault, a shorter number its digits', () => {
  expect(tidied(913_200_000_000_000_000, TEXT, undefined)).toMatchObject({ fault: { zh: expect.stringContaining('15 位') } })
  expect(tidied(13_812_345_678, TEXT, undefined)).toEqual({ cell: '13812345678' })
})
