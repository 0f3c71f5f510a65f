import type { MessageKind, Transport } from '#contract/delivery.ts'
import type { Language, Words } from '#engine/define/words.ts'

/** What a message says: one line for its head, and the text; the gateway's short text often goes out without its head. */
export interface Template {
  readonly subject: string
  readonly body: string
}

/** One sentence for each kind; how many and of which list, never of which title or person. */
const SENTENCES: Readonly<Record<MessageKind, Words>> = {
  waiting: { zh: '您有 {count} 件“{register}”待办', en: '{count} of “{register}” wait for you' },
  overdue: { zh: '您有 {count} 件待办已逾期', en: '{count} tasks of yours are overdue' },
  due: { zh: '您有 {count} 件待办将在两个工作日内到期', en: '{count} tasks of yours are due within two working days' },
  returned: { zh: '您提交的 {count} 件“{register}”被退回，请修改后重新提交', en: '{count} of your “{register}” came back to be changed' },
  accepted: { zh: '您提交的 {count} 件“{register}”已受理', en: '{count} of your “{register}” were accepted' },
  declined: { zh: '您提交的 {count} 件“{register}”未通过', en: '{count} of your “{register}” were declined' },
  published: { zh: '您提交的 {count} 件“{register}”已公布', en: '{count} of your “{register}” were published' },
  objected: { zh: '您提交的 {count} 件“{register}”在公示期内收到异议', en: 'objections were raised to {count} of your “{register}”' },
  reminded: { zh: '您有 {count} 件“{register}”被催办，请尽快办理', en: 'you are reminded to go on with {count} of “{register}”' },
  closed: { zh: '您办理的 {count} 件“{register}”已办结', en: '{count} of your “{register}” were closed' },
  copied: { zh: '有 {count} 件“{register}”抄送给您', en: '{count} of “{register}” were copied to you' },
  called: { zh: '有新的申报通知，您可以申报', en: 'a call is open in which you may apply' },
  imported: { zh: '您上传的“{register}”表格有了结果，请登录查看', en: 'there is news of the sheet of “{register}” that you handed in' },
  digest: { zh: '您有 {count} 条新消息', en: 'you have {count} new notices' },
  test: { zh: '测试：渠道“{channel}”已接通', en: 'test: the channel “{channel}” works' },
}

const LISTED: Readonly<Partial<Record<MessageKind, string>>> = { digest: '\n\n{lines}' }
const FOOT: Words = {
  zh: '请登录系统办理。\n{link}\n\n本邮件由系统自动发出，请勿回复；接收方式可在“消息 → 接收设置”中更改。',
  en: 'Please sign in to go on.\n{link}\n\nThis mail was sent by the system, please do not answer it. What you are told of is set under Notices → Settings.',
}
const SHORT_FOOT: Words = { zh: '请登录系统办理。{link}', en: 'Please sign in to go on. {link}' }
const ENDS: Words = { zh: '。', en: '.' }
const HEAD: Words = { zh: '【蓝图】', en: '[Lantu] ' }
const GREETING: Words = { zh: '您好：\n\n', en: 'Good day,\n\n' }

/** What is sent where the administrator wrote nothing else. */
export function defaultTemplate(kind: MessageKind, transport: Transport, language: Language): Template {
  const sentence = SENTENCES[kind][language]
  const said = `${upperFirst(sentence)}${ENDS[language]}`
  const subject = `${HEAD[language]}${sentence}`
  if (transport === 'gateway') return { subject, body: `${said}${SHORT_FOOT[language]}` }
  return { subject, body: `${GREETING[language]}${said}${LISTED[kind] ?? ''}\n\n${FOOT[language]}` }
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
