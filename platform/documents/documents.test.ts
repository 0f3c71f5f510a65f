import {
  DeletedTextRun,
  Document,
  type FileChild,
  Footer,
  Header,
  ImageRun,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  Textbox,
  TextRun,
} from 'docx'
import { describe, expect, test } from 'vitest'
import { textFromDocx } from './from-docx.ts'
import { looksLikeHtml, textFromHtml } from './from-html.ts'

const lines = (html: string) => textFromHtml(html)?.trimEnd().split('\n')

describe('a web page as a person sees it', () => {
  test('paragraphs are lines, and what nobody sees is left out', () => {
    const page = `<!DOCTYPE html><html><head><title>网站</title><style>p{}</style><script>var a="看不见"</script></head>
      <body><div style="DISPLAY: none">隐藏</div><p hidden>也隐藏</p><!-- 注释 --><h1>行动&nbsp;方案</h1>
      <p>　　到2027年,<b>突破</b><span>100项</span>前沿
      技术。</p><p>第一行<br/>第二行</p><ul><li>首页</li><li>政策&amp;文件</li></ul><select><option>选项</option></select></body></html>`

    expect(lines(page)).toEqual(['行动 方案', '到2027年,突破100项前沿技术。', '第一行', '第二行', '首页', '政策&文件'])
  })

  test('rows of a table stay rows, cells parted by tabs; a layout table keeps its paragraphs', () => {
    const table = '<table><tr><th>指标</th><th>2027年</th></tr><tr><td>高新技术<wbr>企业(家)</td><td> 3200 </td></tr></table>'
    const layout = `<table><tr><td><p>一、总体要求</p><p>${'加强统筹。'.repeat(60)}</p></td><td></td></tr></table>`

    expect(lines(table)).toEqual(['指标\t2027年', '高新技术企业(家)\t3200'])
    expect(lines(layout)).toEqual(['一、总体要求', '加强统筹。'.repeat(60)])
  })

  test('a cell over several rows or columns leaves empty ones, and a cell of two paragraphs stays in its row', () => {
    const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td${cell}</td>`).join('')}</tr>`
    const table = [
      row(' rowspan="2">一', '>建平台', ' rowspan=3>省科技厅', '>六月'),
      row('>引人才', '><p>九月</p><p>底前</p>'),
      row(' colspan="2">办活动', '>年底'),
    ]

    expect(textFromHtml(`<table>${table.join('')}</table>`)).toBe('一\t建平台\t省科技厅\t六月\n\t引人才\t\t九月\n底前\n办活动\t\t\t年底\n')
  })

  test('blanks stay between Latin words, also where the source was wrapped', () => {
    expect(lines('<p>use\n  of AI\n技术</p>')).toEqual(['use of AI 技术'])
  })

  test('a page that closes nothing, nests a hundred thousand deep or is empty does no harm', () => {
    expect(lines('<div>'.repeat(100_000) + '<font>字'.repeat(1000))).toEqual(['字'.repeat(1000)])
    expect(lines('<p>甲<p>乙<div>丙<table><tr><td>丁<td>戊')).toEqual(['甲', '乙', '丙', '丁\t戊'])
    expect(lines('<p>甲</p><!-- 没有结尾 <p>乙</p>')).toEqual(['甲'])
    expect(lines('<p title="5 > 3">3 < 5,&ldquo;一&rdquo;&#19968;&#0;&unknown;</p>')).toEqual(['3 < 5,“一”一\ufffd&unknown;'])
    expect(lines('<html></html>')).toEqual([''])
  })

  test.each([
    ['<!DOCTYPE html><html>', true],
    ['\ufeff \n<HTML lang="zh">', true],
    ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C"><html xmlns="x">', true],
    ['<div class="a">正文</div>', true],
    ['<关于印发行动方案的通知>', false],
    ['一、目标 <p> 是标签', false],
    ['', false],
  ])('“%s” is one: %s', (text, expected) => {
    expect(looksLikeHtml(text)).toBe(expected)
  })
})

