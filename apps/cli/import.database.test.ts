import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CellValue } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bookOf, judged } from '#tests/support/sheets.ts'
import { openWorld, type World } from '#tests/support/world.ts'
import { exportFile } from './export.ts'
import { type ImportWanted, importCommand, importFile } from './import.ts'

let world: World
let folder: string

beforeAll(async () => {
  world = await openWorld()
  folder = mkdtempSync(join(tmpdir(), 'lantu-cli-'))
})
afterAll(async () => {
  await world?.close()
  rmSync(folder, { recursive: true, force: true })
})

const HEADS = ['技术名称', '属地', '完成日期', '公布文号', '成文日期', '办理状态']
const WANTED = { register: 'technology', account: 'kunshan', mode: 'good', history: false, isPreview: false } as const

async function run(name: string, rows: CellValue[][], more: Partial<ImportWanted> = {}) {
  const file = join(folder, name)
  writeFileSync(file, await bookOf(HEADS, rows))
  const said = { out: '', err: '' }
  const io = { out: (text: string) => void (said.out += text), err: (text: string) => void (said.err += text) }
  const code = await importFile(world.installation, { ...WANTED, file, ...more }, io)
  return { code, ...said }
}

const line = (title: string, area = '昆山市'): CellValue[] => [title, area, '2026-03-01', null, null, null]
const inRegister = async (title: string) =>
  (await world.sql('select state, document_no from {{schema}}.technology where title = $1', [title])) as readonly object[]

describe('lantu import', () => {
  test('takes the good rows in and writes the others beside the file', async () => {
    const { code, out } = await run('好坏都有.xlsx', [line('命令导入一'), line('命令外地', '南京市')])

    expect(code).toBe(3)
    expect(out).toContain('预览 | preview：新增 new 1 · 修改 changed 0 · 未变 unchanged 0 · 有误 wrong 1')
    expect(out).toContain('已导入 in 1')
    expect(await inRegister('命令导入一')).toHaveLength(1)
    const back = await judged(readFileSync(join(folder, '好坏都有-待改正.xlsx')))
    expect(back.worksheets[0]!.getCell('A2').value).toBe('命令外地')
  })

  test('only shows what would be when asked so, and takes all or nothing', async () => {
    expect(await run('先看.xlsx', [line('只是看看')], { isPreview: true })).toMatchObject({ code: 0 })
    expect(await inRegister('只是看看')).toEqual([])

    const { code, err } = await run('全部.xlsx', [line('一起进'), line('一起不进', '南京市')], { mode: 'all' })
    expect([code, err]).toEqual([3, expect.stringContaining('不能全部导入')])
    expect(await inRegister('一起进')).toEqual([])
  })

  test('brings history in for who publishes, and for nobody else', async () => {
    const rows = [['命令旧账', '昆山市', '2025-03-01', '苏科公〔2025〕9号', '2025-06-30', '已公布']]

    expect(await run('旧账.xlsx', rows, { history: true })).toMatchObject({ code: 1, err: expect.stringContaining('有权公布的岗位') })
    expect(await run('旧账.xlsx', rows, { history: true, account: 'planner' })).toMatchObject({ code: 0 })
    expect(await inRegister('命令旧账')).toEqual([{ state: 'published', document_no: '苏科公〔2025〕9号' }])
  })

  test('says what is wrong with the account, the register, the file or the words given', async () => {
    expect(await run('无人.xlsx', [], { account: 'nobody' })).toMatchObject({ code: 1, err: expect.stringContaining('不在任何岗位') })
    expect(await run('无账.xlsx', [], { register: 'nothing' })).toMatchObject({ code: 1, err: expect.stringContaining('没有名为') })
    expect(await run('表.xlsm', [line('宏')])).toMatchObject({ code: 1, err: expect.stringContaining('不含宏') })
    let usage = ''
    expect(await importCommand(['--all-or-nothing'], { out: () => {}, err: (text) => void (usage += text) })).toBe(2)
    expect(usage).toContain('lantu import FILE')
  })
})

test('lantu export writes what lantu import takes: nothing changes', async () => {
  const file = join(folder, '导出.xlsx')
  let said = ''
  const io = { out: (text: string) => void (said += text), err: (text: string) => void (said += text) }
  expect(await exportFile(world.installation, { name: 'technology', file, format: 'xlsx', jurisdiction: undefined }, io)).toBe(0)
  expect(said).toMatch(/：\d+ 条/)
  expect(existsSync(file)).toBe(true)

  const answer = { out: '', err: '' }
  const code = await importFile(
    world.installation,
    { ...WANTED, account: 'planner', file },
    { out: (text) => void (answer.out += text), err: (text) => void (answer.err += text) },
  )
  expect([code, answer.err]).toEqual([0, expect.stringContaining('没有可导入的行')])
})
