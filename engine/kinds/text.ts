import { z } from 'zod'
import { wordsSchema } from '#engine/define/words.ts'
import { fromText } from './cell.ts'
import { asText, fault, isStorable, kind, UNSTORABLE } from './kind.ts'

const WRONG_FORM = { zh: '格式不对', en: 'has the wrong form' }

/** One line of text. Sorted by pinyin, as name lists are. */
export const text = kind({
  options: {
    longest: z.int().positive().exactOptional(),
    pattern: z.string().exactOptional(),
    patternSays: wordsSchema.exactOptional(),
    /** A code: sorted and compared by its characters, not by pinyin. */
    code: z.literal(true).exactOptional(),
  },
  control: 'line',
  column: ({ code }) => (code ? 'text collate "C"' : 'text collate "zh-x-icu"'),
  schema: ({ longest = 200, pattern, patternSays = WRONG_FORM }) => {
    const line = z
      .string()
      .trim()
      .min(1, fault('不能为空', 'must not be empty'))
      .max(longest, fault(`最多 ${longest} 个字`, `at most ${longest} characters`))
      .refine(isStorable, UNSTORABLE)
    return pattern ? line.regex(new RegExp(pattern, 'u'), fault(patternSays.zh, patternSays.en)) : line
  },
  print: asText,
  sheet: ({ longest = 200 }) => ({ format: 'text', width: longest > 100 ? 30 : 18 }),
  toCell: (value) => asText(value) || null,
  fromCell: (cell) => fromText(cell, (text) => ({ value: text })),
  textsOf: (value) => [asText(value)],
})
