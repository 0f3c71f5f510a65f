import { inflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { officialDocument } from './official-document.ts'

const GIVEN = {
  title: '某市关于推荐的函',
  addressee: '省科技厅：',
  paragraphs: ['现推荐以下2项。'],
  annexes: ['推荐汇总表'],
  signature: '某市科技局',
  date: '2026年6月1日',
  foot: '校验码 K7QF-2M9X-ABCD',
  table: {
    mark: '附件',
    title: '推荐汇总表',
    note: '推荐单位（盖章）：某市科技局',
    columns: [
      { title: '序号', width: 10, align: 'center' as const },
      { title: '名称', width: 90 },
    ],
    rows: [
      ['1', '甲'],
      ['2', '乙 <&> "丙"'],
    ],
  },
}

let parts: ReadonlyMap<string, string>
beforeAll(async () => {
  parts = partsOf(Buffer.from(await officialDocument(GIVEN)))
})

describe('an official document by GB/T 9704-2012', () => {
  test('is A4 with margins of 37, 35, 28 and 26 mm; the annex lies across a page of its own', () => {
    const pages = [...body().matchAll(/<w:pgSz ([^>]*)\/>/g)].map(([, size]) => size)
    const [, margins] = /<w:pgMar ([^>]*)\/>/.exec(body()) ?? []

    expect(pages[0]).toMatch(/w:w="11906" w:h="16838"/)
    expect(pages[1]).toMatch(/w:w="16838" w:h="11906"/)
    for (const side of ['w:top="2098"', 'w:bottom="1984"', 'w:left="1587"', 'w:right="1474"']) expect(margins).toContain(side)
  })

  test('names its fonts and sizes: title of 22 pt, text of 16 pt, 22 lines a page', () => {
    expect(body()).toMatch(/方正小标宋简体.*?<w:sz w:val="44"\/>/)
    expect(body()).toMatch(/仿宋_GB2312/)
    expect(body()).toMatch(/<w:sz w:val="32"\/>/)
    expect(body()).toContain('w:line="579"')
  })

  test('has the foot with the page number in both parts, and every cell of the table', () => {
    const feet = [...parts].filter(([name]) => name.startsWith('word/footer')).map(([, xml]) => xml)

    expect(feet).toHaveLength(2)
    for (const foot of feet) expect(foot).toMatch(/K7QF-2M9X-ABCD.*PAGE/s)
    expect(body()).toContain('乙 &lt;&amp;&gt; &quot;丙&quot;')
    expect(body().match(/<w:tr>|<w:tr /g)).toHaveLength(3)
  })
})

function body(): string {
  return parts.get('word/document.xml')!
}

/** The parts of a .docx, by the local headers of the zip. */
function partsOf(docx: Buffer): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (let at = docx.indexOf('PK\x03\x04'); at >= 0; at = docx.indexOf('PK\x03\x04', at + 4)) {
    const [size, nameLength, extra] = [docx.readUInt32LE(at + 18), docx.readUInt16LE(at + 26), docx.readUInt16LE(at + 28)]
    const start = at + 30 + nameLength + extra
    found.set(docx.toString('utf8', at + 30, at + 30 + nameLength), inflateRawSync(docx.subarray(start, start + size)).toString('utf8'))
  }
  return found
}
