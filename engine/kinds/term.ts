import { z } from 'zod'
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
  namesBy: ({ scheme }) => [{ register: 'classification_term', scheme }],
})
