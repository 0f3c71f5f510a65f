import { expect, test } from 'vitest'
import { drawSheet } from './draw-sheet.ts'
import { drawTiles } from './draw-tiles.ts'
import { linesOf, shadeInTable, widthOf } from './drawing.ts'
import { framed } from './picture.ts'
import { csvOfSheet, type Sheet } from './sheet.ts'

const COLOUR = {
  action: '#000000',
  actionSoft: '#eeeeee',
  ink: '#111111',
  note: '#222222',
  line: '#333333',
  official: '#444444',
  idle: '#555555',
  paper: '#ffffff',
  ground: '#fafafa',
  warning: '#666666',
  font: 'serif',
}

const SHEET: Sheet = {
  head: ['地区', '已公布'],
  rows: [
    [{ text: '南京市' }, { text: '1,024', raw: '1024', shade: 'shade-5' }],
    [
      { text: '其中：江北新区', within: true },
      { text: '7', raw: '7' },
    ],
  ],
  foot: [{ text: '全省' }, { text: '1,024', raw: '1024' }],
}

const WORDS = {
  title: '突破<前沿>技术',
  facts: '单位：项　统计期：累计　截至：2026-09-30',
  source: '来源：“技术”台账',
  demonstration: '演示数据',
}

const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)

test('a picture carries title, unit, period, day, source and that it is demonstration data beside every number of the table', () => {
  const texts = textsOf(framed(drawSheet(SHEET, COLOUR), WORDS, COLOUR).body)

  expect(texts).toEqual(
    expect.arrayContaining(['突破&lt;前沿&gt;技术', WORDS.facts, WORDS.source, '演示数据', '地区', '南京市', '其中：江北新区', '全省']),
  )
  expect(texts.filter((text) => text === '1,024')).toHaveLength(2)
})

test('a real province’s picture says nothing of demonstration', () => {
  expect(framed(drawSheet(SHEET, COLOUR), { ...WORDS, demonstration: undefined }, COLOUR).body).not.toContain('演示')
})

test('a very long name is broken into lines inside its column and makes its row higher', () => {
  const long = '面向复杂环境的多模态具身智能体协同感知与自主决策关键技术及其在海工装备运维中的应用示范'
  const drawn = drawSheet({ ...SHEET, rows: [[{ text: long }, { text: '1' }]] }, COLOUR)

  expect(textsOf(drawn.body).join('')).toContain(long)
  expect(drawn.height).toBeGreaterThan(drawSheet({ ...SHEET, rows: [[{ text: '短' }, { text: '1' }]] }, COLOUR).height)
  expect(linesOf(long, 130, 13).every((line) => widthOf(line, 13) <= 130)).toBe(true)
})

test('the darkest cell of a table is mixed as the page mixes it', () => {
  expect(shadeInTable('shade-5', COLOUR)).toBe('#7a7a7a') // 52 % black in white
  expect(shadeInTable('shade-0', COLOUR)).toBe('#ffffff')
})

test('the map has a square for every city, the number in it, and a legend', () => {
  const places = {
    columns: 2,
    places: new Map([
      ['320100', { column: 1, row: 1 }],
      ['320200', { column: 2, row: 1 }],
    ]),
  }
  const tiles = [
    { area: '320100', title: '南京市', value: '12' },
    { area: '320200', title: '无锡市', value: '0' },
  ]
  const texts = textsOf(drawTiles(tiles, places, { legend: '图例（项）', minus: '净减少', note: '示意' }, COLOUR).body)

  expect(texts).toEqual(expect.arrayContaining(['南京', '12', '无锡', '0', '图例（项）', '示意']))
})

test('data carries numbers without separators, and under them what they are about', () => {
  const csv = csvOfSheet(SHEET, [WORDS.facts, WORDS.source])

  expect(csv).toContain('南京市,1024\r\n')
  expect(csv.trimEnd().split('\r\n').slice(-2)).toEqual([WORDS.facts, WORDS.source])
})
