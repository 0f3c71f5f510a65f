import { z } from 'zod'
import { kind } from './kind.ts'

/** Data that only programs read: what the plan reader found, kept whole beside the fields people correct. */
export const json = kind({
  options: {},
  control: 'none',
  column: () => 'jsonb',
  schema: () => z.json(),
  print: (value) => JSON.stringify(value ?? null),
})
