import type { Texts } from './words.ts'

/** Punctuation, which has its own forms in each language. */
export const marks = {
  colon: { zh: '：', en: ': ' },
  semicolon: { zh: '；', en: '; ' },
  comma: { zh: '，', en: ', ' },
  listComma: { zh: '、', en: ', ' },
} as const satisfies Texts
