/** A piece of text with its place on the page, in points from the lower left corner. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A line as printed, and by how many characters it is indented. */
export interface PrintedLine {
  readonly text: string
  readonly indent: number
}

/** The lines of a page from top to bottom; of a page in two columns the left one first. */
export function inColumns(pieces: readonly Piece[]): readonly PrintedLine[] {
  const gutter = gutterOf(pieces)
  if (gutter === null) return linesFrom(pieces)
  return [...linesFrom(pieces.filter(({ x }) => x < gutter)), ...linesFrom(pieces.filter(({ x }) => x >= gutter))]
}

const FEWEST_PIECES = 16
const STEPS = 40

/** The middle of a blank strip that parts a page in two columns of prose; the cells of a table fill their columns less. */
function gutterOf(pieces: readonly Piece[]): number | null {
  if (pieces.length < FEWEST_PIECES) return null
  const left = least(pieces.map(({ x }) => x))
  const right = most(pieces.map(({ x, width }) => x + width))
  for (let step = 0; step <= STEPS; step += 1) {
    // From the middle outwards, over the middle third.
    const offset = ((step % 2 === 0 ? 1 : -1) * Math.ceil(step / 2)) / STEPS / 3
    const at = left + (right - left) * (0.5 + offset)
    if (isGutter(pieces, at, right - left)) return at
  }
  return null
}

function isGutter(pieces: readonly Piece[], at: number, width: number): boolean {
  const crossing = pieces.filter((piece) => piece.x < at - 2 && piece.x + piece.width > at + 2)
  if (crossing.length > pieces.length * 0.05) return false
  const sides = [pieces.filter(({ x }) => x < at), pieces.filter(({ x }) => x >= at)]
  return sides.every((side) => side.length >= pieces.length * 0.3 && fill(side) >= width * 0.3)
}

/** How wide the lines of one side are on the whole. */
function fill(pieces: readonly Piece[]): number {
  const widths = rowsOf(pieces).map((row) => most(row.map(({ x, width }) => x + width)) - least(row.map(({ x }) => x)))
  return widths.sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0
}

function linesFrom(pieces: readonly Piece[]): readonly PrintedLine[] {
  const left = least(pieces.map(({ x }) => x))
  return rowsOf(pieces).map((row) => ({
    text: joined(row, left),
    indent: Math.round(((row[0]?.x ?? left) - left) / (row[0]?.height ?? 16)),
  }))
}

/** Pieces whose feet are at nearly the same height, from left to right; rows from top to bottom. */
function rowsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const rows: Piece[][] = []
  for (const piece of pieces.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    const [first] = row ?? []
    if (row && first && Math.abs(first.y - piece.y) < Math.min(first.height, piece.height) / 2) row.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x))
}

// Wider than this, in heights of the text, a gap parts two cells (the margins of two cells are at least 0.2 cm); narrower it parts two words or nothing.
const CELL_GAP = 0.6
const WORD_GAP = 0.25
const WIDEST_GAP = 80

/** The pieces of a row, those of different cells so far apart that the cells of a table stand below one another; a character takes two. */
function joined(row: readonly Piece[], left: number): string {
  const unit = (row[0]?.height ?? 16) / 2
  let text = ''
  let width = Math.round((row[0]?.x ?? left) / unit - left / unit)
  let end: number | null = null
  for (const piece of row) {
    const gap: number = end === null ? 0 : (piece.x - end) / piece.height
    const blanks = gap > CELL_GAP ? Math.min(Math.max(2, Math.round((piece.x - left) / unit) - width), WIDEST_GAP) : gap > WORD_GAP ? 1 : 0
    text += ' '.repeat(blanks) + piece.text
    width += blanks + widthOf(piece.text)
    end = piece.x + piece.width
  }
  return text.trim()
}

function widthOf(text: string): number {
  let width = 0
  for (let at = 0; at < text.length; at += 1) width += text.charCodeAt(at) < FIRST_WIDE ? 1 : 2
  return width
}

// From general punctuation on, characters of Chinese text stand in a square.
const FIRST_WIDE = 0x2010

function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
}
