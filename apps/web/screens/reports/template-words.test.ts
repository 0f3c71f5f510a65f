import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ReportTemplate, TemplateRun } from '#contract/report-template.ts'
import { hasUnknown, readRuns, readTitle, typedRuns, typedTitle } from './template-words.ts'

const FIGURES = [
  { code: 'technology_breakthroughs', title: '突破前沿技术', measures: [] },
  { code: 'standards_made', title: '研制标准规范', measures: [] },
]

test('a paragraph is typed with figures by name, and read again', () => {
  const runs: readonly TemplateRun[] = [
    { say: 'period' },
    '净增',
    { figure: 'technology_breakthroughs', period: 'quarter', as: 'value' },
    '项，完成',
    { figure: 'standards_made', period: 'total', as: 'share', area: '320500' },
  ]
  const typed = '{统计期}净增{突破前沿技术 本期}项，完成{研制标准规范 完成率 地区=320500}'

  expect(typedRuns(runs, FIGURES)).toBe(typed)
  expect(readRuns(typed, FIGURES)).toEqual({ runs, unknown: [] })
})

test('titles say the period in words', () => {
  expect(typedTitle('{period}进展（截至{asOf}）')).toBe('{统计期}进展（截至{截至日}）')
  expect(readTitle('{统计期}进展（截至{截至日}）')).toBe('{period}进展（截至{asOf}）')
})

test('a figure that no longer exists keeps its code, and a name that means nothing is told', () => {
  expect(typedRuns([{ figure: 'gone', period: 'total', as: 'value' }], FIGURES)).toBe('{gone}')
  expect(readRuns('共{突破前沿科技}项{研制标准规范 去年}', FIGURES).unknown).toEqual(['{突破前沿科技}', '{研制标准规范 去年}'])
  expect(hasUnknown([{ is: 'text', runs: readRuns('共{突破前沿科技}项', FIGURES).runs }])).toBe(true)
  expect(hasUnknown([{ is: 'text', runs: readRuns('共{突破前沿技术}项', FIGURES).runs }])).toBe(false)
})

test('every paragraph of the shipped templates comes back as it was', () => {
  const templates = JSON.parse(readFileSync('packs/jiangsu-5x100/reports.json', 'utf8')) as readonly ReportTemplate[]
  const paragraphs = templates.flatMap(({ blocks }) => blocks.flatMap((block) => (block.is === 'text' ? [block.runs] : [])))
  const spelt = (runs: readonly TemplateRun[]) =>
    runs.map((run) => (typeof run === 'object' && 'figure' in run ? { ...run, period: run.period ?? 'total', as: run.as ?? 'value' } : run))
  const joined = (runs: readonly TemplateRun[]) =>
    runs.reduce<readonly TemplateRun[]>((all, run) => {
      const last = all.at(-1)
      return typeof last === 'string' && typeof run === 'string' ? [...all.slice(0, -1), last + run] : [...all, run]
    }, [])

  expect(paragraphs.length).toBeGreaterThan(5)
  for (const runs of paragraphs) expect(readRuns(typedRuns(runs, FIGURES), FIGURES).runs).toEqual(joined(spelt(runs)))
})
