import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readCommand } from '#apps/cli/read.ts'

const folder = mkdtempSync(join(tmpdir(), 'lantu-read-'))
const plan = join(import.meta.dirname, 'passages', '04-notice-with-action-plan.txt')

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' }
  const code = await readCommand(args, { out: (text) => (written.out += text), err: (text) => (written.err += text) })
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

test('a missing file, a folder, an empty file and one that is not text end with 1 and say what to do in both languages', async () => {
  writeFileSync(join(folder, 'empty.txt'), '')
  writeFileSync(join(folder, 'plan.pdf'), '%PDF-1.7')

  for (const file of [join(folder, 'none.txt'), folder, join(folder, 'empty.txt'), join(folder, 'plan.pdf')]) {
    const { code, out, err } = await run(file)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(file)
    expect(err).toMatch(/请[\s\S]*[A-Z][a-z ]+/)
  }
})

test('wrong usage ends with 2', async () => {
  expect((await run()).code).toBe(2)
  expect((await run(plan, plan)).code).toBe(2)
  expect((await run(plan, '--format', 'docx')).code).toBe(2)
  expect((await run(plan, '--fast')).code).toBe(2)
})
