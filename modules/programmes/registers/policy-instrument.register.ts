import { type RowOf, register } from '#engine/define/register.ts'
import { INSTRUMENT_NAMES } from '#policy-text/index.ts'
import { PROPOSAL_COURSE } from './proposal-course.ts'

// A sub-table has no column for decimals.
const NUMBER = {
  longest: 20,
  pattern: '^-?\\d+(\\.\\d+)?$',
  patternSays: { zh: '应为数字，如 2000 或 12.5', en: 'a number, such as 2000 or 12.5' },
} as const

const AMOUNT_COLUMNS = {
  role: {
    kind: 'choice',
    label: { zh: '性质', en: 'What it is' },
    codes: {
      condition: { zh: '条件', en: 'Condition' },
      rate: { zh: '比例', en: 'Rate' },
      ceiling: { zh: '上限', en: 'Ceiling' },
      amount: { zh: '金额', en: 'Amount' },
      duration: { zh: '期限', en: 'Duration' },
    },
  },
  low: { kind: 'text', label: { zh: '数值', en: 'Value' }, needed: true, ...NUMBER },
  high: { kind: 'text', label: { zh: '至', en: 'Up to' }, ...NUMBER },
  unit: { kind: 'text', label: { zh: '单位', en: 'Unit' }, longest: 20 },
  of: { kind: 'text', label: { zh: '所指', en: 'Of what' }, longest: 60 },
} as const

/** 支持政策: who gets what on which conditions, as the reader drafted it from a plan. A draft until a person has checked it; nothing is paid by it. */
export const policyInstrument = register({
  name: 'policy_instrument',
  title: { zh: '支持政策', en: 'Policy instruments' },
  basis: '方案原文中的补助、奖励、贴息、券、税收、风险补偿、减免条款',
  fields: {
    title: { kind: 'text', label: { zh: '名称', en: 'Name' }, required: true, longest: 300 },
    kind: {
      kind: 'choice',
      label: { zh: '种类', en: 'Kind' },
      required: true,
      codes: INSTRUMENT_NAMES,
    },
    recipient: { kind: 'text', label: { zh: '对象', en: 'Who gets it' }, longest: 100 },
    conditions: { kind: 'rows', label: { zh: '条件', en: 'Conditions' }, columns: AMOUNT_COLUMNS },
    benefits: { kind: 'rows', label: { zh: '支持', en: 'Benefits' }, columns: AMOUNT_COLUMNS },
    per: { kind: 'text', label: { zh: '口径', en: 'Counted' }, longest: 200 },
    note: { kind: 'paragraph', label: { zh: '说明', en: 'Note' }, longest: 2000 },
    plan: { kind: 'ref', label: { zh: '方案', en: 'Plan' }, required: true, to: 'plan', system: true },
    document: { kind: 'ref', label: { zh: '文件', en: 'Document' }, required: true, to: 'policy_document', system: true },
    clause: { kind: 'text', label: { zh: '条款', en: 'Clause' }, longest: 80, system: true },
    start: { kind: 'integer', label: { zh: '起', en: 'Start' }, required: true, system: true },
    end: { kind: 'integer', label: { zh: '止', en: 'End' }, required: true, system: true },
    packKey: { kind: 'text', label: { zh: '方案包内编号', en: 'Key in the pack' }, longest: 80, system: true },
  },
  ...PROPOSAL_COURSE,
  search: ['title', 'recipient'],
  columns: ['title', 'kind', 'recipient', 'document'],
})

export type PolicyInstrument = RowOf<typeof policyInstrument>
