import type { Expression } from '#engine/define/expression.ts'
import { type RowOf, register } from '#engine/define/register.ts'
import { PLAN_READERS, PLANNER } from '../rules/rights.ts'
import { CONFIRMER_NAMES, PERIOD_PATTERN, PERIOD_SAYS } from '../rules/statistic-settings.ts'

/** Whose unit is asked for the value; the planner answers for what nobody else is. */
const ENTERER: Expression = { any: [PLANNER, { ownUnit: 'unit' }] }
/** By the settings of the indicator the division's head, or the leader in charge. */
const CONFIRMER: Expression = {
  any: [
    {
      all: [
        { role: 'division_head' },
        {
          any: [
            { field: 'confirmer', filled: false },
            { field: 'confirmer', is: 'head' },
          ],
        },
      ],
    },
    { all: [{ role: 'leader' }, { field: 'confirmer', is: 'leader' }] },
  ],
}

/**
 * 统计数据: a value of an indicator for an area and a period, as a document published it. A clerk enters it, or the unit that the indicator's
 * settings name is asked for it when the period is over; the head or the leader confirms it, and only then does it stand beside a target.
 * A revised value is an entry of its own with a later day: the one known last holds.
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
      pattern: PERIOD_PATTERN,
      patternSays: PERIOD_SAYS,
    },
    value: {
      kind: 'decimal',
      label: { zh: '数值', en: 'Value' },
      needed: true,
      note: { zh: '按指标的单位填写', en: 'in the unit of the indicator' },
    },
    sourceTitle: { kind: 'text', label: { zh: '来源文件', en: 'Source document' }, needed: true, longest: 300 },
    sourceNo: { kind: 'text', label: { zh: '文号或页码', en: 'Number or page' }, longest: 100 },
    knownOn: {
      kind: 'day',
      label: { zh: '公布日期', en: 'Published on' },
      needed: true,
      note: { zh: '自这一天起可知', en: 'known from this day on' },
    },
    evidence: { kind: 'files', label: { zh: '来源附件', en: 'The source itself' }, most: 5 },
    note: { kind: 'paragraph', label: { zh: '说明', en: 'Note' }, longest: 2000 },
    confirmer: {
      kind: 'choice',
      label: { zh: '确认人', en: 'Confirmed by' },
      codes: CONFIRMER_NAMES,
      note: { zh: '按指标的设置；不填为处长', en: 'as the indicator is set; the head of division when empty' },
    },
    unit: { kind: 'ref', label: { zh: '录入单位', en: 'Entered by' }, to: 'org_unit', system: true },
    dueOn: { kind: 'day', label: { zh: '录入期限', en: 'Due on' }, system: true },
  },
  initial: 'filling',
  states: {
    filling: {
      label: { zh: '待录入', en: 'To be entered' },
      moves: { submit: 'draft', cancel: 'cancelled' },
      editable: true,
      tone: 'waiting',
    },
    draft: { label: { zh: '待确认', en: 'To be confirmed' }, moves: { confirm: 'confirmed', return: 'filling' }, tone: 'waiting' },
    confirmed: { label: { zh: '已确认', en: 'Confirmed' }, moves: { revoke: 'revoked' }, tone: 'good' },
    revoked: { label: { zh: '已撤销', en: 'Revoked' }, moves: {}, tone: 'bad' },
    cancelled: { label: { zh: '无须录入', en: 'Not needed' }, moves: {}, tone: 'bad' },
  },
  moves: {
    submit: {
      label: { zh: '提交确认', en: 'Hand in' },
      next: { zh: '录入统计数据', en: 'Enter the published value' },
      due: { field: 'dueOn' },
      tone: 'main',
    },
    confirm: { label: { zh: '确认', en: 'Confirm' }, next: { zh: '核对来源并确认', en: 'Check the source and confirm' }, tone: 'main' },
    return: { label: { zh: '退回', en: 'Return' }, reason: 'required', tells: 'returned', hears: ENTERER, tone: 'danger' },
    cancel: { label: { zh: '无须录入', en: 'Not needed' }, reason: 'required', tone: 'danger' },
    revoke: { label: { zh: '撤销', en: 'Revoke' }, reason: 'required', tone: 'danger' },
  },
  access: {
    read: PLAN_READERS,
    create: PLANNER,
    edit: ENTERER,
    submit: ENTERER,
    cancel: PLANNER,
    confirm: CONFIRMER,
    return: CONFIRMER,
    revoke: CONFIRMER,
  },
  search: ['sourceTitle'],
  columns: ['indicator', 'period', 'area', 'value', 'sourceTitle', 'knownOn'],
  sorts: ['period', 'knownOn', 'dueOn'],
  likeness: [['indicator', 'area', 'period']],
})

export type Statistic = RowOf<typeof statistic>
