import { type RowOf, register } from '#engine/define/register.ts'
import { PLAN_READERS, PLANNER } from '../rules/rights.ts'
import { ACCRUAL_NAMES, CONFIRMER_NAMES, FREQUENCY_NAMES, PERIOD_PATTERN, PERIOD_SAYS } from '../rules/statistic-settings.ts'

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
    publisher: {
      kind: 'text',
      label: { zh: '数据来源', en: 'Published by' },
      longest: 120,
      note: { zh: '公布单位和公布的文件，如“省统计局《科技统计公报》”', en: 'who publishes it, and in which paper' },
    },
    frequency: {
      kind: 'choice',
      label: { zh: '公布频次', en: 'How often' },
      codes: FREQUENCY_NAMES,
      note: { zh: '填写后，每期结束由系统列入录入单位的待办', en: 'once it is given, every period is asked for when it is over' },
    },
    dueDays: {
      kind: 'integer',
      label: { zh: '期后录入期限', en: 'To be entered within' },
      least: 1,
      most: 365,
      unit: '天',
      note: { zh: '每期结束后多少天内录入；不填为 60 天', en: 'days after the period; 60 when empty' },
    },
    accrual: {
      kind: 'choice',
      label: { zh: '累计方式', en: 'How it accrues' },
      codes: ACCRUAL_NAMES,
      note: {
        zh: '不满一年的数值据此与年度目标比较；不填为时点值或比率',
        en: 'how a value of part of a year is held against a target of a year',
      },
    },
    decimals: {
      kind: 'integer',
      label: { zh: '保留小数', en: 'Decimals' },
      least: 0,
      most: 6,
      unit: '位',
      note: { zh: '显示时四舍五入；不填按公布的显示', en: 'rounded when it is shown; as published when empty' },
    },
    baselinePeriod: {
      kind: 'text',
      label: { zh: '基期', en: 'Baseline period' },
      longest: 7,
      pattern: PERIOD_PATTERN,
      patternSays: PERIOD_SAYS,
      note: { zh: '以该期公布值为起点判断进度；不填用目标自带的基期值', en: 'its published value is where the pace begins' },
    },
    onTrackPercent: {
      kind: 'integer',
      label: { zh: '正常线', en: 'On track from' },
      least: 1,
      most: 200,
      unit: '%',
      note: { zh: '达到应有进度的多少为正常；不填为 100', en: 'of the pace; 100 when empty' },
    },
    atRiskPercent: {
      kind: 'integer',
      label: { zh: '滞后线', en: 'Behind below' },
      least: 1,
      most: 200,
      unit: '%',
      note: { zh: '低于应有进度的多少为滞后；不填为 80', en: 'of the pace; 80 when empty' },
    },
    enteredBy: {
      kind: 'ref',
      label: { zh: '录入单位', en: 'Entered by' },
      to: 'org_unit',
      note: { zh: '不填由科技主管部门经办录入', en: 'the planner’s division when empty' },
    },
    confirmedBy: { kind: 'choice', label: { zh: '确认人', en: 'Confirmed by' }, codes: CONFIRMER_NAMES },
    untilOn: { kind: 'day', label: { zh: '停用日期', en: 'No longer used from' } },
  },
  initial: 'valid',
  states: { valid: { label: { zh: '有效', en: 'Valid' }, moves: {}, editable: true, tone: 'good' } },
  moves: {},
  access: { read: PLAN_READERS, create: PLANNER, edit: PLANNER },
  search: ['title'],
  columns: ['title', 'code', 'unit', 'publisher', 'frequency', 'enteredBy'],
})

export type StatisticalIndicator = RowOf<typeof statisticalIndicator>
