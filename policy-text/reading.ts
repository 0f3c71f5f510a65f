import { type Copy, copyOf, fromOf, sourceSpan, toOf } from './copy.ts'
import { type DivisionRow, divisionRowsIn } from './division/divisions.ts'
import type { RuledPage } from './division/ruled.ts'
import type { CellWords } from './division/words.ts'
import { writtenRows } from './division/written-rows.ts'
import { folded } from './fold.ts'
import { type FoundHeading, findHeadings } from './headings.ts'
import { type Body, bodyOf } from './layout.ts'
import { type Line, linesOf } from './lines.ts'
import type { Quote } from './plan-draft.ts'
import { type FoundTable, findTables } from './targets/tables.ts'
import { isTraditional, simplifiedCopy } from './traditional.ts'
import { westernYears } from './western-years.ts'

/** A text laid out for reading: everything the finders share. */
export interface Reading {
  readonly source: string
  readonly traditional: boolean
  readonly page: Copy
  readonly lines: readonly Line[]
  readonly tables: readonly FoundTable[]
  readonly divisions: readonly DivisionRow[]
  readonly body: Body
  readonly headings: readonly FoundHeading[]
}

/** Folds, simplifies and lays out a text; nothing is interpreted yet. */
export function layOut(source: string): Reading {
  const traditional = isTraditional(source)
  const given = copyOf(source)
  const page = folded(traditional ? westernYears(simplifiedCopy(given)) : given)
  const isTab = (place: number): boolean => source.charCodeAt(fromOf(page, place) ?? 0) === TAB
  const lines = linesOf(page.text, isTab)
  const tables = findTables(lines)
  const ruled = {
    text: page.text,
    lines,
    isTab,
    isWide: (place) => source.charCodeAt(fromOf(page, place) ?? 0) >= FIRST_WIDE,
  } satisfies RuledPage
  const divisions = divisionRowsIn(ruled)
  const body = bodyOf(page, lines, writtenRows(ruled, divisions, new Set(tables.flatMap((table) => table.lines))))
  return { source, traditional, page, lines, tables, divisions, body, headings: findHeadings(body, source) }
}

const TAB = 9
// General punctuation, letters and signs of Chinese text stand in the square of a character.
const FIRST_WIDE = 0x2010

/** A range of the body as printed. */
export function quoteOf(reading: Reading, start: number, end: number): Quote {
  return printed(reading.source, reading.body.copy, start, end)
}

/** A range of the page (tables are read there) as printed. */
export function pageQuoteOf(reading: Reading, start: number, end: number): Quote {
  return printed(reading.source, reading.page, start, end)
}

function printed(source: string, copy: Copy, start: number, end: number): Quote {
  const span = sourceSpan(copy, start, end)
  return { quote: source.slice(span.start, span.end), ...span }
}

/** The words of a range as printed, on one line: for titles and names that a page broke. */
export function wordsOf(reading: Reading, start: number, end: number): string {
  return piecewise(reading.source, reading.body.copy, start, end)
}

export function pageWordsOf(reading: Reading, start: number, end: number): string {
  return onOneLine(piecewise(reading.source, reading.page, start, end))
}

// A page number may stand inside a name that runs over two pages; only what the copy kept is taken.
function piecewise(source: string, copy: Copy, start: number, end: number): string {
  let words = ''
  let done = 0
  for (let at = start; at < end; at += 1) {
    const [from, to] = [Math.max(fromOf(copy, at) ?? 0, done), toOf(copy, at) ?? 0]
    if (to > from) words += source.slice(from, to)
    done = Math.max(done, to)
  }
  return words
}

export function onOneLine(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/(?<![A-Za-z0-9]) | (?![A-Za-z0-9])/g, '')
    .trim()
}

/** The words of a cell as printed. */
export function cellWordsOf(reading: Reading, { at }: CellWords): string {
  return at.map((place) => reading.source.slice(fromOf(reading.page, place), toOf(reading.page, place))).join('')
}

/** The place in the body nearest before a place of the page: tables are not part of the body. */
export function bodyPosition(reading: Reading, pagePosition: number): number {
  const wanted = fromOf(reading.page, pagePosition) ?? 0
  const { copy } = reading.body
  let low = 0
  let high = copy.text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((fromOf(copy, middle) ?? 0) <= wanted) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}
