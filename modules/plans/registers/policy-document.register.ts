import { type RowOf, register } from '#engine/define/register.ts'
import { PLAN_READERS, PLANNER } from '../rules/rights.ts'

/** The source text as it was given; every item found in it keeps its place in this text. */
export const policyDocument = register({
  name: 'policy_document',
  title: { zh: '政策文件', en: 'Policy documents' },
  basis: '党政机关公文处理工作条例；《》与发文字号见 GB/T 9704-2012',
  fields: {
    title: { kind: 'text', label: { zh: '标题', en: 'Title' }, required: true, longest: 300 },
    issuers: { kind: 'text', label: { zh: '发文机关', en: 'Issuers' }, longest: 300 },
    documentNo: { kind: 'text', label: { zh: '发文字号', en: 'Document number' }, longest: 60 },
    documentDate: { kind: 'day', label: { zh: '成文日期', en: 'Signed on' } },
    fromYear: { kind: 'year', label: { zh: '起始年', en: 'From year' } },
    toYear: { kind: 'year', label: { zh: '截止年', en: 'To year' } },
    file: { kind: 'files', label: { zh: '原文件', en: 'File' }, system: true, most: 1 },
    sourceType: {
      kind: 'choice',
      label: { zh: '原文件格式', en: 'Format' },
      system: true,
      codes: {
        txt: { zh: '纯文本', en: 'plain text' },
        html: { zh: '网页', en: 'web page' },
        docx: { zh: 'Word 文档', en: 'Word document' },
        pdf: { zh: 'PDF 文档', en: 'PDF document' },
      },
    },
    encoding: { kind: 'text', label: { zh: '编码', en: 'Encoding' }, system: true, longest: 20 },
    text: { kind: 'paragraph', label: { zh: '正文', en: 'Text' }, system: true, longest: 2_000_000 },
    // Benefits and fields, which are no items; read once with the rest.
    findings: { kind: 'json', label: { zh: '领域和支持政策', en: 'Fields and benefits' }, system: true },
    supersedes: {
      kind: 'ref',
      label: { zh: '取代的版本', en: 'Takes the place of' },
      to: 'policy_document',
      system: true,
    },
    warnings: { kind: 'json', label: { zh: '读取提示', en: 'Warnings' }, system: true },
  },
  createVia: ['plans.read', 'programmes.install-pack'],
  initial: 'draft',
  states: {
    draft: {
      label: { zh: '待核对', en: 'To be checked' },
      moves: { confirm: 'confirmed', discard: 'discarded' },
      editable: true,
      tone: 'waiting',
    },
    confirmed: { label: { zh: '已确认', en: 'Confirmed' }, moves: { addText: 'confirmed', supersede: 'superseded' }, tone: 'good' },
    superseded: { label: { zh: '已由新版本取代', en: 'Superseded' }, moves: {}, tone: 'plain' },
    discarded: { label: { zh: '已弃用', en: 'Discarded' }, moves: {}, tone: 'bad' },
  },
  moves: {
    confirm: {
      label: { zh: '确认', en: 'Confirm' },
      via: ['programmes.confirm-plan', 'programmes.adopt-version', 'programmes.install-pack'],
    },
    supersede: { label: { zh: '由新版本取代', en: 'Supersede' }, via: ['programmes.adopt-version'] },
    addText: { label: { zh: '补原文', en: 'Add the text' }, via: ['programmes.add-text'] },
    discard: { label: { zh: '弃用', en: 'Discard' }, reason: 'required', tone: 'danger' },
  },
  access: { read: PLAN_READERS, create: PLANNER, edit: PLANNER, confirm: PLANNER, addText: PLANNER, supersede: PLANNER, discard: PLANNER },
  search: ['title', 'documentNo', 'issuers'],
  columns: ['title', 'documentNo', 'issuers', 'documentDate'],
  sorts: ['title', 'documentDate'],
  likeness: [['title'], ['documentNo']],
})

export type PolicyDocument = RowOf<typeof policyDocument>
