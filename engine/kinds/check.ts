import { z } from 'zod'
import { fault, kind } from './kind.ts'

/** A statement that is true or not: 不含涉密内容的承诺. */
export const check = kind({
  options: {},
  control: 'check',
  facet: 'value',
  column: () => 'boolean',
  schema: () => z.boolean(fault('应为是或否', 'must be yes or no')),
  print: (value, _options, language) => (value === null || value === undefined ? '' : YES_NO[language][value === true ? 0 : 1]),
})

const YES_NO = { zh: ['是', '否'], en: ['yes', 'no'] } as const
