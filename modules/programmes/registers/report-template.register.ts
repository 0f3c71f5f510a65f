import { type RowOf, register } from '#engine/define/register.ts'
import { PLAN_READERS, PLANNER } from '../rules/rights.ts'

/** What a periodic report is made of: headings, words with figures by reference, tables, charts, lists. A pack brings it. */
export const reportTemplateRegister = register({
  name: 'report_template',
  title: { zh: '报告模板', en: 'Report templates' },
  basis: '季度调度、通报、专报的通行做法；版式按 GB/T 9704-2012',
  fields: {
    code: { kind: 'text', label: { zh: '编码', en: 'Code' }, required: true, longest: 60, system: true },
    title: { kind: 'text', label: { zh: '名称', en: 'Title' }, required: true, longest: 120, system: true },
    body: { kind: 'json', label: { zh: '内容', en: 'Content' }, required: true, system: true },
  },
  createVia: ['programmes.install-pack', 'programmes.keep-template'],
  initial: 'active',
  states: { active: { label: { zh: '使用中', en: 'In use' }, moves: {}, editable: true, tone: 'good' } },
  moves: {},
  access: { read: PLAN_READERS, create: PLANNER, edit: PLANNER },
  columns: ['title', 'code'],
})

export type ReportTemplateEntry = RowOf<typeof reportTemplateRegister>
