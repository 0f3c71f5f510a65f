import { type RowOf, register } from '#engine/define/register.ts'
import { PROVINCE } from '../rules/rights.ts'

/** What somebody says against an entry while it is on public notice, and what became of it. */
export const objection = register({
  name: 'objection',
  title: { zh: '异议', en: 'Objections' },
  basis: '公示期内接受异议并在公布前处理完毕的通行程序',
  fields: {
    title: { kind: 'text', label: { zh: '被异议条目', en: 'Entry' }, required: true },
    batch: { kind: 'ref', label: { zh: '批次', en: 'Batch' }, required: true, to: 'batch' },
    register: { kind: 'text', label: { zh: '台账', en: 'Register' }, required: true, longest: 40 },
    entry: { kind: 'text', label: { zh: '条目', en: 'Entry id' }, required: true, longest: 36 },
    from: { kind: 'text', label: { zh: '异议人', en: 'From' }, required: true, longest: 100 },
    content: { kind: 'paragraph', label: { zh: '异议内容', en: 'Content' }, required: true },
    receivedOn: { kind: 'day', label: { zh: '收到日期', en: 'Received on' }, required: true },
    papers: { kind: 'files', label: { zh: '异议材料', en: 'Papers' }, most: 10 },
    conclusion: { kind: 'paragraph', label: { zh: '处理结论', en: 'Conclusion' }, system: true },
  },
  under: 'batch',
  createVia: ['selection.raise-objection'],
  initial: 'received',
  states: {
    received: { label: { zh: '处理中', en: 'Received' }, moves: { uphold: 'upheld', dismiss: 'dismissed' }, tone: 'warning' },
    upheld: { label: { zh: '异议成立', en: 'Upheld' }, moves: {}, tone: 'bad' },
    dismissed: { label: { zh: '异议不成立', en: 'Dismissed' }, moves: {}, tone: 'good' },
  },
  moves: {
    uphold: { label: { zh: '异议成立', en: 'Uphold' }, via: ['selection.settle-objection'], reason: 'required' },
    dismiss: {
      label: { zh: '异议不成立', en: 'Dismiss' },
      via: ['selection.settle-objection'],
      reason: 'required',
      // 处理异议: which of the two it will be is not for the list to say.
      next: { zh: '处理异议', en: 'Settle the objection' },
      due: { workingDays: 10, from: 'receivedOn' },
    },
  },
  access: {
    // Who objects is not told to those objected to.
    read: { any: [PROVINCE, { role: 'leader' }, { role: 'signer' }, { role: 'auditor' }] },
    create: PROVINCE,
    uphold: PROVINCE,
    dismiss: PROVINCE,
  },
  search: ['title', 'from'],
  columns: ['title', 'batch', 'from', 'receivedOn'],
  sorts: ['receivedOn'],
})

export type Objection = RowOf<typeof objection>
