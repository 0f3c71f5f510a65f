import { z } from 'zod'
import { type Words, wordsSchema } from '#engine/define/words.ts'
import { asText, fault, kind } from './kind.ts'

/** One of a short list of codes. */
export const choice = kind({
  options: { codes: z.record(z.string(), wordsSchema) },
  control: 'choice',
  facet: 'value',
  column: () => 'text',
  schema: ({ codes }) => z.enum(Object.keys(codes), fault(`应为：${titles(codes, 'zh')}`, `must be one of: ${titles(codes, 'en')}`)),
  print: (value, { codes }, language) => codes[asText(value)]?.[language] ?? asText(value),
})

export type ChoiceValue<Field> = Field extends { readonly codes: infer Codes } ? keyof Codes & string : never

function titles(codes: Readonly<Record<string, Words>>, language: 'zh' | 'en'): string {
  return Object.values(codes)
    .map((words) => words[language])
    .join(language === 'zh' ? '、' : ', ')
}
