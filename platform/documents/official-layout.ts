/** Twentieths of a point, rounded: the library's own function cuts, and A4 comes out one short of what Word calls A4. */
export const mm = (millimetres: number) => Math.round((millimetres * 1440) / 25.4)

// GB/T 9704-2012: A4; margins 37 mm top, 35 bottom, 28 left, 26 right; 22 lines of 28 characters of size 3 (16 pt).
export const MARGINS = { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(26) }
export const A4 = { width: mm(210), height: mm(297) }
export const TEXT_WIDTH = mm(156)
export const TEXT_HEIGHT = mm(225)
export const HALF_POINTS = { title: 44, body: 32, foot: 28, table: 24, issuer: 72 }
/** 225 mm / 22 lines = 28.99 pt; in twentieths of a point. */
export const LINE = 579
/**
 * 156 mm / 28 characters = 15.79 pt against 16 pt of the letter, so each gives 0.25 pt (in twentieths). A character grid would
 * say the same, but LibreOffice gives a letter that is wider than its cell two of them: 14 characters a line.
 */
export const CLOSER = -5
/** A character of size 3, in twentieths of a point. */
export const CHARACTER = 320
export const BODY_INDENT = 2 * CHARACTER
const DATE_FROM_RIGHT = 4
export const DATE_INDENT = DATE_FROM_RIGHT * CHARACTER

/** How many characters the issuer's name stands from the right: the date four, the name centred over it (GB/T 9704-2012, 7.3.5.1). */
export function signatureIndent({ by, on }: { readonly by: string; readonly on: string }): number {
  return Math.max(0, DATE_FROM_RIGHT + (charactersWide(on) - charactersWide(by)) / 2)
}

/** Letters and digits are half as wide as a character. */
function charactersWide(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (letter < '\u2E80' ? 0.5 : 1), 0)
}

/** Named, not embedded: offices that print official documents have them; others see their own Song face. */
export const FONTS = { body: '仿宋_GB2312', title: '方正小标宋简体', mark: '黑体', kai: '楷体_GB2312', digits: 'Times New Roman' } as const
