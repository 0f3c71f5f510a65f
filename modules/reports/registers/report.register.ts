import { type RowOf, register } from '#engine/define/register.ts'
import { CLERK, HEAD, LEADER, REPORT_READERS, SIGNER } from '../rules/rights.ts'

/** A periodic report on its way from the clerk's draft to the signed and numbered paper. Its figures are frozen; its edition never changes. */
export const report = register({
  name: 'report',
  title: { zh: '报告', en: 'Reports' },
  basis: '公文办理程序：经办拟稿、处室负责人审核、分管厅领导审签、签发人签发、复核编号、印发；退回须说明理由',
  fields: {
    title: { kind: 'text', label: { zh: '标题', en: 'Title' }, required: true, longest: 120, system: true },
    template: { kind: 'text', label: { zh: '模板', en: 'Template' }, required: true, longest: 60, system: true },
    period: { kind: 'text', label: { zh: '统计期', en: 'Period' }, required: true, longest: 12, system: true },
    asOf: { kind: 'day', label: { zh: '数据截止日', en: 'As of' }, required: true, system: true },
    sha256: {
      kind: 'text',
      label: { zh: '冻结数据的指纹', en: 'Fingerprint of the frozen data' },
      required: true,
      longest: 64,
      system: true,
    },
    opening: { kind: 'paragraph', label: { zh: '开头', en: 'Opening' }, longest: 2000, note: { zh: '可不填', en: 'may stay empty' } },
    problems: { kind: 'paragraph', label: { zh: '存在问题', en: 'Problems' }, longest: 3000 },
    nextSteps: { kind: 'paragraph', label: { zh: '下一步工作', en: 'Next steps' }, longest: 3000 },
    documentNo: { kind: 'text', label: { zh: '发文字号', en: 'Document number' }, longest: 60, system: true },
    documentDate: { kind: 'day', label: { zh: '成文日期', en: 'Document date' }, system: true },
  },
  createVia: ['reports.draft'],
  initial: 'drafting',
  states: {
    drafting: { label: { zh: '拟稿', en: 'Drafting' }, moves: { submit: 'checking', discard: 'discarded' }, editable: true, tone: 'plain' },
    checking: { label: { zh: '待处长审核', en: 'With the head' }, moves: { pass: 'signing', return: 'drafting' }, tone: 'waiting' },
    // Entries that stood here before 审签 and 签发 were two steps go on to the signer like any other.
    signing: {
      label: { zh: '待分管厅领导审签', en: 'With the leader in charge' },
      moves: { endorse: 'issuing', return: 'drafting' },
      tone: 'waiting',
    },
    issuing: { label: { zh: '待签发', en: 'With the signer' }, moves: { sign: 'signed', return: 'drafting' }, tone: 'waiting' },
    signed: { label: { zh: '已签发', en: 'Signed' }, moves: { publish: 'published', return: 'drafting' }, tone: 'waiting' },
    published: { label: { zh: '已印发', en: 'Published' }, moves: {}, tone: 'good' },
    discarded: { label: { zh: '作废', en: 'Discarded' }, moves: {}, tone: 'bad' },
  },
  moves: {
    submit: { label: { zh: '送审', en: 'Send to the head' }, next: true, tone: 'main' },
    pass: {
      label: { zh: '审核通过', en: 'Pass to the leader' },
      next: { zh: '审核报告', en: 'Check the report' },
      due: { workingDays: 2 },
      tone: 'main',
    },
    endorse: {
      label: { zh: '审签同意', en: 'Endorse' },
      next: { zh: '审签报告', en: 'Endorse the report' },
      due: { workingDays: 2 },
      tone: 'main',
    },
    sign: { label: { zh: '签发', en: 'Sign' }, next: { zh: '签发报告', en: 'Sign the report' }, due: { workingDays: 2 }, tone: 'main' },
    return: { label: { zh: '退回修改', en: 'Send back' }, reason: 'required', tells: 'returned', tone: 'danger' },
    publish: {
      label: { zh: '编号印发', en: 'Number and publish' },
      via: ['reports.publish'],
      next: { zh: '录入文号并印发', en: 'Enter the number and publish' },
      due: { workingDays: 2 },
    },
    discard: { label: { zh: '作废', en: 'Discard' }, reason: 'required', tone: 'danger' },
  },
  access: {
    read: REPORT_READERS,
    create: CLERK,
    edit: CLERK,
    submit: CLERK,
    discard: CLERK,
    pass: HEAD,
    return: {
      any: [
        { all: [{ field: 'state', is: 'checking' }, HEAD] },
        { all: [{ field: 'state', is: 'signing' }, LEADER] },
        { all: [{ field: 'state', is: 'issuing' }, SIGNER] },
        // 复核 before printing: what has to be changed is signed anew (《党政机关公文处理工作条例》第二十五条).
        { all: [{ field: 'state', is: 'signed' }, CLERK] },
      ],
    },
    endorse: LEADER,
    sign: SIGNER,
    publish: CLERK,
  },
  search: ['title', 'documentNo'],
  columns: ['title', 'period', 'asOf', 'documentNo', 'documentDate'],
  sorts: ['period', 'documentDate'],
})

export type Report = RowOf<typeof report>
