import { z } from 'zod'
import { fromText, wrong } from './cell.ts'
import { asText, fault, kind } from './kind.ts'

/** A calendar year as a number, never counted and never parted by thousands: 2026. */
export const year = kind({
  options: { least: z.int().exactOptional(), most: z.int().exactOptional() },
  control: 'year',
  column: () => 'integer',
  schema: ({ least = 1900, most = 2199 }) =>
    z
      .int(fault('应为四位年份，如 2026', 'must be a year of four digits such as 2026'))
      .min(least, fault(`不早于 ${least} 年`, `not before ${least}`))
      .max(most, fault(`不晚于 ${most} 年`, `not after ${most}`)),
  print: asText,
  sheet: () => ({ format: 'year', width: 10, example: 2026 }),
  toCell: (value) => (value === null || value === undefined ? null : Number(value)),
  fromCell: (cell) =>
    fromText(cell, (text) =>
      /^\d{4}$/.test(text)
        ? { value: Number(text) }
        : wrong(`“${text}”应为四位年份，如 2026`, `“${text}” must be a year of four digits such as 2026`),
    ),
})
