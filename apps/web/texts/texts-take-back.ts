import type { Texts } from './words.ts'

/** The way back after a move. */
export const takeBackTexts = {
  done: { zh: '已对 {count} 条办理“{move}”', en: '“{move}” done, entries: {count}' },
  until: { zh: '{time} 前可取回', en: 'can be taken back until {time}' },
  act: { zh: '取回', en: 'Take back' },
  rest: { zh: '不取回以下各条，只取回其余 {count} 条', en: 'Leave these, take back the other {count}' },
  close: { zh: '关闭', en: 'Close' },
  actUntil: { zh: '取回（{time} 前）', en: 'Take back (until {time})' },
  window: { zh: '取回时限', en: 'Take-back window' },
  windowNote: {
    zh: '办理后多久以内，本人可以自行取回。到时限之前，短信、邮件等不发出；批次、推荐函等统一办理的事项不能取回。',
    en: 'For how long people can take back what they have just done. Until then no mail or text message about it leaves. What a batch or a letter did is never taken back.',
  },
  now: { zh: '现行时限', en: 'In force' },
  minutes: { zh: '{count} 分钟', en: '{count} minutes' },
  none: { zh: '不可取回', en: 'Nothing is taken back' },
  unlessSet: { zh: '尚未设定，按系统安装时的参数执行。', en: 'Not set here: as the installation was started.' },
  change: { zh: '调整时限', en: 'Change' },
  minutesLabel: { zh: '时限（分钟）', en: 'Minutes' },
  bounds: { zh: '0 至 {most} 的整数；0 为不可取回。', en: 'A whole number from 0 to {most}; 0 takes nothing back.' },
  reason: { zh: '依据或原因', en: 'Reason' },
  fromNow: {
    zh: '只适用于设定之后的办理；此前的办理仍按当时的时限。',
    en: 'Holds for what is done from now on; what was done before keeps its window.',
  },
  history: { zh: '调整记录', en: 'Changes' },
  noHistory: { zh: '还没有调整过', en: 'Never changed' },
} as const satisfies Texts
