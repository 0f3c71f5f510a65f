import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, expect, test } from 'vitest'
import { readCommand } from '#apps/cli/read/read.ts'
import { onePagePdf, pdfOf } from '#tests/support/files.ts'

const folder = mkdtempSync(join(tmpdir(), 'lantu-read-'))
const plan = join(import.meta.dirname, 'passages', '04-notice-with-action-plan.txt')

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' }
  const code = await readCommand(args, {
    out: (text) => (written.out += typeof text === 'string' ? text : Buffer.from(text).toString('latin1')),
    err: (text) => (written.err += text),
  })
  return { code, ...written }
}

test('json prints exactly one object', async () => {
  const { code, out, err } = await run(plan, '--format', 'json')

  expect([code, err]).toEqual([0, ''])
  expect(JSON.parse(out)).toMatchObject({ docNumber: '桐政办发〔2029〕12号', issuer: ['桐岭省人民政府办公厅'] })
})

test('md prints the outline with the targets under their headings', async () => {
  const { code, out } = await run(plan, '--format=md')

  expect(code).toBe(0)
  expect(out).toContain('## 一、发展目标')
  expect(out).toContain('低空经济规模：1200亿元（2031）')
})

test('a missing file, an empty one, a scan and one that is not text end with 1 and say what to do in both languages', async () => {
  writeFileSync(join(folder, 'empty.txt'), '')
  writeFileSync(join(folder, 'broken.pdf'), '%PDF-1.7')
  writeFileSync(join(folder, 'scan.pdf'), onePagePdf(''))

  for (const file of ['none.txt', 'empty.txt', 'broken.pdf', 'scan.pdf'].map((name) => join(folder, name))) {
    const { code, out, err } = await run(file)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(file)
    expect(err).toMatch(/请[\s\S]*[A-Za-z][a-z ]+/)
  }
})

test('a PDF with a text layer is read as the same plan typed', async () => {
  const lines = ['行动方案', '一、主要目标', '到2030年，建成创新平台20个。'].map((text, at) => ({ text, x: 72, y: 760 - at * 24 }))
  writeFileSync(join(folder, 'plan.pdf'), pdfOf([lines]))
  const { code, out } = await run(join(folder, 'plan.pdf'))

  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ targets: [{ value: 20, unit: '个', deadline: '2030' }], headings: [{ text: '主要目标' }] })
})

test('html is one file that fetches nothing and holds the whole text with marks', async () => {
  const { code, out } = await run(plan, '--format', 'html')
  const text = readFileSync(plan, 'utf8')
  const body = /<main>([\s\S]*)<\/main>/.exec(out)?.[1] ?? ''

  expect(code).toBe(0)
  expect(out).not.toMatch(/<script|<link|src=|url\(/)
  expect(out).toContain('<mark class="target" title="低空经济规模')
  expect(
    body
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>'),
  ).toBe(text)
})

test('xlsx has a sheet for each sort of finding', async () => {
  const file = join(folder, 'plan.xlsx')
  const { code, out } = await run(plan, '--format', 'xlsx', '-o', file)
  const { sheets } = await readXlsx(readFileSync(file))

  expect([code, out]).toEqual([0, ''])
  expect(sheets.map(({ name }) => name)).toEqual(['概况', '标题', '目标', '责任', '清单平台', '举措', '领域', '政策工具'])
})

test('a folder is read file by file: one that fails is told of and hides no other', async () => {
  const [plans, made] = [join(folder, 'plans'), join(folder, 'made')]
  mkdirSync(join(plans, 'more'), { recursive: true })
  copyFileSync(plan, join(plans, 'a.txt'))
  copyFileSync(plan, join(plans, 'more', 'a.txt'))
  writeFileSync(join(plans, 'scan.pdf'), onePagePdf(''))
  const { code, err } = await run(plans, '--format', 'md', '-o', made)

  expect(code).toBe(1)
  expect(err).toContain('[3/3]')
  expect(readdirSync(made).sort()).toEqual(['a-2.md', 'a.md'])
  expect((await run(plans)).code).toBe(2)
})

test('wrong usage ends with 2', async () => {
  expect((await run()).code).toBe(2)
  expect((await run(plan, plan)).code).toBe(2)
  expect((await run(plan, '--format', 'docx')).code).toBe(2)
  expect((await run(plan, '--fast')).code).toBe(2)
})
