import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { calendarView, noticeDays } from '#contract/calendar.ts'
import { command, execute } from '#engine/store/command.ts'
import { calendarFor, remarksOn } from '#modules/selection/index.ts'
import { ROOT } from '#tests/support/test-jurisdiction.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

interface Table {
  readonly year: number
  readonly basis: string
  readonly rows: readonly { readonly day: string; readonly type: string; readonly name: string }[]
}

let world: World
let tables: readonly Table[]
beforeAll(async () => {
  world = await openWorld()
  tables = JSON.parse(await readFile(join(ROOT, 'packs/sample/holidays.json'), 'utf8')) as Table[]
})
afterAll(() => world?.close())

test('without a table a notice counts weekends only, and says so', async () => {
  expect(await daysOf('2026-09-28', '2026-10-08')).toEqual({
    workingDays: 9,
    least: 5,
    remarks: [
      {
        zh: '2026 年节假日安排尚未导入，仅扣除周末',
        en: 'the holidays of 2026 have not been imported; only weekends are taken off',
      },
    ],
  })
})

test('the tables that ship are taken as they are; National Day and its working weekend then count', async () => {
  for (const table of tables) await must(world.give('admin', 'selection.import-calendar', table))

  expect(await daysOf('2026-09-28', '2026-10-08')).toMatchObject({ workingDays: 4, remarks: [] })
  expect(await daysOf('2026-09-30', '2026-10-10')).toMatchObject({ workingDays: 4 })
  expect(calendarView.parse(await world.ask('suzhou', 'selection.calendar', {})).years.map(({ year }) => year)).toEqual([2026, 2025, 2024])
})

test('a holiday table that ends: a notice into the next year names that year', async () => {
  expect((await daysOf('2026-12-28', '2027-01-04')).remarks.map(({ zh }) => zh)).toEqual(['2027 年节假日安排尚未导入，仅扣除周末'])

  const asked = command({
    name: 'test.calendar',
    label: { zh: '测试', en: 'Test' },
    input: z.object({}),
    right: { always: true },
    run: async (call) => remarksOn(await calendarFor(call, '2026-12-28', '2027-01-04')),
  })
  expect(await must(execute(world.store, asked, { actor: world.as('planner'), request: 'test' }, {}))).toHaveLength(1)
})

test('a table imported again replaces the first; the first stays in the books', async () => {
  const again = { year: 2026, basis: '更正通知', rows: [{ day: '2026-10-01', type: '休', name: '国庆节' }] }

  expect(await must(world.give('planner', 'selection.import-calendar', again))).toMatchObject({ days: 1, replaced: tables[2]!.rows.length })

  expect(await daysOf('2026-09-28', '2026-10-08')).toMatchObject({ workingDays: 8 })
  const [kept] = await world.sql(`select count(*)::int as count from {{schema}}.holiday where state = 'replaced'`)
  expect(kept).toEqual({ count: tables[2]!.rows.length })
})

test('a table with faults is refused whole, every fault with its line', async () => {
  const rows = [
    { day: '2027-02-30', type: 'off', name: '春节' },
    { day: '2027-02-06', type: 'off', name: '春节' },
    { day: '2027-02-06', type: 'work', name: '' },
    { day: '2026-10-01', type: 'off', name: '国庆节' },
    { day: '2027-02-05', type: '班', name: '春节' },
  ]

  const refusal = await refused(world.give('planner', 'selection.import-calendar', { year: 2027, basis: '测试', rows }))

  expect(refusal).toMatchObject({ code: 'calendar.table', words: { zh: '2027 年的日期表有 6 处错误，请逐行改正后再导入' } })
  expect(refusal.faults!.map(({ message }) => message.zh)).toEqual([
    '第 1 行：“2027-02-30”不是日期，应如 2027-10-01',
    '第 3 行：类型“work”应为“放假”或“调休上班”',
    '第 3 行：缺名称',
    '第 3 行：2027-02-06 前面已有',
    '第 4 行：2026-10-01 不在 2027 年',
    '第 5 行：2027-02-05 不是周末，无须调休上班',
  ])
  expect((await refused(world.give('suzhou', 'selection.import-calendar', tables[0]!))).code).toBe('command.no-right')
})

async function daysOf(from: string, to: string) {
  return noticeDays.parse(await world.ask('planner', 'selection.notice-days', { from, to }))
}
