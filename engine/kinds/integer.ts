import { z } from 'zod'
import { fromText, wrong } from './cell.ts'
import { asText, fault, kind } from './kind.ts'

export const integer = kind({
  options: { least: z.int().exactOptional(), most: z.int().exactOptional(), unit: z.string().exactOptional() },
  control: 'number',
  column: () => 'integer',
  schema: ({ least = -2_147_483_648, most = 2_147_483_647 }) =>
    z
      .int(fault('应为整数', 'must be a whole number'))
      .min(least, fault(`不小于 ${least}`, `at least ${least}`))
      .max(most, fault(`不大于 ${most}`, `at most ${most}`)),
  print: (value, { unit = '' }) => `${asText(value)}${value === null || value === undefined ? '' : unit}`,
  sheet: ({ unit, least = 1 }) => ({ format: 'whole', width: 12, example: least, ...(unit !== undefined && { unit }) }),
  toCell: (value) => (value === null || value === undefined ? null : Number(value)),
  fromCell: (cell) =>
    fromText(cell, (text) =>
      /^-?\d{1,15}$/.test(text) ? { value: Number(text) } : wrong(`“${text}”应为整数`, `“${text}” must be a whole number`),
    ),
})
