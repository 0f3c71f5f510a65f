/** How many shades of one colour tell more from less. */
export const SHADES = 5

/** 0 for none, 1…5 by share of the largest. */
export function shadeOf(value: number, largest: number): number {
  return value <= 0 || largest <= 0 ? 0 : Math.max(1, Math.ceil((value / largest) * SHADES))
}

/** The class of a square or cell: its shade, or that it is below nothing. */
export function shadeClass(value: number, largest: number): string {
  return value < 0 ? 'shade-minus' : `shade-${shadeOf(value, largest)}`
}

/** What one shade stands for, both ends included; `from` is missing where values are no whole numbers. */
export interface ShadeStep {
  readonly shade: number
  readonly from?: number
  readonly to: number
}

/** The shades that these values can have, without those between which no whole number lies. */
export function shadeSteps(values: readonly number[]): readonly ShadeStep[] {
  const largest = Math.max(0, ...values)
  if (largest === 0) return []
  const isWhole = values.every(Number.isInteger)
  const steps = Array.from({ length: SHADES }, (_, at) => ({ shade: at + 1, to: (largest * (at + 1)) / SHADES }))
  if (!isWhole) return steps
  return steps
    .map(({ shade, to }, at) => ({ shade, from: Math.floor(steps[at - 1]?.to ?? 0) + 1, to: Math.floor(to) }))
    .filter(({ from, to }) => from <= to)
}