describe('a Word document', () => {
  test('gives its paragraphs and tables, without headers, footers and pictures', async () => {
    const read = await textFromDocx(
      await packed([
        new Paragraph({ children: [new TextRun('到2027年,'), new TextRun({ text: '突破100项', bold: true }), new TextRun('前沿技术。')] }),
        new Paragraph({ children: [new TextRun('第一行'), new TextRun({ text: '第二行', break: 1 })] }),
        new Paragraph({ children: [picture()] }),
        table([
          ['指标', '2027年'],
          ['企业(家)', '3200'],
        ]),
      ]),
    )

    expect(read).toEqual({ text: '到2027年,突破100项前沿技术。\n第一行\n第二行\n指标\t2027年\n企业(家)\t3200\n' })
  })

  test('shows the numbers that Word counts, as the same plan typed', async () => {
    const [chapter, section, item] = [0, 1, 2].map(
      (level) => (words: string) => new Paragraph({ text: words, numbering: { reference: 'plan', level } }),
    )
    const typed = [
      '一、总体要求',
      '（一）指导思想。',
      '（二）主要目标。',
      '1. 突破技术。',
      '2. 制定标准。',
      '二、重点任务',
      '（一）强化攻关。',
      '1. 立项。',
    ]
    const counted = [
      chapter!('总体要求'),
      section!('指导思想。'),
      section!('主要目标。'),
      item!('突破技术。'),
      item!('制定标准。'),
      chapter!('重点任务'),
      section!('强化攻关。'),
      item!('立项。'),
    ]
    const inTable = new Table({ rows: [new TableRow({ children: [new TableCell({ children: [chapter!('组织实施')] })] })] })
    const read = await textFromDocx(await packed([...counted, inTable]))

    expect(read).toEqual(await textFromDocx(await packed([...typed, '三、组织实施'].map((words) => new Paragraph(words)))))
  })

  test('shows what was inserted and not what was deleted; a box and a broken line are read', async () => {
    const date = '2026-01-01T00:00:00Z'
    const revised = new Paragraph({
      children: [
        new TextRun('到2027年'),
        new DeletedTextRun({ text: '建成5个', id: 1, author: '甲', date }),
        new InsertedTextRun({ text: '建成6个', id: 2, author: '甲', date }),
        new TextRun({ text: '第二行', break: 1 }),
      ],
    })
    const box = new Textbox({ children: [new Paragraph('框中的话')], style: { width: '100pt' } })

    expect(await textFromDocx(await packed([revised, box]))).toEqual({ text: '到2027年建成6个\n第二行\n框中的话\n' })
  })

  test('that is none, is cut off or is another kind of archive is told apart', async () => {
    const whole = await packed([new Paragraph('正文')])

    expect(await textFromDocx(whole.subarray(0, whole.length / 2))).toEqual({ problem: 'broken' })
    expect(await textFromDocx(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 1, 2]))).toEqual({ problem: 'broken' })
    expect(await textFromDocx(stored('xl/workbook.xml', Buffer.from('<x/>')))).toEqual({ problem: 'not-docx' })
    expect(await textFromDocx(stored('word/document.xml', Buffer.from('<no xml')))).toEqual({ problem: 'broken' })
  })

  test('that says it is small and unpacks to far more is not unpacked', async () => {
    const { deflateRawSync } = await import('node:zlib')
    const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024))

    expect(await textFromDocx(stored('word/document.xml', bomb, { method: 8, claimed: 1000 }))).toEqual({ problem: 'too-large' })
  })
})

async function packed(children: readonly FileChild[]): Promise<Uint8Array> {
  const headers = { default: new Header({ children: [new Paragraph('页眉秘密')] }) }
  const footers = { default: new Footer({ children: [new Paragraph('页脚')] }) }
  return new Uint8Array(
    await Packer.toBuffer(new Document({ numbering: NUMBERING, sections: [{ headers, footers, children: [...children] }] })),
  )
}

const NUMBERING = {
  config: [
    {
      reference: 'plan',
      levels: [
        { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' },
        { level: 1, format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: '（%2）' },
        { level: 2, format: LevelFormat.DECIMAL, text: '%3.' },
      ],
    },
  ],
}

function table(rows: readonly (readonly string[])[]): Table {
  return new Table({
    rows: rows.map((cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) })),
  })
}

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

function picture(): ImageRun {
  return new ImageRun({ type: 'png', data: Buffer.from(PIXEL, 'base64'), transformation: { width: 1, height: 1 } })
}

/** An archive of one entry, byte by byte: what it claims need not be true. */
function stored(name: string, content: Buffer, { method = 0, claimed = content.length } = {}): Uint8Array {
  const label = Buffer.from(name)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(method, 8)
  local.writeUInt32LE(content.length, 18)
  local.writeUInt32LE(claimed, 22)
  local.writeUInt16LE(label.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(method, 10)
  entry.writeUInt32LE(content.length, 20)
  entry.writeUInt32LE(claimed, 24)
  entry.writeUInt16LE(label.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + label.length, 12)
  end.writeUInt32LE(local.length + label.length + content.length, 16)
  return new Uint8Array(Buffer.concat([local, label, content, entry, label, end]))
}
