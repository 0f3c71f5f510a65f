import type { Texts } from './words.ts'

export const assistantTexts = {
  ask: { zh: '请助手再找', en: 'Ask the assistant' },
  confirm: {
    zh: '全文将发送到 {host} 上的大模型。发送吗？',
    en: 'The whole text will be sent to the language model at {host}. Send it?',
  },
  send: { zh: '发送', en: 'Send' },
  cancel: { zh: '不发送', en: 'Do not send' },
  asking: { zh: '助手正在读，可能要一两分钟…', en: 'The assistant is reading; this may take minutes …' },
  title: { zh: '助手建议（{count} 条）', en: 'Proposed by the assistant ({count})' },
  note: {
    zh: '均为原文中的词句；采纳后才成为条目，数值由系统从原文读取。{notVerbatim} 条不是原文、{known} 条已有，均已略去。',
    en: 'All stand word for word in the text; each becomes an item only when you take it on, with its value read from the words. Left out: {notVerbatim} not in the text, {known} known.',
  },
  none: { zh: '助手没有找到新的条目。', en: 'The assistant found nothing new.' },
  take: { zh: '采纳', en: 'Take on' },
  leave: { zh: '略去', en: 'Leave out' },
} as const satisfies Texts
