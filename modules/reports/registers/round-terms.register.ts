import { type RowOf, register } from '#engine/define/register.ts'
import { CLERK, HEAD, ROUND_READERS } from '../rules/rights.ts'

const KEEPERS = { any: [CLERK, HEAD] }

/** When the round of a quarter opens and for how long; the latest that is in force on the quarter's last day holds. */
export const roundTerms = register({
  name: 'round_terms',
  title: { zh: '调度时间', en: 'Days of the rounds' },
  basis: '季度末后第几日起调度、填报几日；未设置的，第五日起、五日内',
  titleField: 'note',
  fields: {
    fromOn: {
      kind: 'day',
      label: { zh: '自何日起', en: 'In force from' },
      required: true,
      note: { zh: '对该日及以后结束的季度有效', en: 'for quarters that end on this day or later' },
    },
    opensAfterDays: {
      kind: 'integer',
      label: { zh: '期末后第几日发起', en: 'Opens so many days after the quarter' },
      required: true,
      least: 1,
      most: 60,
      unit: '日',
    },
    openForDays: { kind: 'integer', label: { zh: '填报天数', en: 'Open for' }, required: true, least: 1, most: 60, unit: '日' },
    note: { kind: 'text', label: { zh: '说明', en: 'Note' }, required: true, longest: 200 },
  },
  initial: 'valid',
  states: { valid: { label: { zh: '有效', en: 'Valid' }, moves: {}, editable: true, tone: 'good' } },
  moves: {},
  access: { read: ROUND_READERS, create: KEEPERS, edit: KEEPERS },
  search: ['note'],
  columns: ['fromOn', 'opensAfterDays', 'openForDays', 'note'],
  sorts: ['fromOn'],
})

export type RoundTermsEntry = RowOf<typeof roundTerms>
