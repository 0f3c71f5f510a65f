import { type RowOf, register } from '#engine/define/register.ts'
import { PLAN_READERS, PLANNER } from '../rules/rights.ts'

/** Indicator + value + comparator + deadline + clause. With an indicator it counts itself; nothing is typed that can be counted. */
export const target = register({
  name: 'target',
  title: { zh: '目标', en: 'Targets' },
  basis: '方案原文条款',
  fields: {
    title: { kind: 'text', label: { zh: '指标', en: 'Metric' }, required: true, longest: 300 },
    plan: { kind: 'ref', label: { zh: '方案', en: 'Plan' }, required: true, to: 'plan' },
    document: { kind: 'ref', label: { zh: '文件', en: 'Document' }, required: true, to: 'policy_document' },
    item: { kind: 'ref', label: { zh: '原文条目', en: 'Item' }, required: true, to: 'plan_item' },
    indicator: { kind: 'text', label: { zh: '计数指标', en: 'Indicator' }, longest: 60 },
    low: { kind: 'decimal', label: { zh: '目标值', en: 'Value' } },
    high: { kind: 'decimal', label: { zh: '目标值上限', en: 'Upper value' } },
    unit: { kind: 'text', label: { zh: '单位', en: 'Unit' }, longest: 20 },
    comparator: { kind: 'text', label: { zh: '比较词', en: 'Comparator' }, longest: 30 },
    qualifier: { kind: 'text', label: { zh: '限定词', en: 'Qualifier' }, longest: 30 },
    deadline: { kind: 'text', label: { zh: '截止年', en: 'Deadline' }, longest: 10 },
    period: { kind: 'text', label: { zh: '口径', en: 'Period' }, longest: 20 },
    quote: { kind: 'paragraph', label: { zh: '原文', en: 'Quote' }, required: true },
    start: { kind: 'integer', label: { zh: '起', en: 'Start' }, required: true },
    end: { kind: 'integer', label: { zh: '止', en: 'End' }, required: true },
    clause: { kind: 'text', label: { zh: '条款', en: 'Clause' }, longest: 80 },
  },
  createVia: ['programmes.confirm-plan'],
  initial: 'active',
  states: { active: { label: { zh: '执行中', en: 'Active' }, moves: {}, tone: 'good' } },
  moves: {},
  access: { read: PLAN_READERS, create: PLANNER },
  search: ['title'],
  columns: ['title', 'low', 'unit', 'deadline', 'indicator', 'document'],
})

export type Target = RowOf<typeof target>
