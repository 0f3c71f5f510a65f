import type { Texts } from './words.ts'

/** What every dialog says that asks for something before it acts. */
export const askTexts = {
  confirm: { zh: '确认', en: 'Confirm' },
  cancel: { zh: '取消', en: 'Cancel' },
  missing: { zh: '请填写“{field}”', en: 'Fill in “{field}”' },
  optional: { zh: '选填', en: 'optional' },
  mend: {
    zh: '没有办成。请按各栏下的说明改正，已填的内容都还在。',
    en: 'Not done. Mend what is told under the fields; what you typed is kept.',
  },
} as const satisfies Texts
