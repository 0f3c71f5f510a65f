import { type RowOf, register } from '#engine/define/register.ts'
import { CLERK, LOCAL_CLERK, LOCAL_LEADER, RETURN_READERS } from '../rules/rights.ts'

/** What one city or zone says in a round: counted figures that nobody types, and four texts. */
export const dispatchReturn = register({
  name: 'dispatch_return',
  title: { zh: '调度填报', en: 'Dispatch returns' },
  basis: '谁填报谁负责：经办填报，负责人确认后锁定，更正须说明理由后解锁',
  fields: {
    title: { kind: 'text', label: { zh: '名称', en: 'Title' }, required: true, longest: 120, system: true },
    round: { kind: 'ref', label: { zh: '调度', en: 'Round' }, required: true, to: 'dispatch_round', system: true },
    area: { kind: 'area', label: { zh: '地区', en: 'Area' }, required: true, system: true },
    figures: { kind: 'json', label: { zh: '系统计数', en: 'Counted figures' }, required: true, system: true },
    progress: { kind: 'paragraph', label: { zh: '工作进展', en: 'Progress' }, needed: true, longest: 3000 },
    problems: {
      kind: 'paragraph',
      label: { zh: '存在问题', en: 'Problems' },
      needed: true,
      longest: 2000,
      note: { zh: '没有的写“无”', en: 'write “none” where there are none' },
    },
    suggestions: { kind: 'paragraph', label: { zh: '意见建议', en: 'Suggestions' }, needed: true, longest: 2000 },
    nextSteps: { kind: 'paragraph', label: { zh: '下步打算', en: 'Next steps' }, needed: true, longest: 2000 },
  },
  area: 'area',
  under: 'round',
  createVia: ['reports.open-round'],
  initial: 'filling',
  states: {
    filling: { label: { zh: '填报中', en: 'Filling in' }, moves: { handIn: 'handedIn', miss: 'missed' }, editable: true, tone: 'waiting' },
    handedIn: {
      label: { zh: '待负责人确认', en: 'With the leader' },
      moves: { confirm: 'confirmed', return: 'filling', miss: 'missed' },
      tone: 'waiting',
    },
    confirmed: { label: { zh: '已确认', en: 'Confirmed' }, moves: { unlock: 'filling' }, tone: 'good' },
    missed: { label: { zh: '逾期未确认', en: 'Not confirmed' }, moves: { reopen: 'filling' }, tone: 'bad' },
  },
  moves: {
    handIn: {
      label: { zh: '报负责人确认', en: 'Hand in' },
      next: { zh: '核对数据，填写四项文字', en: 'Check the figures, write the four texts' },
      due: { field: 'dueOn', ref: 'round' },
      tone: 'main',
    },
    return: { label: { zh: '退回修改', en: 'Send back' }, reason: 'required', tone: 'danger' },
    confirm: {
      label: { zh: '确认并锁定', en: 'Confirm and lock' },
      next: { zh: '确认调度填报', en: 'Confirm the return' },
      due: { field: 'dueOn', ref: 'round' },
      tone: 'main',
    },
    unlock: { label: { zh: '解锁更正', en: 'Unlock' }, reason: 'required' },
    miss: { label: { zh: '逾期', en: 'Overdue' }, via: ['reports.close-round'] },
    reopen: { label: { zh: '准予补报', en: 'Reopen' }, reason: 'required' },
  },
  access: {
    read: RETURN_READERS,
    create: CLERK,
    edit: { any: [LOCAL_CLERK, LOCAL_LEADER] },
    handIn: { any: [LOCAL_CLERK, LOCAL_LEADER] },
    return: LOCAL_LEADER,
    confirm: LOCAL_LEADER,
    unlock: { any: [CLERK, LOCAL_LEADER] },
    miss: CLERK,
    reopen: CLERK,
  },
  search: ['title'],
  columns: ['title', 'round', 'area'],
})

export type DispatchReturn = RowOf<typeof dispatchReturn>
