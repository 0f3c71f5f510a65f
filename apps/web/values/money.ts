/** 元 ↔ 万元 by moving the decimal point in the digits; never through a float. */
const SHIFT = 4
const TYPED = /^\d{1,10}(\.\d{1,6})?$/

/** "1234567.00" (元) → "123.4567" (万元), exact, for the control in which it is typed. */
export function yuanToTyped(yuan: string): string {
  const [whole = '0', part = ''] = yuan.split('.')
  const digits = whole.padStart(SHIFT + 1, '0')
  const fraction = (digits.slice(-SHIFT) + part).replace(/0+$/, '')
  return withoutLeadingZeros(digits.slice(0, -SHIFT)) + (fraction === '' ? '' : `.${fraction}`)
}

/** "123.4567" (万元, thousands separators allowed) → "1234567.00" (元); undefined when it is no such amount. */
export function typedToYuan(typed: string): string | undefined {
  const plain = withoutSeparators(typed)
  if (!TYPED.test(plain)) return undefined
  const [whole = '0', part = ''] = plain.split('.')
  const fraction = part.padEnd(SHIFT + 2, '0')
  return `${withoutLeadingZeros(whole + fraction.slice(0, SHIFT))}.${fraction.slice(SHIFT)}`
}

/** "1234567.00" (元) → "123.46" (万元, two decimals, half up, thousands). */
export function yuanInWan(yuan: string): string {
  const negative = yuan.startsWith('-')
  const [whole = '0', part = ''] = yuan.replace('-', '').split('.')
  const hundredths = (BigInt(whole + part.slice(0, 2).padEnd(2, '0')) + 5_000n) / 10_000n
  const digits = hundredths.toString().padStart(3, '0')
  return `${negative ? '−' : ''}${thousands(digits.slice(0, -2))}.${digits.slice(-2)}`
}

/** What people type between digits: commas of either width, spaces. */
export const withoutSeparators = (typed: string) => typed.replaceAll(/[,，\s]/g, '')

/** "1234567.5" → "1,234,567.5"; below nothing with a minus sign, which is no hyphen. */
export function thousands(decimal: string): string {
  const [whole = '', part] = decimal.split('.')
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return (part === undefined ? grouped : `${grouped}.${part}`).replace(/^-/, '−')
}

const withoutLeadingZeros = (digits: string) => digits.replace(/^0+(?=\d)/, '')

/** "3" → "↑3", "-1" → "↓1": a change. */
export function signed(decimal: string): string {
  return decimal.startsWith('-') ? `↓${thousands(decimal.slice(1))}` : `↑${thousands(decimal)}`
}
