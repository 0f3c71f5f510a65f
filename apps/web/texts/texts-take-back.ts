import type { Texts } from './words.ts'

/** The way back after a move. */
export const takeBackTexts = {
  done: { zh: '已对 {count} 条办理“{move}”', en: '“{move}” done, entries: {count}' },
  until: { zh: '{time} 前可取回', en: 'can be taken back until {time}' },
  act: { zh: '取回', en: 'Take back' },
  rest: { zh: '不取回以下各条，只取回其余 {count} 条', en: 'Leave these, take back the other {count}' },
  close: { zh: '关闭', en: 'Close' },
  actUntil: { zh: '取回（{time} 前）', en: 'Take back (until {time})' },
} as const satisfies Texts
