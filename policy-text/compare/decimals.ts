/** A number times a power of ten, without the error of binary fractions: 1.2 × 10⁴ is 12000. */
export function shifted(value: number, power: number): number {
  const text = String(value)
  return text.includes('e') ? value * 10 ** power : Number(`${text}e${power}`)
}

/** A figure as a person would write it: at most four decimals, of small ones four digits that count. */
export function shownNumber(value: number): string {
  const size = Math.abs(value)
  if (size !== 0 && size < 0.1) return String(Number(value.toPrecision(4)))
  return String(Number(value.toFixed(size >= 1000 ? 1 : size >= 10 ? 2 : 4)))
}
