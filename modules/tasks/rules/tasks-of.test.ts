import { expect, test } from 'vitest'
import { actionClassOf } from './action-class.ts'
import { type TaskItem, tasksOf } from './tasks-of.ts'
import { standardName, unitOf } from './unit-names.ts'

const NAMES = {
  aliases: [
    { alias: '省发改委', title: '省发展和改革委员会', fromOn: null, untilOn: null },
    { alias: '省金融局', title: '省地方金融监督管理局', fromOn: '2018-10-01', untilOn: '2024-03-31' },
    { alias: '省科技厅', title: '省科学技术厅', fromOn: null, untilOn: null },
  ],
  units: new Map([['省科技厅', 'u1']]),
  day: '2024-02-29',
}

const item = (itemKind: string, start: number, label: string, more: Partial<TaskItem> = {}): TaskItem => ({
  id: `i${start}`,
  itemKind,
  label,
  quote: label,
  start,
  end: start + label.length,
  level: null,
  clause: null,
  deadline: null,
  detail: null,
  ...more,
})
const heading = (start: number, level: number, label: string) => item('heading', start, label, { level })
const duty = (start: number, lead: readonly string[], support: readonly string[] = [], inheritedSupport: readonly string[] = []) =>
  item('duty', start, '责任', { detail: { lead, support, inheritedSupport, joint: false } })

const tasksIn = (items: readonly TaskItem[]) => tasksOf({ items, issuers: ['省政府办公厅'], toYear: 2026, names: NAMES })

test('each measure below which no heading stands is a task; goals and principles are none', () => {
  const made = tasksIn([
    heading(0, 1, '一、总体要求'),
    heading(10, 2, '（一）基本原则'),
    heading(20, 1, '二、重点任务'),
    heading(30, 2, '（一）集中攻关'),
    heading(40, 3, '1. 编制路线图'),
    heading(60, 3, '2. 加强重点领域标准研制'),
    heading(80, 1, '三、保障措施'),
  ])

  expect(made.map(({ title, under, actionClass }) => [title, under, actionClass])).toEqual([
    ['编制路线图', '二、重点任务 › （一）集中攻关', 'formulate'],
    ['加强重点领域标准研制', '二、重点任务 › （一）集中攻关', 'research'],
    ['保障措施', null, null],
  ])
})

test('a mark closes the measure it stands in, a mark directly under a heading all measures below it', () => {
  const made = tasksIn([
    heading(0, 1, '一、任务'),
    heading(10, 2, '（一）甲'),
    duty(15, ['省教育厅']),
    heading(20, 3, '1. 建设实验室'),
    duty(28, ['省科技厅'], ['省发改委']),
    heading(40, 3, '2. 引进人才'),
  ])

  expect(made.map(({ lead }) => lead.map(({ name }) => name))).toEqual([['省教育厅', '省科技厅'], ['省教育厅']])
  expect(made[0]?.support).toEqual([{ name: '省发改委', title: '省发展和改革委员会', unit: null, origin: 'mark' }])
})

test('each row of a division of tasks is a task, unless it says who does what a heading asks for', () => {
  const row = (start: number, task: string, lead: string, due: string | null = null) =>
    item('duty', start, lead, { detail: { lead: [lead], support: [], inheritedSupport: [], row: { task, due, start, end: start + 9 } } })
  const made = tasksIn([
    heading(0, 1, '一、任务'),
    heading(10, 2, '（一）建设实验室'),
    heading(40, 1, '二、任务分工'),
    row(50, '建设实验室。', '省科技厅'),
    row(60, '引进人才', '省教育厅', '2025年6月底前'),
    row(70, '举办大赛', '省科协'),
  ])

  expect(made.map(({ title, under, dueYear, itemKind, lead }) => [title, under, dueYear, itemKind, lead[0]?.name])).toEqual([
    ['建设实验室', '一、任务', 2026, 'heading', '省科技厅'],
    ['引进人才', '二、任务分工', 2025, 'duty', '省教育厅'],
    ['举办大赛', '二、任务分工', 2026, 'duty', '省科协'],
  ])
})

test('a task is called by the words of its heading, whatever the style of its number', () => {
  const made = tasksIn([
    heading(0, 1, '一、任务'),
    heading(10, 2, '（一）十大工程建设'),
    heading(20, 2, '(2)引进人才'),
    heading(30, 2, '3．三中心一基地布局'),
    heading(40, 2, '（四）指导思想'),
  ])

  expect(made.map(({ title }) => title)).toEqual(['十大工程建设', '引进人才', '三中心一基地布局'])
})

test('who supports the whole document is marked so, and nobody is invented where nobody is named', () => {
  const made = tasksIn([
    heading(0, 1, '一、任务'),
    heading(10, 2, '（一）甲'),
    duty(15, ['省科技厅'], [], ['各市政府', '省科技厅']),
    heading(20, 2, '（二）乙'),
  ])

  expect(made[0]?.support).toEqual([{ name: '各市政府', title: '各市政府', unit: null, origin: 'document' }])
  expect(made[1]).toMatchObject({
    lead: [{ name: '省政府办公厅', origin: 'standard' }],
    support: [],
    note: expect.stringContaining('默认') as string,
  })
})

test('a name stands for the unit that had it on the day of the document, and stays as printed', () => {
  expect(unitOf('省科技厅', 'mark', NAMES)).toEqual({ name: '省科技厅', title: '省科学技术厅', unit: 'u1', origin: 'mark' })
  expect(unitOf('省科学技术厅', 'mark', NAMES).unit).toBe('u1')
  expect(standardName('省金融局', NAMES)).toBe('省地方金融监督管理局')
  expect(standardName('省金融局', { ...NAMES, day: '2025-01-01' })).toBe('省金融局')
})

test('the verb that comes first in a title tells the kind of action', () => {
  expect(['推动开放共享', '加大资金投入', '建立评估机制', '提升服务能级'].map(actionClassOf)).toEqual(['share', 'fund', 'monitor', null])
})
