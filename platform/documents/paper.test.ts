import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ChartFacts, Paper, TableBlock, TableRowFacts } from '#contract/paper.ts'
import { unpackArchive } from '#platform/files/archive.ts'
import { OFFICE, type PrintedLine, printedByOffice, printedLines } from '#tests/support/pdf-lines.ts'
import { fontFiles } from './fonts.ts'
import { titleLines } from './title-lines.ts'
import { paperToDocx } from './to-docx.ts'
import { paperToHtml } from './to-html.ts'
import { paperToPdf } from './to-pdf.ts'

const HOSTILE = '#panic("x") $x$ *粗* \\u{41} @甲 <b>乙</b> &amp; ]]> 𬭊䶮〔2026〕'
const NO_BREAK = 'A'.repeat(90)
const text = (words: string) => ({ is: 'text' as const, runs: [{ text: words }] })
const chart: ChartFacts = {
  title: `苏州最多 <${HOSTILE}>`,
  subtitle: '各市',
  unit: '项',
  source: '数据截至2026年9月30日',
  shape: {
    is: 'bars',
    rows: [
      { label: '苏州市', value: 9 },
      { label: '省直', value: 0 },
    ],
  },
}
const rows: readonly TableRowFacts[] = [
  { kind: 'plain', cells: [{ text: '苏州市' }, { text: '9' }, { text: NO_BREAK }] },
  { kind: 'part', cells: [{ text: '其中：苏州工业园区' }, { text: '3' }, { text: '很长的技术名称'.repeat(9) }] },
  ...Array.from({ length: 60 }, (): TableRowFacts => ({ kind: 'plain', cells: [{ text: '无锡市' }, { text: '1' }, { text: '—' }] })),
]
const PAPER: Paper = {
  head: { issuer: '某省科学技术厅文件', number: '某科发〔2026〕9号' },
  title: '关于2026年第三季度未来产业“5个100”推进情况的通报',
  addressee: '各设区市科技局：',
  blocks: [
    text('一二三四五六七八九十'.repeat(140)),
    { is: 'heading', level: 1, text: '一、总体进展' },
    { is: 'heading', level: 2, text: '（一）前沿技术' },
    { is: 'heading', level: 3, text: '1. 已公布' },
    { is: 'heading', level: 4, text: '（1）细目' },
    { is: 'text', runs: [{ text: '已公布' }, { text: '86', link: '/figures/a?asOf=2026-09-30', was: '80' }, { text: `项。${HOSTILE}` }] },
    { is: 'picture', chart },
    {
      is: 'table',
      title: '各地进展',
      note: '单位：项',
      columns: [
        { title: '地区', width: 20, align: 'left' },
        { title: '已公布', width: 12, align: 'right' },
        { title: '说明', width: 40, align: 'left' },
      ],
      rows,
    },
  ],
  attachments: [{ title: '名单', blocks: [text('附件的正文')] }],
  signature: { by: '某省科学技术厅', on: '2026年10月12日' },
  imprint: { copiesTo: '某省政府办公厅。', issuer: '某省科学技术厅办公室', on: '2026年10月12日' },
  foot: '1a2b3c4d',
}

