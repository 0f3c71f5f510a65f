import { z } from 'zod'
import type { Id } from '#engine/define/id.ts'
import { fromText, wrong } from './cell.ts'
import { asText, fault, kind } from './kind.ts'

/** An entry of another register, by the register's name; definitions never import each other. */
export const ref = kind({
  options: { to: z.string() },
  control: 'picker',
  facet: 'value',
  column: () => 'uuid',
  schema: () => z.uuid(fault('请从列表中选择', 'choose from the list')),
  print: (value, _options, _language, titles = {}) => titles[asText(value)] ?? asText(value),
  sheet: ({ to }) => ({ format: 'text', width: 30, pick: { from: 'entries', register: to } }),
  toCell: (value, _options, titles = {}) => (asText(value) === '' ? null : (titles[asText(value)] ?? asText(value))),
  fromCell: (cell, _options, names) =>
    fromText(cell, (text) => {
      const id = names?.get(text) ?? (z.uuid().safeParse(text).success ? text : undefined)
      return id === undefined
        ? wrong(`没有找到“${text}”，请填写系统中的全称`, `“${text}” was not found; write the name as the system has it`)
        : { value: id }
    }),
  refersTo: ({ to }) => to,
})

/** The id of the register that the field refers to. */
export type RefValue<Field> = Field extends { readonly to: infer Name extends string } ? Id<Name> : never
