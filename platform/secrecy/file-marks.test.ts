import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document, Footer, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onePagePdf, zipped } from '#tests/support/files.ts'
import { askToConfirm, examineSecrecy, marksInFile } from './file-marks.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantu-marks-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function markIn(name: string, content: string | Uint8Array) {
  return (await lookAt(name, content)).mark
}

async function lookAt(name: string, content: string | Uint8Array) {
  writeFileSync(join(folder, 'file'), content)
  return await marksInFile(join(folder, 'file'), name)
}

const docx = async (section: object, more: object = {}) =>
  new Uint8Array(await Packer.toBuffer(new Document({ ...more, sections: [{ children: [new Paragraph('正文')], ...section }] })))

test('a mark is found in the header, the footer, the body, a cell and the properties of a Word file', async () => {
  const header = {
    default: new Header({
      children: [new Paragraph({ children: [new TextRun('秘'), new TextRun({ text: '密', bold: true }), new TextRun('★')] })],
    }),
  }
  const footer = { default: new Footer({ children: [new Paragraph('内部资料 注意保管')] }) }
  const table = new Table({ rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph('密级:机密')] })] })] })

  expect(await markIn('a.docx', await docx({ headers: header }))).toEqual({ kind: 'confidential', part: 'header' })
  expect(await markIn('a.docx', await docx({ footers: footer }))).toEqual({ kind: 'internal', part: 'header' })
  expect(await markIn('a.docx', await docx({ children: [new Paragraph('标题'), new Paragraph('机密★10年')] }))).toEqual({
    kind: 'secret',
    part: 'body',
  })
  expect(await markIn('a.docx', await docx({ children: [table] }))).toEqual({ kind: 'secret', part: 'body' })
  expect(await markIn('a.docx', await docx({}, { title: '绝密★启用前' }))).toEqual({ kind: 'top_secret', part: 'properties' })
})

test('a Word file that only speaks of secrecy has none', async () => {
  const children = ['商业秘密保护办法', '本单位依法保守国家秘密、工作秘密。', '内部控制'].map((line) => new Paragraph(line))

  expect(await markIn('a.docx', await docx({ children }))).toBeUndefined()
})

test('text is read in the encodings people use', async () => {
  const gb = new Uint8Array([0xbb, 0xfa, 0xc3, 0xdc, 0x0a, 0xd5, 0xfd, 0xce, 0xc4]) // 机密, 正文

  expect(await markIn('a.txt', '题目\n\n秘密★5年\n')).toEqual({ kind: 'confidential', part: 'body' })
  expect(await markIn('a.txt', gb)).toEqual({ kind: 'secret', part: 'body' })
  expect(await markIn('a.txt', new Uint8Array([0xff, 0xfe, ...Buffer.from('机密★', 'utf16le')]))).toEqual({ kind: 'secret', part: 'body' })
  expect(await markIn('a.txt', '商业秘密')).toBeUndefined()
})

test('a web page is read as people see it', async () => {
  expect(await markIn('a.html', '<p>题目</p><div><b>机</b>密&#9733;10年</div>')).toEqual({ kind: 'secret', part: 'body' })
  expect(await markIn('a.html', '<script>\n"机密★"\n</script><!-- 机密★ --><p>正文</p>')).toBeUndefined()
})

const SHEET = '<worksheet><sheetData><row><c t="inlineStr"><is><t>%</t></is></c></row></sheetData></worksheet>'
const xlsx = (parts: Record<string, string>) => zipped({ 'xl/workbook.xml': '<workbook/>', ...parts })

test('a mark is found in a cell, a comment and the header of a sheet', async () => {
  expect(await markIn('a.xlsx', xlsx({ 'xl/worksheets/sheet1.xml': SHEET.replace('%', '机密★3年') }))).toEqual({
    kind: 'secret',
    part: 'body',
  })
  expect(await markIn('a.xlsx', xlsx({ 'xl/comments1.xml': '<comment><text><r><t>秘</t></r><r><t>密★</t></r></text></comment>' }))).toEqual(
    { kind: 'confidential', part: 'body' },
  )
  expect(
    await markIn('a.xlsx', xlsx({ 'xl/worksheets/sheet1.xml': '<oddHeader>&amp;C&amp;"宋体,常规"&amp;12机密★10年</oddHeader>' })),
  ).toEqual({ kind: 'secret', part: 'header' })
  expect(await markIn('a.xlsx', xlsx({ 'xl/worksheets/sheet1.xml': SHEET.replace('%', '商业秘密') }))).toBeUndefined()
})

