import { z } from 'zod'
import { type Words, wordsSchema } from '#engine/define/words.ts'
import { fromText, wrong } from './cell.ts'
import { asText, fault, kind } from './kind.ts'

/** One of a short list of codes. */
export const choice = kind({
  options: { codes: z.record(z.string(), wordsSchema) },
  control: 'choice',
  facet: 'value',
  column: () => 'text',
  schema: ({ codes }) => z.enum(Object.keys(codes), fault(`应为：${titles(codes, 'zh')}`, `must be one of: ${titles(codes, 'en')}`)),
  print: (value, { codes }, language) => codes[asText(value)]?.[language] ?? asText(value),
  sheet: ({ codes }) => {
    const words = Object.values(codes).map(({ zh }) => zh)
    return { format: 'text', width: 16, pick: { from: 'words', words }, example: words[0] ?? null }
  },
  toCell: (value, { codes }) => (asText(value) === '' ? null : (codes[asText(value)]?.zh ?? asText(value))),
  fromCell: (cell, { codes }) =>
    fromText(cell, (text) => {
      const found = Object.entries(codes).find(([code, { zh, en }]) => [code, zh, en].includes(text))
      return found
        ? { value: found[0] }
        : wrong(`“${text}”不在可选项中，应为：${titles(codes, 'zh')}`, `“${text}” is none of: ${titles(codes, 'en')}`)
    }),
})

/** One of the codes that the field lists. */
export type ChoiceValue<Field> = Field extends { readonly codes: infer Codes } ? keyof Codes & string : never

function titles(codes: Readonly<Record<string, Words>>, language: 'zh' | 'en'): string {
  return Object.values(codes)
    .map((words) => words[language])
    .join(language === 'zh' ? '、' : ', ')
}
