import { type RowOf, register } from '#engine/define/register.ts'
import { PLAN_READERS, PLANNER } from '../rules/rights.ts'

/** What the reader found in a document: a heading, a target, a duty, a list to be kept; each tied to its exact words. */
export const planItem = register({
  name: 'plan_item',
  title: { zh: '方案条目', en: 'Plan items' },
  basis: '读取自政策文件,人工核对',
  titleField: 'label',
  fields: {
    document: { kind: 'ref', label: { zh: '文件', en: 'Document' }, required: true, to: 'policy_document' },
    itemKind: {
      kind: 'choice',
      label: { zh: '类别', en: 'Kind' },
      required: true,
      codes: {
        heading: { zh: '标题', en: 'Heading' },
        target: { zh: '目标', en: 'Target' },
        duty: { zh: '责任', en: 'Duty' },
        list: { zh: '清单', en: 'List' },
      },
    },
    label: { kind: 'text', label: { zh: '名称', en: 'Name' }, required: true, longest: 300 },
    quote: { kind: 'paragraph', label: { zh: '原文', en: 'Quote' }, required: true },
    start: { kind: 'integer', label: { zh: '起', en: 'Start' }, required: true, least: 0 },
    end: { kind: 'integer', label: { zh: '止', en: 'End' }, required: true, least: 0 },
    clause: { kind: 'text', label: { zh: '条款', en: 'Clause' }, longest: 80 },
    level: { kind: 'integer', label: { zh: '层级', en: 'Level' } },
    low: { kind: 'decimal', label: { zh: '目标值', en: 'Value' } },
    high: { kind: 'decimal', label: { zh: '目标值上限', en: 'Upper value' } },
    unit: { kind: 'text', label: { zh: '单位', en: 'Unit' }, longest: 20 },
    comparator: { kind: 'text', label: { zh: '比较词', en: 'Comparator' }, longest: 30 },
    qualifier: { kind: 'text', label: { zh: '限定词', en: 'Qualifier' }, longest: 30 },
    deadline: { kind: 'text', label: { zh: '截止年', en: 'Deadline' }, longest: 10, pattern: '^\\d{4}$' },
    deadlineInherited: { kind: 'check', label: { zh: '截止年承上文', en: 'Deadline inherited' } },
    period: { kind: 'text', label: { zh: '口径', en: 'Period' }, longest: 20 },
    parentQuote: { kind: 'paragraph', label: { zh: '所在标题', en: 'Under' } },
    confidence: { kind: 'decimal', label: { zh: '把握', en: 'Confidence' } },
    why: { kind: 'json', label: { zh: '依据', en: 'Why' } },
    indicator: { kind: 'text', label: { zh: '计数指标', en: 'Indicator' }, longest: 60 },
    indicatorWhy: { kind: 'json', label: { zh: '匹配理由', en: 'Why this indicator' } },
    detail: { kind: 'json', label: { zh: '读取结果', en: 'As read' }, system: true },
  },
  createVia: ['plans.read', 'programmes.install-pack'],
  initial: 'found',
  states: {
    found: {
      label: { zh: '待核对', en: 'To be checked' },
      moves: { remove: 'removed', confirm: 'confirmed' },
      editable: true,
      tone: 'waiting',
    },
    removed: { label: { zh: '已剔除', en: 'Removed' }, moves: { restore: 'found', confirm: 'leftOut' }, tone: 'bad' },
    leftOut: { label: { zh: '未采用', en: 'Left out' }, moves: {}, tone: 'bad' },
    confirmed: { label: { zh: '已确认', en: 'Confirmed' }, moves: {}, tone: 'good' },
  },
  moves: {
    remove: { label: { zh: '剔除', en: 'Remove' }, reason: 'optional', tone: 'danger' },
    restore: { label: { zh: '恢复', en: 'Restore' } },
    confirm: { label: { zh: '确认', en: 'Confirm' }, via: ['programmes.confirm-plan', 'programmes.install-pack'] },
  },
  access: { read: PLAN_READERS, create: PLANNER, edit: PLANNER, remove: PLANNER, restore: PLANNER, confirm: PLANNER },
  checks: [
    {
      that: { any: [{ not: { field: 'itemKind', is: 'target' } }, { field: 'low', filled: true }, { field: 'high', filled: false }] },
      otherwise: { zh: '填了上限须同时填下限', en: 'an upper value needs a lower one' },
      field: 'low',
    },
  ],
  search: ['label'],
  columns: ['label', 'itemKind', 'low', 'unit', 'deadline'],
})

export type PlanItem = RowOf<typeof planItem>
