import { type RowOf, register } from '#engine/define/register.ts'
import { CLERK, ROUND_READERS } from '../rules/rights.ts'

/** 调度: once a quarter every city and zone looks at its counted figures, writes four texts and has them confirmed by its leader. */
export const dispatchRound = register({
  name: 'dispatch_round',
  title: { zh: '季度调度', en: 'Dispatch rounds' },
  basis: '季度末后第五日起调度，各地填报进展、问题、建议、下步打算，负责人确认',
  fields: {
    title: { kind: 'text', label: { zh: '名称', en: 'Title' }, required: true, longest: 120, system: true },
    period: { kind: 'text', label: { zh: '统计期', en: 'Period' }, required: true, longest: 12, system: true },
    asOf: { kind: 'day', label: { zh: '数据截止日', en: 'As of' }, required: true, system: true },
    dueOn: { kind: 'day', label: { zh: '填报截止', en: 'Due on' }, required: true, system: true },
  },
  createVia: ['reports.open-round'],
  initial: 'open',
  states: {
    open: { label: { zh: '填报中', en: 'Open' }, moves: { close: 'closed' }, tone: 'waiting' },
    closed: { label: { zh: '已截止', en: 'Closed' }, moves: {}, tone: 'good' },
  },
  moves: { close: { label: { zh: '截止', en: 'Close' }, via: ['reports.close-round'], next: true, due: { field: 'dueOn' } } },
  access: { read: ROUND_READERS, create: CLERK, close: CLERK },
  search: ['title'],
  columns: ['title', 'period', 'asOf', 'dueOn'],
  sorts: ['period'],
})

export type DispatchRound = RowOf<typeof dispatchRound>
