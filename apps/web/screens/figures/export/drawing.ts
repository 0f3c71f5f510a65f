import type { chartColours } from '../../../theme/theme.ts'

/** Colours and letters of a drawing. */
export type Colours = Readonly<Record<keyof ReturnType<typeof chartColours>, string>>

/** Something drawn: SVG elements in a box of their own. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly body: string
}

/** Where letters stand and what they look like. */
interface Letters {
  readonly x: number
  /** Their base line. */
  readonly y: number
  readonly size: number
  readonly fill: string
  readonly strong?: boolean
  readonly anchor?: 'start' | 'middle' | 'end'
}

/** A line of letters. */
export function letters(text: string, { x, y, size, fill, strong = false, anchor = 'start' }: Letters): string {
  const weight = strong ? ' font-weight="600"' : ''
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${weight} text-anchor="${anchor}">${escaped(text)}</text>`
}

/** A filled box; `line` draws its edge. */
export function box(
  at: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  fill: string,
  line?: string,
): string {
  const edge = line === undefined ? '' : ` stroke="${line}"`
  return `<rect x="${at.x}" y="${at.y}" width="${at.width}" height="${at.height}" rx="4" fill="${fill}"${edge}/>`
}

const WIDE = 0x2e80
const NARROW_SHARE = 0.58

/** About how wide a text is at a size: Chinese characters are as wide as high, others a little over half. */
export function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) >= WIDE ? size : size * NARROW_SHARE), 0)
}

/** A text cut into lines that fit a width; one without room for a single character still gets its characters. */
export function linesOf(text: string, width: number, size: number): readonly string[] {
  const lines = ['']
  for (const letter of text) {
    const last = lines.at(-1) ?? ''
    if (last !== '' && widthOf(last + letter, size) > width) lines.push(letter)
    else lines[lines.length - 1] = last + letter
  }
  return lines
}

const SHARES = [0, 12, 22, 32, 42, 52]
const TILE_SHARES = [0, 12, 24, 36, 50, 100]
const PERCENT = 100

/** The ground of a cell of a table, as the style sheet mixes it (map.css). */
export const shadeInTable = (shade: string | undefined, colour: Colours) => shadeFrom(SHARES, shade, colour)
/** The ground of a square of the map. */
export const shadeInTile = (shade: string, colour: Colours) => shadeFrom(TILE_SHARES, shade, colour)

function shadeFrom(shares: readonly number[], shade: string | undefined, { action, paper, line }: Colours): string {
  if (shade === 'shade-minus') return line
  return mixed(action, paper, (shares[Number(shade?.at(-1) ?? 0)] ?? 0) / PERCENT)
}

/** So much of one colour (#rrggbb) in another. */
function mixed(one: string, other: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [a, b] = [one, other].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number] // two colours
    return Math.round(a * share + b * (1 - share))
  })
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
