import { type RowOf, register } from '#engine/define/register.ts'
import { ADMINISTRATOR } from '../rules/rights.ts'

/** Words that the administrator put in the place of those that came with the program; each change stands in the history. */
export const noticeTemplate = register({
  name: 'notice_template',
  title: { zh: '消息模板', en: 'Notice templates' },
  basis: '外发文字由系统管理员维护；占位符限于件数、名录名称、链接等，不含条目正文与个人信息',
  titleField: 'subject',
  fields: {
    about: { kind: 'text', label: { zh: '消息类型', en: 'Kind of notice' }, required: true, longest: 40, code: true, system: true },
    transport: { kind: 'text', label: { zh: '渠道类型', en: 'Kind of channel' }, required: true, longest: 40, code: true, system: true },
    language: { kind: 'text', label: { zh: '语言', en: 'Language' }, required: true, longest: 2, code: true, system: true },
    subject: { kind: 'text', label: { zh: '标题', en: 'Subject' }, required: true, longest: 120, system: true },
    body: { kind: 'paragraph', label: { zh: '正文', en: 'Text' }, required: true, longest: 2000, system: true },
  },
  createVia: ['delivery.set-template'],
  initial: 'active',
  states: {
    active: { label: { zh: '使用中', en: 'In use' }, moves: { restore: 'restored' }, editable: true, tone: 'good' },
    restored: { label: { zh: '已恢复默认', en: 'Back to the default' }, moves: { adopt: 'active' } },
  },
  moves: {
    restore: { label: { zh: '恢复默认', en: 'Back to the default' }, via: ['delivery.restore-template'] },
    adopt: { label: { zh: '启用', en: 'Use' }, via: ['delivery.set-template'] },
  },
  access: { read: ADMINISTRATOR, create: ADMINISTRATOR, edit: ADMINISTRATOR, restore: ADMINISTRATOR, adopt: ADMINISTRATOR },
  columns: ['about', 'transport', 'language', 'subject'],
})

export type NoticeTemplate = RowOf<typeof noticeTemplate>
