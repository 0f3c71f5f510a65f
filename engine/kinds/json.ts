import { z } from 'zod'
import { kind, UNSTORABLE } from './kind.ts'

/** Data that only programs read: what the plan reader found, kept whole beside the fields people correct. */
export const json = kind({
  options: {},
  control: 'none',
  column: () => 'jsonb',
  schema: () => z.json().refine((value) => !HOLDS_UNSTORABLE.test(JSON.stringify(value)), UNSTORABLE),
  sheet: () => ({ format: 'text', width: 12, closed: { zh: '由系统填写', en: 'filled in by the system' } }),
  toCell: () => null,
  fromCell: () => ({ kept: true }),
  print: (value) => JSON.stringify(value ?? null),
})

// JSON.stringify writes NUL and halves of surrogate pairs as \u0000 and \ud800; a typed backslash is doubled: "a\\u0000".
const HOLDS_UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/