test('a mark is found in an OFD whose characters are placed one by one', async () => {
  const object = (sign: string, at: number) =>
    `<ofd:TextObject ID="${at}" Boundary="${at * 5} 20 5 5"><ofd:TextCode X="0" Y="4">${sign}</ofd:TextCode></ofd:TextObject>`
  const ofd = (signs: string) =>
    zipped({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Pages/Page_0/Content.xml': `<ofd:Page>${[...signs].map(object).join('')}</ofd:Page>` })

  expect(await markIn('a.ofd', ofd('秘密★1年'))).toEqual({ kind: 'confidential', part: 'body' })
  expect(await markIn('a.ofd', ofd('商业秘密'))).toBeUndefined()
})

test('a mark is found on a slide and in the notes of a presentation', async () => {
  const pptx = (parts: Record<string, string>) => zipped({ 'ppt/presentation.xml': '<p/>', ...parts })
  const words = '<a:p><a:r><a:t>机</a:t></a:r><a:r><a:t>密★</a:t></a:r></a:p>'

  expect(await markIn('a.pptx', pptx({ 'ppt/slides/slide1.xml': words }))).toEqual({ kind: 'secret', part: 'body' })
  expect(await markIn('a.pptx', pptx({ 'ppt/notesSlides/notesSlide1.xml': words }))).toEqual({ kind: 'secret', part: 'body' })
})

test('a mark is found in a box, a watermark, a comment and a note of a Word file', async () => {
  const word = (name: string, xml: string) => zipped({ 'word/document.xml': '<w:p/>', [`word/${name}.xml`]: xml })
  const line = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`

  expect(
    await markIn('a.docx', word('document', `<w:p><w:r><w:t>文前</w:t></w:r><w:txbxContent>${line('秘密')}</w:txbxContent></w:p>`)),
  ).toEqual({ kind: 'confidential', part: 'body' })
  expect(await markIn('a.docx', word('header1', '<w:p><v:textpath style="x" string="机密"/></w:p>'))).toEqual({
    kind: 'secret',
    part: 'header',
  })
  for (const part of ['comments', 'footnotes', 'endnotes'])
    expect(await markIn('a.docx', word(part, line('秘密★1年')))).toEqual({ kind: 'confidential', part: 'body' })
})

test('a mark is found in the text of a PDF, and a page without text is told of', async () => {
  expect(await lookAt('a.pdf', onePagePdf('秘密★1年'))).toEqual({ mark: { kind: 'confidential', part: 'body' }, notLookedInto: new Set() })
  expect(await lookAt('a.pdf', onePagePdf('商业秘密保护'))).toEqual({ notLookedInto: new Set() })
  expect(await lookAt('a.pdf', onePagePdf(''))).toEqual({ notLookedInto: new Set(['scan']) })
  expect(await lookAt('a.pdf', '%PDF-1.7\nno more')).toEqual({ notLookedInto: new Set(['unreadable']) })
})

test('a mark is found in files inside files', async () => {
  const header = { default: new Header({ children: [new Paragraph('秘密★1年')] }) }
  const marked = await docx({ headers: header })
  const found = { kind: 'confidential', part: 'inserted' }

  expect(await markIn('a.zip', zipped({ '附件/方案.docx': marked }))).toEqual(found)
  expect(await markIn('a.zip', zipped({ '内.zip': zipped({ '方案.docx': marked }) }))).toEqual(found)
  expect(await markIn('a.docx', zipped({ 'word/document.xml': '<w:p/>', 'word/embeddings/Microsoft_Word_Document.docx': marked }))).toEqual(
    found,
  )
  expect(await markIn('a.zip', zipped({ '说明.txt': '本单位依法保守商业秘密。', '表.pdf': onePagePdf('正文') }))).toBeUndefined()
})

test('what unpacks to too much, too many or too deep is not taken, and costs no more than its bounds', async () => {
  const problemOf = async (content: Uint8Array) => {
    writeFileSync(join(folder, 'file'), content)
    return await examineSecrecy('a.zip')(join(folder, 'file'))
  }
  const zeros = Buffer.alloc(60 * 1024 * 1024)
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}.txt`, '正文']))
  const layered = [1, 2, 3, 4].reduce((inner) => zipped({ 'inner.zip': inner }), zipped({ 'a.txt': '正文' }))

  for (const content of [zipped({ 'a.txt': zeros }), zipped({ 'a.zip': zipped({ 'a.txt': zeros }) }), zipped(many), layered])
    expect(await problemOf(content)).toMatchObject({ problem: 'file.archive-too-large' })
  expect(await problemOf(zipped({ 'a.zip': Buffer.from('PK\u0003\u0004 cut off') }))).toMatchObject({ problem: 'file.archive-broken' })
})

test('whoever sends a picture, a scan or a locked file is asked to answer for it', async () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  const scanned = zipped({ 'word/document.xml': '<w:p/>', 'word/media/image1.png': png })
  const asked = async (name: string, content: Uint8Array) => askToConfirm(name, (await lookAt(name, content)).notLookedInto)?.zh

  expect(await asked('现场.png', png)).toMatch(/^“现场\.png”未能检查密级标志：图片中的文字.*提交即视为您已确认/)
  expect(await asked('扫描.docx', scanned)).toContain('可能是扫描件')
  expect(await asked('旧.zip', zipped({ '旧.doc': Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]) }))).toContain('系统读不了的格式')
  expect(await asked('正文.docx', await docx({}))).toBeUndefined()
})

test.each([
  ['as it is', '机密★10年'],
  ['as numbers', '&#26426;&#23494;★'],
])('a mark far behind in a large sheet is found, written %s', async (_how, mark) => {
  const cells = (text: string) => `<sst>${'<si><t>量子计算</t></si>'.repeat(200_000)}<si><t>${text}</t></si></sst>`
  const book = (text: string) => xlsx({ 'xl/sharedStrings.xml': cells(text) })

  expect(await markIn('a.xlsx', book(mark))).toEqual({ kind: 'secret', part: 'body' })
  expect(await lookAt('a.xlsx', book('公开'))).toEqual({ notLookedInto: new Set() })
})
