import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document, Footer, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { markInFile } from './file-marks.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantu-marks-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function markIn(name: string, content: string | Uint8Array) {
  writeFileSync(join(folder, 'file'), content)
  return await markInFile(join(folder, 'file'), name)
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
