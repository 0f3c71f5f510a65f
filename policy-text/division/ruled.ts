import type { Line } from '../lines.ts'
import type { Range } from '../sentences.ts'

/** The lines of a page, with what the folded text no longer tells: where a tab stood, and which characters take double width. */
export interface RuledPage {
  readonly text: string
  readonly lines: readonly Line[]
  isTab(place: number): boolean
  isWide(place: number): boolean
}

const STROKE = /[|｜│]/

/** The cells of a line whose cells are parted by tabs or by strokes, empty ones too; the whole line where nothing parts it. */
export function ruledParts(page: RuledPage, line: Line): readonly Range[] {
  const { start, end } = wholeLine(page.text, line)
  const tabs = placesOf(start, end, (place) => page.text[place] === ' ' && page.isTab(place))
  if (tabs.length > 0) return between(page.text, { start, end }, tabs)
  const strokes = placesOf(line.start, line.end, (place) => STROKE.test(page.text[place] ?? ''))
  const parts = between(page.text, line, strokes)
  return framed(page.text, line) ? parts.slice(1, -1) : parts
}

/** “| 甲 | 乙 |”: the outer strokes are the frame. */
function framed(page: string, { start, end }: Range): boolean {
  return STROKE.test(page[start] ?? '') && STROKE.test(page[end - 1] ?? '') && end - start > 2
}

/** With the blanks before and after: a tab there parts off an empty cell. */
function wholeLine(page: string, { start, end }: Range): Range {
  const next = page.indexOf('\n', end)
  return { start: page.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? page.length : next }
}

function placesOf(start: number, end: number, holds: (place: number) => boolean): readonly number[] {
  const found: number[] = []
  for (let place = start; place < end; place += 1) if (holds(place)) found.push(place)
  return found
}

function between(page: string, { start, end }: Range, places: readonly number[]): readonly Range[] {
  return [...places, end].map((stop, at) => trimmed(page, at === 0 ? start : (places[at - 1] ?? 0) + 1, stop))
}

function trimmed(page: string, start: number, end: number): Range {
  let [from, to] = [start, end]
  while (from < to && page[from] === ' ') from += 1
  while (to > from && page[to - 1] === ' ') to -= 1
  return { start: from, end: to }
}

/** A piece of a line, and between which columns of a page of even width it stands; a Chinese character takes two. */
export interface Placed extends Range {
  readonly x: number
}

/** The pieces of a line between gaps of so many blanks or more: one parts the names of a head, two the cells of a row. */
export function placedParts(page: RuledPage, line: Line, gap: 1 | 2 = 2): readonly Placed[] {
  const { start, end } = wholeLine(page.text, line)
  const found: Placed[] = []
  let x = 0
  let from = -1
  let fromX = 0
  let blanks = 0
  for (let place = start; place <= end; place += 1) {
    const isBlank = place === end || page.text[place] === ' '
    blanks = isBlank ? blanks + 1 : 0
    if (!isBlank && from < 0) [from, fromX] = [place, x]
    if (from >= 0 && (blanks === gap || place === end)) {
      found.push({ start: from, end: place + 1 - blanks, x: fromX })
      from = -1
    }
    if (place < end) x += page.isWide(place) ? 2 : 1
  }
  return found
}
