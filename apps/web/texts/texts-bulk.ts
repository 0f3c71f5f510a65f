import type { Texts } from './words.ts'

export const bulkTexts = {
  bar: { zh: '批量办理', en: 'Chosen entries' },
  chosen: { zh: '已选 {count} 条', en: '{count} chosen' },
  every: { zh: '选择符合条件的全部 {count} 条', en: 'Choose all {count} that match' },
  clear: { zh: '取消选择', en: 'Choose none' },
  choose: { zh: '选择“{title}”', en: 'Choose “{title}”' },
  choosePage: { zh: '选择本页', en: 'Choose this page' },
  title: { zh: '{move}：{count} 条', en: '{move}: {count} entries' },
  severalDays: {
    zh: '所选各条的拟定日期不同：{days}。这里填写的一天用于全部；要各按其日的，请分几次勾选办理。',
    en: 'Different days are proposed for them: {days}. The one given here holds for all; to keep them apart choose them in several goes.',
  },
  proposed: { zh: '{day}（{count} 条）', en: '{day} ({count})' },
  noDay: { zh: '未拟定', en: 'none' },
  confirm: { zh: '全部{move}', en: '{move} all' },
  rest: { zh: '其余 {count} 条{move}', en: '{move} the other {count}' },
  cannot: {
    zh: '下列 {count} 条不能办理，原因如下；现在一条也没有办理。',
    en: 'These {count} entries cannot take it, for the reasons told; nothing has been done yet.',
  },
  held: {
    zh: '下列 {count} 条有欠缺或提示，须逐条看过，不在其中：',
    en: 'These {count} lack something or bear a warning; they want a look each and are left out:',
  },
  none: {
    zh: '所选条目没有您能一起办理的事项：可能状态已过、不归您的岗位，或须逐条填写。',
    en: 'Nothing can be done with these together: they are past it, not for your post, or each asks for fields of its own.',
  },
  note: { zh: '要么全部办成，要么都不办；每条都记入履历。', en: 'All or none; each goes into its history.' },
} as const satisfies Texts
