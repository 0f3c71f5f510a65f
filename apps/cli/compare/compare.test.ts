import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PlanComparison, VersionDifference } from '#policy-text/index.ts'
import { compareCommand } from './compare.ts'

const OLD = `梧桐市种业振兴方案

一、主要目标
到2029年，建成制种基地6个，培育 A&B 类品种20个。

二、重点任务
（一）建设种质资源库。收集地方品种。（市农业农村局牵头）
（二）开展联合育种。（市科技局牵头）
`
const NEW = OLD.replace('基地6个', '基地9个').replace('（二）开展联合育种。（市科技局牵头）\n', '')

const folder = mkdtempSync(join(tmpdir(), 'lantu-compare-'))
const [old, now, plan] = [join(folder, 'old.txt'), join(folder, 'new.txt'), join(folder, 'plan.txt')]
beforeAll(() => {
  writeFileSync(old, OLD)
  writeFileSync(now, NEW)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(...args: readonly string[]) {
  const written = { out: '', err: '' }
  const code = await compareCommand(args, { out: (text) => (written.out += String(text)), err: (text) => (written.err += text) })
  return { code, ...written }
}

test('md tells what changed, marks the words and leaves out what did not', async () => {
  const { code, out } = await run(old, now)

  expect(code).toBe(0)
  expect(out).toContain('条款：新增 0、删去 1、修改 1、移动 0')
  expect(out).toMatch(/\| 制种基地[^|]*\| 6个（2029） \| 9个（2029） \| 提高 \|/)
  expect(out).toContain('建成制种基地~~6~~**9**个')
  expect(out).toContain('### 【删去】（二）开展联合育种')
  expect(out).not.toContain('种质资源库')
})

test('html is one page that fetches nothing, with marks and without tags of the text', async () => {
  const { code, out } = await run(old, now, '--format', 'html')

  expect(code).toBe(0)
  expect(out).not.toMatch(/<script|<link|src=|url\(/)
  expect(out).toContain('建成制种基地<del>6</del><ins>9</ins>个，培育A&amp;B类品种20个')
})

test('json is the whole difference', async () => {
  const { targets, clauses } = JSON.parse((await run(old, now, '--format', 'json')).out) as VersionDifference

  expect(targets.map(({ kind }) => kind)).toEqual(['changed', 'same'])
  expect(clauses.filter(({ kind }) => kind === 'removed')).toHaveLength(1)
})

test('two plans side by side as md, html, json and xlsx', async () => {
  writeFileSync(plan, '银杏市种业方案（2026—2029年）\n\n一、目标\n到2029年，建成制种基地4个，引进种业团队8个。\n')
  const [md, html, json] = [
    await run('--plans', old, plan),
    await run('--plans', old, plan, '--format', 'html'),
    await run('--plans', old, plan, '--format', 'json'),
  ]

  expect(md.out).toMatch(/\| 不同 \| \*\*制种基地数量\*\* 6个（2029年）.*\| \*\*制种基地数量\*\* 4个（2029年）/)
  expect(md.out).toContain('人均：没有确定两份方案各属哪个地区')
  expect(html.out).not.toMatch(/<script|<link|src=|url\(/)
  expect(html.out).toContain('引进种业团队8个')
  expect((JSON.parse(json.out) as PlanComparison).pairs.find(({ kind }) => kind === 'only_other')?.other?.name).toContain('团队')
  expect((await run('--plans', old, plan, '--format', 'xlsx', '-o', join(folder, 'out.xlsx'))).code).toBe(0)
  const { sheets } = await readXlsx(new Uint8Array(readFileSync(join(folder, 'out.xlsx'))))
  expect(sheets.find(({ name }) => name === '折算')?.rows[1]?.slice(1, 5)).toEqual(['原数', '个', 6, 4])
})

test('one file, a third one, an unknown format and a missing file are told', async () => {
  expect((await run(old)).code).toBe(2)
  expect((await run(old, now, old)).code).toBe(2)
  expect((await run(old, now, '--format', 'docx')).code).toBe(2)
  const missing = await run(old, join(folder, 'none.txt'))
  expect([missing.code, missing.out]).toEqual([1, ''])
  expect(missing.err).toContain('none.txt')
})
