import { z } from 'zod'
import { fromText, wrong } from './cell.ts'
import { asText, fault, kind, nameKey } from './kind.ts'

/** A class of a classification by its code: the field `quantum` of the scheme `future_fields`. */
export const term = kind({
  options: { scheme: z.string().regex(/^[a-z][a-z0-9_]{0,40}$/) },
  control: 'term',
  facet: 'value',
  column: () => 'text',
  schema: () =>
    z
      .string()
      .regex(
        /^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/,
        fault('应为分类中的类目，请从列表中选择', 'must be a class of the classification; choose from the list'),
      ),
  print: (value, { scheme }, _language, titles = {}) => titles[nameKey({ register: '', scheme }, asText(value))] ?? asText(value),
  sheet: ({ scheme }) => ({ format: 'text', width: 20, pick: { from: 'codes', by: { register: 'classification_term', scheme } } }),
  toCell: (value, { scheme }, titles = {}) =>
    asText(value) === '' ? null : (titles[nameKey({ register: '', scheme }, asText(value))] ?? asText(value)),
  fromCell: (cell, _options, names) =>
    fromText(cell, (text) => {
      const code = names?.get(text) ?? (/^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(text) ? text : undefined)
      return code === undefined
        ? wrong(`“${text}”不在分类中，请从下拉列表中选择`, `“${text}” is no class of the classification; choose from the list`)
        : { value: code }
    }),
  namesBy: ({ scheme }) => [{ register: 'classification_term', scheme }],
})
