import { z } from 'zod'
import { fromText, numberCell, wrong } from './cell.ts'
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
  sheet: () => ({ unit: '万元', format: 'number', width: 16, example: 120.5 }),
  toCell: (value) => (value === null || value === undefined ? null : numberCell(moved(String(value), -4))),
  fromCell: (cell) =>
    fromText(cell, (text) =>
      /^\d+(\.\d{1,6})?$/.test(text)
        ? { value: moved(text, 4) }
        : wrong(`“${text}”应为以万元计的金额，最多六位小数`, `“${text}” must be an amount in 万元 with at most six decimals`),
    ),
  compare: compareDecimals,
  doubt: (value) =>
    typeof value === 'string' && compareDecimals(value, DOUBTFUL) >= 0
      ? {
          zh: `${inWan(value)} 万元合 ${moved(value, -8)} 亿元；请核对单位，是否把“元”的数额填到了“万元”下`,
          en: `${inWan(value)} 万元 are ${moved(value, -8)} 亿元; is it an amount in 元 under a head in 万元?`,
        }
      : undefined,
})

/** 10 亿元: 100,000 typed in 元 where 万元 are meant comes to this, and few amounts of one entry reach it honestly. */
const DOUBTFUL = '1000000000'

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

/** The decimal point moved by places, digit by digit: 元 → 万元 and back, "1234567.00" by -4 → "123.4567". */
function moved(digits: string, places: number): string {
  const [whole = '0', part = ''] = digits.split('.')
  const all = `${'0'.repeat(Math.max(0, -places))}${whole}${part}${'0'.repeat(Math.max(0, places - part.length))}`
  const point = Math.max(0, -places) + whole.length + places
  return `${all.slice(0, point)}.${all.slice(point)}`.replace(/^0+(?=\d)/, '').replace(/\.?0*$/, '')
}