/** Pages, measured: text area 37 to 262 mm from the top, 28 to 184 from the left. */
function measured(pages: readonly (readonly PrintedLine[])[]) {
  const body = (page: readonly PrintedLine[]) => page.filter(({ baseline }) => baseline < 262)
  const full = body(pages[1]!)
  const lines = full.filter(({ text: words }) => [...words].length >= 27)
  return {
    lines: full.length,
    characters: Math.max(...lines.map(({ text: words }) => [...words].length)),
    left: Math.min(...lines.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
    pitch: (full.at(-1)!.baseline - full[0]!.baseline) / (full.length - 1),
    widest: Math.max(...pages.flatMap((page) => page.map(({ right }) => right))),
    numbers: pages.map((page) => page.find(({ text: words }) => /—\s*\d+\s*—/.test(words))!),
    words: pages
      .flat()
      .map(({ text: words }) => words)
      .join(''),
  }
}

function expectsTheStandard(pages: readonly (readonly PrintedLine[])[]): void {
  const found = measured(pages)
  expect(found).toMatchObject({ lines: 22, characters: 28 })
  expect(Math.abs(found.left - 28)).toBeLessThan(1)
  expect(Math.abs(found.right - 184)).toBeLessThan(1)
  expect(Math.abs(found.pitch - 225 / 22)).toBeLessThan(0.05)
  expect(found.widest).toBeLessThan(185)
  // The first line's letters lie inside the first line of the area, the last line's above its lower edge.
  expect(pages[1]![0]!.baseline).toBeGreaterThan(37 + 3)
  expect(pages[1]![0]!.baseline).toBeLessThan(37 + 10.3)
  for (const [at, { left, right, baseline }] of found.numbers.entries()) {
    expect(baseline).toBeGreaterThan(262 + 5)
    if (at % 2 === 0) expect(right).toBeGreaterThan(174)
    else expect(left).toBeLessThan(38)
  }
  for (const sign of ['𬭊', '䶮', '〔2026〕', '#panic', '\\u{41}', '&amp;', '<b>']) expect(found.words).toContain(sign)
  expectsTheSignature(pages.flat())
  // Heads of a table come again on every page it reaches.
  expect(pages.filter((page) => page.some(({ text: words }) => words.includes('地区'))).length).toBeGreaterThan(1)
}

/** 版记 at the foot of the last page, which is an even one: 抄送 above 印发, within the text area (7.4). */
function expectsTheImprint(pages: readonly (readonly PrintedLine[])[], pageCount = pages.length): void {
  const at = pages.findIndex((page) => page.some(({ text: words }) => words.includes('印发')))
  const [copies, issued] = ['抄送', '印发'].map((words) => pages[at]!.find(({ text: own }) => own.includes(words))!)
  expect([at, pageCount % 2]).toEqual([pages.length - 1, 0])
  expect(issued!.baseline).toBeGreaterThan(262 - 12)
  expect(issued!.baseline).toBeLessThan(262)
  expect(copies!.baseline).toBeGreaterThan(262 - 45)
  expect(copies!.baseline).toBeLessThan(issued!.baseline - 7)
}

/** The date four characters from the right, the name centred over it (7.3.5.1), within a character: other faces stand in for the official ones. */
function expectsTheSignature(lines: readonly PrintedLine[]): void {
  const [by, on] = ['某省科学技术厅', '2026年10月12日'].map((words) => lines.find(({ text: own }) => own.replaceAll(' ', '') === words)!)
  const centre = ({ left, right }: PrintedLine) => (left + right) / 2
  expect(Math.abs(centre(by!) - centre(on!))).toBeLessThan(5.6)
  expect(Math.abs(184 - on!.right - 4 * 5.64)).toBeLessThan(2)
}

describe('an official document on our own PDF', () => {
  test('has the margins, lines, characters and page numbers of GB/T 9704-2012, and takes texts as they stand', async () => {
    expectsTheStandard(await printedLines(await paperToPdf(PAPER)))
  })

  test('does not tear a table of a few rows, and a heading stays with what follows it', async () => {
    const few = { ...(PAPER.blocks.find(({ is }) => is === 'table') as TableBlock), rows: rows.slice(2, 10) }
    for (const before of [3, 6, 9, 12, 15, 18]) {
      const lines = Array.from({ length: before }, () => text('一行'))
      const pages = await printedLines(await paperToPdf({ title: '短题', blocks: [...lines, few], attachments: [] }))
      const reached = pages.filter((page) => page.some(({ text: words }) => words.includes('无锡市')))
      expect(reached).toHaveLength(1)
      expect(reached[0]!.some(({ text: words }) => words.includes('各地进展'))).toBe(true)
    }
  })

  test('has its imprint at the foot of an even last page, however long the text; after a blank page nothing is numbered', async () => {
    const { blocks: _, attachments: _none, ...frame } = PAPER
    let blank = 0
    for (const lines of [2, 6, 10, 18, 20, 21, 22, 23, 25, 30, 40]) {
      const pages = await printedLines(
        await paperToPdf({ ...frame, blocks: Array.from({ length: lines }, () => text('一行')), attachments: [] }),
      )
      expectsTheImprint(pages)
      const numbered = pages.map((page) => page.some(({ text: words }) => /—\s*\d+\s*—/.test(words)))
      const isBlank = pages.map((page) => page.length === 0)
      expect(numbered).toEqual(isBlank.map((_each, at) => !isBlank[at] && !isBlank[at - 1]))
      blank += isBlank.filter(Boolean).length
    }
    expect(blank).toBeGreaterThan(0)
  })

  test('is the same bytes for the same paper, whatever was set between', async () => {
    const first = await paperToPdf(PAPER)
    await paperToPdf({ ...PAPER, title: '另一份' })

    expect(Buffer.compare(await paperToPdf(PAPER), first)).toBe(0)
  })

  test('has every sign it is likely to need in the faces that are shipped', () => {
    for (const path of fontFiles()) {
      const known = coveredBy(readFileSync(path))
      expect([...'𬭊䶮㛃𬬭〔〕—“”、。（）①'].filter((sign) => !known(sign.codePointAt(0)!))).toEqual([])
    }
  })
})

describe('an official document as a Word file', () => {
  let xml: string
  beforeAll(async () => {
    const parts = unpackArchive(await paperToDocx(PAPER), /document\.xml$|settings\.xml$/, { perEntry: 1e7, inAll: 1e7 })
    xml = [...(parts as ReadonlyMap<string, Uint8Array>).values()].map((part) => Buffer.from(part).toString('utf8')).join('')
  })

  test.skipIf(OFFICE === undefined)(
    'is printed by LibreOffice as the standard says (skipped where LibreOffice is not installed)',
    async () => {
      expectsTheStandard(await printedLines(await printedByOffice(await paperToDocx(PAPER))))
      // The text ends on an odd page.
      const short = await printedLines(await printedByOffice(await paperToDocx({ ...PAPER, blocks: [text('一行')], attachments: [] })))
      expect(short).toHaveLength(2)
      expectsTheImprint(short)
    },
    150_000,
  )

  test('names the faces of each level, the sizes, the margins and odd and even pages', () => {
    for (const face of ['方正小标宋简体', '仿宋_GB2312', '楷体_GB2312', '黑体']) expect(xml).toContain(face)
    for (const part of ['w:top="2098"', 'w:bottom="1984"', 'w:left="1587"', 'w:right="1474"', 'w:linePitch="579"', 'w:evenAndOddHeaders'])
      expect(xml).toContain(part)
    expect(xml).toMatch(/楷体_GB2312[^>]*>(?:(?!<\/w:r>).)*（一）前沿技术/)
    expect(xml).toContain('&lt;b&gt;乙&lt;/b&gt;')
  })
})

describe('an official document as a web page', () => {
  test('leads from a figure to its page, says what it was, and shows markup as words', () => {
    const html = paperToHtml(PAPER)

    expect(html).toContain('<a href="/figures/a?asOf=2026-09-30"><mark data-was="80" title="上期：80">86</mark></a>')
    expect(html).toContain('&lt;b&gt;乙&lt;/b&gt;')
    expect(html).not.toContain('<b>')
  })
})

test('a title is broken between words, in lines of about one length', () => {
  expect(titleLines('关于2026年第三季度未来产业“5个100”推进情况的通报')).toEqual(['关于2026年第三季度', '未来产业“5个100”推进情况的通报'])
  expect(titleLines('未来产业“5个100”行动2026年第三季度进展专报')).toEqual(['未来产业“5个100”行动', '2026年第三季度进展专报'])
  expect(titleLines('关于公布2026年度第一批前沿技术突破项目名单的通知')).toEqual(['关于公布2026年度第一批', '前沿技术突破项目名单的通知'])
  expect(titleLines('短题')).toEqual(['短题'])
  expect(titleLines('字'.repeat(50)).map((line) => line.length)).toEqual([17, 17, 16])
})

/** Whether a TrueType file has a sign: its map of characters of format 12 (ISO/IEC 14496-22). */
function coveredBy(font: Buffer): (sign: number) => boolean {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + at * 16)
  const cmap = font.readUInt32BE(tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')! + 8)
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, at) => cmap + font.readUInt32BE(cmap + 4 + at * 8 + 4))
  const full = subtables.find((at) => font.readUInt16BE(at) === 12)!
  const groups = Array.from({ length: font.readUInt32BE(full + 12) }, (_, at) => full + 16 + at * 12)
  return (sign) => groups.some((at) => font.readUInt32BE(at) <= sign && sign <= font.readUInt32BE(at + 4))
}
