import { type RowOf, register } from '#engine/define/register.ts'
import { PROPOSAL_COURSE } from './proposal-course.ts'

/**
 * 台账建议: a register that a pack or a confirmed plan proposes for a list no register keeps. A person takes it on or not; taken on, its definition is
 * there to be built in, for a register is part of the program and never made at run time.
 */
export const registerDraft = register({
  name: 'register_draft',
  title: { zh: '台账建议', en: 'Proposed registers' },
  basis: '方案要求建立、而系统尚无的清单的台账定义，安装方案包或确认方案时提出',
  fields: {
    title: { kind: 'text', label: { zh: '名称', en: 'Name' }, required: true, longest: 300, system: true },
    plan: { kind: 'ref', label: { zh: '方案', en: 'Plan' }, required: true, to: 'plan', system: true },
    document: { kind: 'ref', label: { zh: '文件', en: 'Document' }, required: true, to: 'policy_document', system: true },
    definition: { kind: 'json', label: { zh: '台账定义', en: 'Definition' }, required: true, system: true },
    why: { kind: 'json', label: { zh: '建议理由', en: 'Why it is proposed' }, system: true },
    note: { kind: 'paragraph', label: { zh: '说明', en: 'Note' }, longest: 2000 },
    packKey: { kind: 'text', label: { zh: '方案包内编号', en: 'Key in the pack' }, longest: 80, system: true },
  },
  ...PROPOSAL_COURSE,
  search: ['title'],
  columns: ['title', 'document', 'note'],
})

export type RegisterDraft = RowOf<typeof registerDraft>
