import { z } from 'zod'
import { asText, fault, kind } from './kind.ts'

/** A place by its code: GB/T 2260 (six digits) or a zone of ours inside a city (3205Z1). */
export const area = kind({
  options: {
    /** Names areas that are no more, too: in the register of areas itself, and where their succession is told. */
    past: z.literal(true).exactOptional(),
  },
  control: 'area',
  facet: 'place',
  // collate "C": rights and lists by area are ranges over the bytes of the code.
  column: () => 'text collate "C"',
  schema: () => z.string().regex(/^\d{4}[0-9A-Z]{2}$/, fault('应为六位行政区划代码', 'must be a six-character area code')),
  print: (value, _options, _language, titles = {}) => titles[asText(value)] ?? asText(value),
  namesBy: ({ past }) => [{ register: 'area', ...(past && { past }) }],
})
