import { z } from 'zod'
import { fault, kind } from './kind.ts'

/** An amount in 元, a decimal string: "1200000.00". Never a float. Shown and typed in 万元. */
export const money = kind({
  options: {},
  control: 'amount',
  column: () => 'numeric(16, 2)',
  schema: () =>
    z
      .string()
      .regex(/^\d{1,14}(\.\d{1,2})?$/, fault('应为以元计的金额，最多两位小数', 'must be an amount in yuan with at most two decimals')),
  print: (value) => (value === null || value === undefined ? '' : `${inWan(String(value))} 万元`),
  compare: compareDecimals,
})

/** Decimal strings in their order, whatever their length: "9" before "10.5". */
export function compareDecimals(a: unknown, b: unknown): number {
  const [left, right] = [scaled(String(a)), scaled(String(b))]
  return left < right ? -1 : left > right ? 1 : 0
}

const DECIMALS = 6

function scaled(digits: string): bigint {
  const [whole = '0', part = ''] = digits.replace('-', '').split('.')
  const size = BigInt(whole + part.slice(0, DECIMALS).padEnd(DECIMALS, '0'))
  return digits.startsWith('-') ? -size : size
}

/** 元 → 万元 with two decimals, half up, without floats: "1234567.00" → "123.46". */
function inWan(yuan: string): string {
  const hundredths = (scaled(yuan) + 50_000_000n) / 100_000_000n
  return `${(hundredths / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',')}.${(hundredths % 100n).toString().padStart(2, '0')}`
}
