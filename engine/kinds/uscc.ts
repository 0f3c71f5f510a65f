import { z } from 'zod'
import { fromText } from './cell.ts'
import { asText, fault, kind } from './kind.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** 统一社会信用代码 (GB 32100-2015), 18 characters. A wrong check character warns and never refuses: early codes in real use fail it. */
export const uscc = kind({
  options: {},
  control: 'uscc',
  column: () => 'text',
  schema: () =>
    z
      .string()
      .trim()
      .toUpperCase()
      .regex(
        /^[0-9A-HJ-NPQRTUWXY]{18}$/,
        fault('应为 18 位统一社会信用代码（不含 I、O、S、V、Z）', 'must be an 18-character unified social credit code'),
      ),
  print: asText,
  sheet: () => ({ format: 'text', width: 22, example: '91320000MA00000016' }),
  toCell: (value) => asText(value) || null,
  fromCell: (cell) => fromText(cell, (text) => ({ value: text.toUpperCase() })),
  doubt: (value) =>
    typeof value === 'string' && !hasRightCheck(value)
      ? {
          zh: `${value} 的校验码不符；早期代码可能如此，请与营业执照核对`,
          en: `the check character of ${value} is wrong; early codes may be so, compare it with the licence`,
        }
      : undefined,
})

/** Whether the 18th character is the one that the first 17 demand. */
export function hasRightCheck(code: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + ALPHABET.indexOf(code[at] ?? '') * weight, 0)
  return code[17] === ALPHABET[(31 - (sum % 31)) % 31]
}
