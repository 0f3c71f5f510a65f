import { z } from 'zod'
import type { Id } from '#engine/define/id.ts'
import { asText, fault, kind } from './kind.ts'

/** An entry of another register, by the register's name; definitions never import each other. */
export const ref = kind({
  options: { to: z.string() },
  control: 'picker',
  facet: 'value',
  column: () => 'uuid',
  schema: () => z.uuid(fault('请从列表中选择', 'choose from the list')),
  print: (value, _options, _language, titles = {}) => titles[asText(value)] ?? asText(value),
  refersTo: ({ to }) => to,
})

export type RefValue<Field> = Field extends { readonly to: infer Name extends string } ? Id<Name> : never
