import { type RowOf, register } from '#engine/define/register.ts'
import { PLAN_READERS, PLANNER } from '../rules/rights.ts'

/** Indicator + value + comparator + deadline + clause. With an indicator it counts itself; nothing is typed that can be counted. */
export const target = register({
  name: 'target',
  title: { zh: '目标', en: 'Targets' },
  basis: '方案原文条款',
  fields: {
    title: { kind: 'text', label: { zh: '指标', en: 'Metric' }, required: true, longest: 300 },
    plan: { kind: 'ref', label: { zh: '方案', en: 'Plan' }, required: true, to: 'plan', system: true },
    document: { kind: 'ref', label: { zh: '文件', en: 'Document' }, required: true, to: 'policy_document', system: true },
    item: { kind: 'ref', label: { zh: '原文条目', en: 'Item' }, required: true, to: 'plan_item', system: true },
    indicator: { kind: 'text', label: { zh: '计数指标', en: 'Indicator' }, longest: 60, system: true },
    low: { kind: 'decimal', label: { zh: '目标值', en: 'Value' } },
    high: { kind: 'decimal', label: { zh: '目标值上限', en: 'Upper value' } },
    unit: { kind: 'text', label: { zh: '单位', en: 'Unit' }, longest: 20 },
    comparator: { kind: 'text', label: { zh: '比较词', en: 'Comparator' }, longest: 30 },
    qualifier: { kind: 'text', label: { zh: '限定词', en: 'Qualifier' }, longest: 30 },
    deadline: { kind: 'text', label: { zh: '截止年', en: 'Deadline' }, longest: 10 },
    period: { kind: 'text', label: { zh: '口径', en: 'Period' }, longest: 20 },
    quote: { kind: 'paragraph', label: { zh: '原文', en: 'Quote' }, required: true, system: true },
    start: { kind: 'integer', label: { zh: '起', en: 'Start' }, required: true, system: true },
    end: { kind: 'integer', label: { zh: '止', en: 'End' }, required: true, system: true },
    clause: { kind: 'text', label: { zh: '条款', en: 'Clause' }, longest: 80, system: true },
    parent: { kind: 'ref', label: { zh: '总目标', en: 'Headline' }, to: 'target', system: true },
    relation: {
      kind: 'choice',
      label: { zh: '与总目标的关系', en: 'Relation to the headline' },
      codes: {
        headline: { zh: '总目标', en: 'Headline' },
        part: { zh: '构成部分', en: 'Part' },
        beside: { zh: '另列', en: 'Beside it' },
        restated: { zh: '重复表述', en: 'Restated' },
        open: { zh: '是否计入待定', en: 'Open whether within' },
      },
    },
    relationWhy: { kind: 'json', label: { zh: '关系依据', en: 'Why this relation' }, system: true },
    part: { kind: 'text', label: { zh: '指标分项', en: 'Part of the indicator' }, longest: 60, system: true },
    strength: {
      kind: 'choice',
      label: { zh: '强度', en: 'Strength' },
      codes: {
        must: { zh: '确保', en: 'Must' },
        reach: { zh: '达到', en: 'Reach' },
        strive: { zh: '力争', en: 'Strive' },
      },
    },
    approximate: { kind: 'check', label: { zh: '约数（左右、约）', en: 'Approximate' } },
    kind: {
      kind: 'choice',
      label: { zh: '数的性质', en: 'Nature of the number' },
      codes: {
        stock: { zh: '存量', en: 'Stock' },
        flow: { zh: '流量', en: 'Flow' },
        cumulative: { zh: '累计', en: 'Cumulative' },
        rate: { zh: '比率', en: 'Rate' },
        rank: { zh: '位次', en: 'Rank' },
        relative: { zh: '与参照相比', en: 'Against a benchmark' },
      },
    },
    scope: { kind: 'text', label: { zh: '范围', en: 'Scope' }, longest: 60 },
    baseline: { kind: 'decimal', label: { zh: '基期值', en: 'Baseline' } },
    nature: {
      kind: 'choice',
      label: { zh: '约束性', en: 'Binding or not' },
      codes: { binding: { zh: '约束性', en: 'Binding' }, anticipatory: { zh: '预期性', en: 'Anticipatory' } },
    },
    direction: {
      kind: 'choice',
      label: { zh: '方向', en: 'Direction' },
      codes: { increase: { zh: '提高', en: 'Increase' }, decrease: { zh: '降低', en: 'Decrease' } },
    },
    benchmark: {
      kind: 'text',
      label: { zh: '参照', en: 'Benchmark' },
      longest: 100,
      note: { zh: '原文以参照代替数值的，如全国平均水平', en: 'what stands in place of a number, such as the national average' },
    },
    jointOf: { kind: 'text', label: { zh: '共同完成', en: 'Reached together' }, longest: 300 },
    fromYear: { kind: 'year', label: { zh: '起算年', en: 'From year' } },
    packKey: { kind: 'text', label: { zh: '方案包内编号', en: 'Key in the pack' }, longest: 80, system: true },
  },
  createVia: ['programmes.confirm-plan', 'programmes.adopt-version', 'programmes.install-pack'],
  initial: 'active',
  states: {
    active: { label: { zh: '执行中', en: 'Active' }, moves: { takeOut: 'leftOut' }, editable: true, tone: 'good' },
    leftOut: { label: { zh: '已移出', en: 'Taken out' }, moves: {}, tone: 'bad' },
  },
  moves: { takeOut: { label: { zh: '移出方案', en: 'Take out of the plan' }, reason: 'required', tone: 'danger' } },
  access: { read: PLAN_READERS, create: PLANNER, edit: PLANNER, takeOut: PLANNER },
  search: ['title'],
  columns: ['title', 'low', 'unit', 'deadline', 'indicator', 'document'],
})

export type Target = RowOf<typeof target>
