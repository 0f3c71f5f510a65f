import { type RowOf, register } from '#engine/define/register.ts'
import { PLAN_READERS, PLANNER } from '../rules/rights.ts'

const HEAD = { role: 'division_head' }

/**
 * 统计数据: a value of an indicator for an area and a period, as a document published it. A clerk enters it, the head confirms it; only
 * then does it stand beside a target. A revised value is an entry of its own with a later day: the one known last holds.
 */
export const statistic = register({
  name: 'statistic',
  title: { zh: '统计数据', en: 'Statistics' },
  basis: '统计公报、年鉴、主管部门公布的数据，逐条注明来源和公布日期',
  titleField: 'period',
  area: 'area',
  fields: {
    indicator: { kind: 'ref', label: { zh: '指标', en: 'Indicator' }, required: true, to: 'statistical_indicator' },
    area: { kind: 'area', label: { zh: '地区', en: 'Area' }, required: true },
    period: {
      kind: 'text',
      label: { zh: '统计期', en: 'Period' },
      required: true,
      longest: 7,
      pattern: '^\\d{4}(H[12]|Q[1-4]|-(0[1-9]|1[0-2]))?$',
      patternSays: { zh: '应为 2025、2025H1、2025Q3 或 2025-09', en: 'use 2025, 2025H1, 2025Q3 or 2025-09' },
    },
    value: {
      kind: 'decimal',
      label: { zh: '数值', en: 'Value' },
      required: true,
      note: { zh: '按指标的单位填写', en: 'in the unit of the indicator' },
    },
    sourceTitle: { kind: 'text', label: { zh: '来源文件', en: 'Source document' }, required: true, longest: 300 },
    sourceNo: { kind: 'text', label: { zh: '文号或页码', en: 'Number or page' }, longest: 100 },
    knownOn: {
      kind: 'day',
      label: { zh: '公布日期', en: 'Published on' },
      required: true,
      note: { zh: '自这一天起可知', en: 'known from this day on' },
    },
    evidence: { kind: 'files', label: { zh: '来源附件', en: 'The source itself' }, most: 5 },
    note: { kind: 'paragraph', label: { zh: '说明', en: 'Note' }, longest: 2000 },
  },
  initial: 'draft',
  states: {
    draft: { label: { zh: '待确认', en: 'To be confirmed' }, moves: { confirm: 'confirmed' }, editable: true, tone: 'waiting' },
    confirmed: { label: { zh: '已确认', en: 'Confirmed' }, moves: { revoke: 'revoked' }, tone: 'good' },
    revoked: { label: { zh: '已撤销', en: 'Revoked' }, moves: {}, tone: 'bad' },
  },
  moves: {
    confirm: { label: { zh: '确认', en: 'Confirm' }, next: { zh: '核对来源并确认', en: 'Check the source and confirm' }, tone: 'main' },
    revoke: { label: { zh: '撤销', en: 'Revoke' }, reason: 'required', tone: 'danger' },
  },
  access: { read: PLAN_READERS, create: PLANNER, edit: PLANNER, confirm: HEAD, revoke: HEAD },
  search: ['sourceTitle'],
  columns: ['indicator', 'period', 'area', 'value', 'sourceTitle', 'knownOn'],
  sorts: ['period', 'knownOn'],
  likeness: [['indicator', 'area', 'period']],
})

export type Statistic = RowOf<typeof statistic>
