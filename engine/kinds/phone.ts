import { z } from 'zod'
import { fromText } from './cell.ts'
import { asText, fault, kind } from './kind.ts'

/** A telephone number: personal data, encrypted at rest and masked in every answer (138****5678). */
export const phone = kind({
  options: {},
  control: 'phone',
  column: () => 'bytea',
  schema: () =>
    z
      .string()
      .trim()
      .regex(
        /^(1\d{10}|0\d{2,3}-?\d{7,8}(-\d{1,6})?)$/,
        fault('应为手机号或带区号的座机号', 'must be a mobile number or a landline with area code'),
      ),
  print: asText,
  sheet: () => ({ format: 'text', width: 16, example: '13800000000' }),
  toCell: (value) => asText(value) || null,
  // A masked number came out of an export: the entry keeps the one it has.
  fromCell: (cell) => fromText(cell, (text) => (text.includes('****') ? { kept: true } : { value: text })),
  mask: (number) => `${number.slice(0, 3)}****${number.slice(-4)}`,
})
