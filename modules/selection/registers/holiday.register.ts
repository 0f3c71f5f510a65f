import { type RowOf, register } from '#engine/define/register.ts'

const KEEPERS = { any: [{ role: 'planner' }, { role: 'division_head' }, { role: 'administrator' }] }

/** Days off and working weekends of a year, as a published table gives them; a table imported again replaces the earlier one. */
export const holiday = register({
  name: 'holiday',
  title: { zh: '节假日安排', en: 'Holidays' },
  basis: '国务院办公厅每年公布的部分节假日安排',
  fields: {
    title: { kind: 'text', label: { zh: '名称', en: 'Name' }, required: true, longest: 40 },
    day: { kind: 'day', label: { zh: '日期', en: 'Day' }, required: true },
    dayType: {
      kind: 'choice',
      label: { zh: '类型', en: 'Type' },
      required: true,
      codes: { off: { zh: '放假', en: 'Day off' }, working_weekend: { zh: '调休上班', en: 'Working weekend' } },
    },
    year: { kind: 'year', label: { zh: '年度', en: 'Year' }, required: true, least: 1949, most: 2199 },
    basis: { kind: 'text', label: { zh: '依据', en: 'Basis' }, required: true, longest: 200 },
  },
  createVia: ['selection.import-calendar'],
  initial: 'valid',
  states: {
    valid: { label: { zh: '有效', en: 'Valid' }, moves: { replace: 'replaced' }, tone: 'good' },
    replaced: { label: { zh: '已替换', en: 'Replaced' }, moves: {}, tone: 'bad' },
  },
  moves: { replace: { label: { zh: '替换', en: 'Replace' }, via: ['selection.import-calendar'] } },
  access: { read: { always: true }, create: KEEPERS, replace: KEEPERS },
  search: ['title', 'basis'],
  columns: ['day', 'title', 'dayType', 'year', 'basis'],
  sorts: ['day'],
})

export type Holiday = RowOf<typeof holiday>
