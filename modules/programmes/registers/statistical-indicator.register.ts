import { type RowOf, register } from '#engine/define/register.ts'
import { PLAN_READERS, PLANNER } from '../rules/rights.ts'

/** A figure that statistics publish, so that no register of the business counts it: R&D intensity, contract value. */
export const statisticalIndicator = register({
  name: 'statistical_indicator',
  title: { zh: '统计指标', en: 'Statistical indicators' },
  basis: '方案目标中由统计或主管部门公布、不由台账计数的指标',
  fields: {
    code: { kind: 'text', code: true, label: { zh: '代码', en: 'Code' }, required: true, longest: 60, pattern: '^[a-z][a-z0-9_]*$' },
    title: { kind: 'text', label: { zh: '名称', en: 'Name' }, required: true, longest: 300 },
    titleEn: { kind: 'text', label: { zh: '英文名称', en: 'Name in English' }, longest: 300 },
    unit: { kind: 'text', label: { zh: '单位', en: 'Unit' }, longest: 20 },
    meaning: {
      kind: 'paragraph',
      label: { zh: '口径', en: 'Meaning' },
      longest: 2000,
      note: { zh: '怎样统计、由谁公布、多久一次', en: 'how it is compiled, who publishes it, how often' },
    },
    untilOn: { kind: 'day', label: { zh: '停用日期', en: 'No longer used from' } },
  },
  initial: 'valid',
  states: { valid: { label: { zh: '有效', en: 'Valid' }, moves: {}, editable: true, tone: 'good' } },
  moves: {},
  access: { read: PLAN_READERS, create: PLANNER, edit: PLANNER },
  search: ['title'],
  columns: ['title', 'code', 'unit'],
})

export type StatisticalIndicator = RowOf<typeof statisticalIndicator>
