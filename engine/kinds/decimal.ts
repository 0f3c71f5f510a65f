import { z } from 'zod'
import { fromText, numberCell, wrong } from './cell.ts'
import { fault, kind } from './kind.ts'
import { compareDecimals } from './money.ts'

/** A number that is not money, as a decimal string, never a float: "2.3". */
export const decimal = kind({
  options: { unit: z.string().exactOptional() },
  control: 'decimal',
  // without a scale, so that what was written comes back: 2.30 stays 2.30
  column: () => 'numeric',
  schema: () => z.string().regex(/^-?\d{1,14}(\.\d{1,6})?$/, fault('应为数字，如 2.3', 'must be a number such as 2.3')),
  print: (value, { unit = '' }) => (value === null || value === undefined ? '' : `${trimZeros(String(value))}${unit}`),
  sheet: ({ unit }) => ({ format: 'number', width: 14, example: 2.3, ...(unit !== undefined && { unit }) }),
  toCell: (value) => (value === null || value === undefined ? null : numberCell(trimZeros(String(value)))),
  fromCell: (cell) =>
    fromText(cell, (text) =>
      /^-?\d+(\.\d+)?$/.test(text) ? { value: text } : wrong(`“${text}”应为数字，如 2.3`, `“${text}” must be a number such as 2.3`),
    ),
  compare: compareDecimals,
})

/** 100.000000 → 100, as PostgreSQL pads numeric columns. */
export function trimZeros(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits
}
