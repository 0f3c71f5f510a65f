import { describe, expect, test } from 'vitest'
import { withNumbers } from './word-numbering.ts'
import { wordNumber } from './word-numbers.ts'

describe('a number as Word shows it', () => {
  test.each([
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 21, '二十一'],
    ['chineseCountingThousand', 105, '一百零五'],
    ['japaneseCounting', 12, '十二'],
    ['chineseLegalSimplified', 11, '壹拾壹'],
    ['ideographTraditional', 3, '丙'],
    ['ideographZodiac', 12, '亥'],
    ['ideographDigital', 10, '一〇'],
    ['decimalEnclosedCircleChinese', 2, '②'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalZero', 7, '07'],
    ['upperRoman', 49, 'XLIX'],
    ['lowerLetter', 28, 'bb'],
    ['unknownFormat', 4, '4'],
  ])('%s %i is %s', (format, value, shown) => {
    expect(wordNumber(format, value)).toBe(shown)
  })
})

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const LEVELS = level(0, 'chineseCounting', '第%1章', '<w:pStyle w:val="Heading1"/>') + level(1, 'decimal', '%1.%2', '<w:isLgl/>')
const numbering = (more: string, levels = LEVELS) =>
  `<w:numbering><w:abstractNum w:abstractNumId="7">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>${more}</w:numbering>`
const STYLES = `<w:style w:type="paragraph" w:styleId="Heading1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Heading1"/></w:style>`
const paragraph = (properties: string, words = '文') => `<w:p w:x="1"><w:pPr>${properties}</w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`
const item = (list: number, at: number) => paragraph(`<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`)
const shown = (document: string, more = '', levels = LEVELS) =>
  withNumbers({ document, numbering: numbering(more, levels), styles: STYLES })
    .split('</w:p>')
    .slice(0, -1)
    .map((xml) => xml.replaceAll(/<[^>]*>/g, ''))

describe('a paragraph', () => {
  test('takes its number from its style, or from the style that one is based on, unless it takes none', () => {
    const styled = (style: string, more = '') => paragraph(`<w:pStyle w:val="${style}"/>${more}`)
    const none = styled('Heading1', '<w:numPr><w:numId w:val="0"/></w:numPr>')

    expect(shown(styled('Heading1') + none + styled('Own') + '<w:p/>' + paragraph(''))).toEqual(['第一章 文', '文', '第二章 文', '文'])
  })

  test('of a deeper level begins again under the next, and shows the levels above it', () => {
    expect(shown(item(1, 0) + item(1, 1) + item(1, 1) + item(1, 0) + item(1, 1))).toEqual([
      '第一章 文',
      '1.1 文',
      '1.2 文',
      '第二章 文',
      '2.1 文',
    ])
  })

  test('of a level that never begins again counts on', () => {
    const levels = level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>')

    expect(shown(item(1, 0) + item(1, 1) + item(1, 0) + item(1, 1), '', levels)).toEqual(['一、文', '1. 文', '二、文', '2. 文'])
  })

  test('of another list of the same kind counts on, or begins where that list says', () => {
    const more = `<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`

    expect(shown(item(1, 0) + item(2, 0) + item(3, 0) + item(3, 0), more)).toEqual(['第一章 文', '第二章 文', '第一章 文', '第二章 文'])
  })

  test('with a bullet has no number, and neither has one whose list is not there', () => {
    expect(shown(item(1, 0) + item(9, 0), '', level(0, 'bullet', '\uf0b7'))).toEqual(['文', '文'])
  })

  test('whose mark was deleted has the number of the one it goes on in; what it was before a change does not count', () => {
    const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    const deleted = paragraph(`${numbered}<w:rPr><w:del w:id="1"/></w:rPr>`, '')
    const changed = paragraph(`<w:pPrChange w:id="1"><w:pPr>${numbered}</w:pPr></w:pPrChange>`)

    expect(shown(deleted + item(1, 0) + changed + item(1, 0))).toEqual(['第一章 ', '文', '文', '第二章 文'])
  })

  test('in a drawing that stands in the file in two forms is counted once', () => {
    const twice = `<mc:Choice Requires="wps">${item(1, 0)}</mc:Choice><mc:Fallback>${item(1, 0)}</mc:Fallback>`

    expect(shown(twice + item(1, 0))).toEqual(['文', '第一章 文', '第二章 文'])
  })
})
