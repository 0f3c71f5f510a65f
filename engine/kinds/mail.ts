import { z } from 'zod'
import { fromText } from './cell.ts'
import { asText, fault, kind } from './kind.ts'

const LONGEST = 120
/** The forms that mail servers take without quoting (RFC 5321 4.1.2, dot-string), with a domain name or an address on an intranet. */
const FORM = /^[A-Za-z0-9.!#$%&'+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/

/** An electronic mail address: personal data, encrypted at rest and masked in every answer (z****@example.cn). */
export const mail = kind({
  options: {},
  control: 'mail',
  column: () => 'bytea',
  schema: () =>
    z
      .string()
      .trim()
      .max(LONGEST, fault(`最多 ${LONGEST} 个字符`, `at most ${LONGEST} characters`))
      .regex(FORM, fault('应为电子邮箱地址，如 name@example.cn', 'must be a mail address such as name@example.cn')),
  print: asText,
  sheet: () => ({ format: 'text', width: 24, example: 'name@example.cn' }),
  toCell: (value) => asText(value) || null,
  // A masked address came out of an export: the entry keeps the one it has.
  fromCell: (cell) => fromText(cell, (text) => (text.includes('****') ? { kept: true } : { value: text })),
  mask: (address) => `${address.slice(0, 1)}****${address.slice(address.lastIndexOf('@'))}`,
})
