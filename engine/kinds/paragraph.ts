import { z } from 'zod'
import { fromText } from './cell.ts'
import { asText, fault, isStorable, kind, UNSTORABLE } from './kind.ts'

/** Text of several lines; line breaks are kept. */
export const paragraph = kind({
  options: { longest: z.int().positive().exactOptional() },
  control: 'paragraph',
  column: () => 'text',
  schema: ({ longest = 5000 }) =>
    z
      .string()
      .min(1, fault('不能为空', 'must not be empty'))
      .max(longest, fault(`最多 ${longest} 个字`, `at most ${longest} characters`))
      .refine(isStorable, UNSTORABLE),
  print: asText,
  sheet: () => ({ format: 'text', width: 40 }),
  toCell: (value) => asText(value) || null,
  fromCell: (cell) => fromText(cell, (text) => ({ value: text })),
  textsOf: (value) => [asText(value)],
})
