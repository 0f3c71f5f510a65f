import type { Texts, Words } from './words.ts'

/** Periods and days as officials write them. */
export const periodTexts = {
  to: { zh: '截至{dayInText}累计', en: 'Up to {day}' },
  year: { zh: '{year}年', en: '{year}' },
  half: { zh: '{year}年{part}', en: '{year}, {part}' },
  quarter: { zh: '{year}年{part}', en: '{part} {year}' },
  month: { zh: '{year}年{month}月', en: '{year}-{twoDigits}' },
  day: { zh: '{year}年{month}月{date}日', en: '{day}' },
} as const satisfies Texts

export const halves: readonly Words[] = [
  { zh: '上半年', en: 'first half' },
  { zh: '下半年', en: 'second half' },
]

export const quarters: readonly Words[] = [
  { zh: '第一季度', en: 'Q1' },
  { zh: '第二季度', en: 'Q2' },
  { zh: '第三季度', en: 'Q3' },
  { zh: '第四季度', en: 'Q4' },
]

/** What stands beside or between values. */
export const valueTexts = {
  amount: { zh: '{wan} 万元', en: '{wan} ×10,000 yuan' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
} as const satisfies Texts
