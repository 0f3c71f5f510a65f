const DECIMALS = 6
const SCALE = 10n ** BigInt(DECIMALS)

/** The exact sum of decimal strings, without floats: ["0.1", "0.2"] → "0.3". */
export function addDecimals(parts: readonly string[]): string {
  return printed(parts.reduce((sum, part) => sum + scaled(part), 0n))
}

/** The same decimal with the other sign. */
export function negated(digits: string): string {
  return printed(-scaled(digits))
}

function scaled(digits: string): bigint {
  if (!digits.includes('.')) return BigInt(digits) * SCALE
  const [whole = '0', part = ''] = digits.replace('-', '').split('.')
  const size = BigInt(whole + part.slice(0, DECIMALS).padEnd(DECIMALS, '0'))
  return digits.startsWith('-') ? -size : size
}

function printed(sum: bigint): string {
  const size = sum < 0n ? -sum : sum
  const part = (size % SCALE).toString().padStart(DECIMALS, '0').replace(/0+$/, '')
  return `${sum < 0n ? '-' : ''}${size / SCALE}${part && `.${part}`}`
}
