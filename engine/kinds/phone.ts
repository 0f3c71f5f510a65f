import { z } from 'zod'
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
  mask: (number) => `${number.slice(0, 3)}****${number.slice(-4)}`,
})
