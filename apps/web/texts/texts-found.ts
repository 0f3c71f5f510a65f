import type { Texts } from './words.ts'

/** What the reader finds besides the items that are checked: measures, benefits, fields, what the document says of itself. */
export const foundTexts = {
  more: { zh: '更多', en: 'More' },
  reading: { zh: '正在读取…', en: 'Reading …' },
  note: {
    zh: '以下由程序读出，供写任务、分类和政策时参考；不计入核对，点一条在原文中看。',
    en: 'Found by the reader as a help for tasks, classifications and policies; not part of the checking. Choose one to see it in the text.',
  },
  nothing: { zh: '除条目外没有读到别的。', en: 'Nothing was found besides the items.' },
  measures: { zh: '举措', en: 'Measures' },
  instruments: { zh: '支持政策', en: 'Benefits' },
  fields: { zh: '领域', en: 'Fields' },
  about: { zh: '文件信息', en: 'About the document' },
  all: { zh: '全部', en: 'All' },
  proof: { zh: '可作完成依据（建议）：{proof}', en: 'What would prove it done (proposed): {proof}' },
  encouraged: { zh: '鼓励类，成果由人确定', en: 'Encouraged; a person says what the result is' },
  recipient: { zh: '对象', en: 'Who' },
  conditions: { zh: '条件', en: 'Conditions' },
  benefit: { zh: '支持', en: 'Benefit' },
  per: { zh: '口径', en: 'Counted' },
  mentions: { zh: '{count} 处', en: '{count} mentions' },
  belongs: { zh: '可归入：{terms}', en: 'May belong to: {terms}' },
  basis: { zh: '依据', en: 'Rests on' },
  repeals: { zh: '废止', en: 'Repeals' },
  mentioned: { zh: '提到', en: 'Mentions' },
  validity: { zh: '有效期', en: 'In force' },
  recipients: { zh: '主送', en: 'Addressed to' },
  attachment: { zh: '附件', en: 'Attachment' },
  absent: { zh: '（文中没有正文）', en: ' (its text is not here)' },
  benchmark: { zh: '相对目标', en: 'Relative target' },
  dutyRule: { zh: '通用责任', en: 'Duty for all' },
} as const satisfies Texts
