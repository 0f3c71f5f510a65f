import type { Texts } from './words.ts'

export const noticeTexts = {
  title: { zh: '消息', en: 'Notices' },
  bell: { zh: '消息，{count} 条未读', en: 'Notices, {count} unread' },
  many: { zh: '99+', en: '99+' },
  all: { zh: '全部', en: 'All' },
  onlyUnread: { zh: '只看未读', en: 'Unread only' },
  allKinds: { zh: '全部类型', en: 'Every kind' },
  settings: { zh: '接收设置', en: 'Settings' },
  readAll: { zh: '全部标为已读', en: 'Mark all as read' },
  read: { zh: '标为已读', en: 'Mark as read' },
  empty: { zh: '没有消息', en: 'No notices' },
  emptyNote: {
    zh: '有事项等您办理、您发起的条目有进展或快到期时，会在这里告诉您。',
    en: 'You are told here when something waits for you, when an entry of yours moves on, or when work is nearly due.',
  },
  hidden: { zh: '（您已无权查看此条目）', en: '(you may no longer see this entry)' },
  others: { zh: '“{title}”等 {count} 条', en: '“{title}” and others, {count} in all' },
  one: { zh: '“{title}”', en: '“{title}”' },
  sheetIn: { zh: '“{title}”写入 {count} 条', en: '“{title}”: {count} entries written' },
  reason: { zh: '理由：{reason}', en: 'Reason: {reason}' },
  overdue: { zh: '{count} 件待办已逾期', en: '{count} tasks are overdue' },
  due: { zh: '{count} 件待办将在两个工作日内到期', en: '{count} tasks are due within two working days' },
  choices: { zh: '接收哪些消息', en: 'What to be told of' },
  choicesNote: {
    zh: '取消勾选后不再产生该类消息，也不再外发；待办事项本身不受影响。邮件与短信的接收方式在“接收设置”中。',
    en: 'What is not ticked is told no longer, neither here nor outside; the work itself stays. Mail and text messages are under Settings.',
  },
} as const satisfies Texts
