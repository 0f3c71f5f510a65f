/** How many shades of one colour tell more from less. */
export const SHADES = 5

/** 0 for none, 1…5 by share of the largest. */
export function shadeOf(value: number, largest: number): number {
  return value <= 0 || largest <= 0 ? 0 : Math.max(1, Math.ceil((value / largest) * SHADES))
}
