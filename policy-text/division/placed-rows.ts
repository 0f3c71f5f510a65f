import { headingMark } from '../heading-marks.ts'
import { type DivisionHead, isHeadCell } from './head.ts'
import type { OpenRow, ReadRows } from './rows.ts'
import { type Placed, placedParts, type RuledPage } from './ruled.ts'
import { type CellWords, continued, NO_WORDS, wordsIn } from './words.ts'

const LONGEST_TABLE = 1200
/** So many lines that say nothing of the rows, heads above all, may follow one another. */
const LONGEST_PAUSE = 12
/** A cell may begin so much before the others of its column: two and a half Chinese characters. */
const SLACK = 5

interface PlacedLine {
  readonly line: number
  /** The pieces of the line by columns. */
  readonly cells: ReadonlyMap<number, Placed>
}

/**
 * Rows of a table as a PDF prints it: cells broken over lines that stand below one another. No rows where the lines do not stand
 * in columns, or each row stands on one line and needs no columns.
 */
export function placedRows(page: RuledPage, head: DivisionHead): ReadRows<OpenRow> {
  const none = { rows: [], until: head.nextLine }
  if (head.columns[0] !== 'number') return none
  const headLine = page.lines[head.firstLine]
  const names = headLine ? placedParts(page, headLine, 1) : []
  if (names.length !== head.columns.length) return none
  const body = bodyOf(page, head, startsOf(page, head, names))
  const numbered = body.flatMap(({ cells }, at) => (isNumber(page, cells.get(0)) ? [at] : []))
  const until = (body.at(-1)?.line ?? head.nextLine) + 1
  if (numbered.length === 0 || numbered.length === body.length) return { rows: [], until }
  const bounds = boundsOf(page, body, numbered, contentColumn(head))
  const rows = bounds.map((from, at) => rowOf(page, head, body.slice(from, bounds[at + 1] ?? body.length)))
  return { rows, until }
}

/** Where each column begins: the commonest begin of a piece between the name before and the end of its own. */
function startsOf(page: RuledPage, head: DivisionHead, names: readonly Placed[]): readonly number[] {
  const times = new Map<number, number>()
  for (const line of page.lines.slice(head.nextLine, head.nextLine + 60))
    for (const { x } of placedParts(page, line)) times.set(x, (times.get(x) ?? 0) + 1)
  return names.map((name, at) => {
    const before = names[at - 1]
    const from = before ? before.x + widthOf(page, before) : 0
    let best = name.x
    for (let x = from; x < name.x + widthOf(page, name); x += 1) if ((times.get(x) ?? 0) > (times.get(best) ?? 0)) best = x
    return best
  })
}

function widthOf(page: RuledPage, { start, end }: Placed): number {
  let width = 0
  for (let place = start; place < end; place += 1) width += page.isWide(place) ? 2 : 1
  return width
}

/** The lines of the table by columns, to the first that stands in none of them. */
function bodyOf(page: RuledPage, head: DivisionHead, starts: readonly number[]): readonly PlacedLine[] {
  const body: PlacedLine[] = []
  for (let at = head.nextLine; at < Math.min(page.lines.length, head.nextLine + LONGEST_TABLE); at += 1) {
    const line = page.lines[at]
    if (at - (body.at(-1)?.line ?? head.nextLine) > LONGEST_PAUSE) break
    if (!line || line.noise) continue
    const parts = placedParts(page, line)
    if (parts.every((piece) => isHeadCell(wordsIn(page.text, piece).text))) continue
    const cells = new Map<number, Placed>()
    for (const piece of parts.flatMap((each) => atColumns(page, each, starts))) {
      const column = starts.findLastIndex((start, index) => piece.x >= start - Math.min(SLACK, (start - (starts[index - 1] ?? start)) / 2))
      if (column >= 0) cells.set(column, piece)
    }
    if (isGroup(page, parts) && goesOn(page, at)) continue
    if (cells.size === 0 || cells.size < parts.length || (cells.has(0) && !isNumber(page, cells.get(0)))) break
    body.push({ line: at, cells })
  }
  return body
}

/** “二、壮大主体” over the whole width names the rows below it. */
function isGroup(page: RuledPage, parts: readonly Placed[]): boolean {
  const [only] = parts
  if (!only || parts.length > 1 || only.end - only.start > LONGEST_GROUP) return false
  return (headingMark(page.text.slice(only.start, only.end))?.mark.rank ?? 9) <= 5
}

const LONGEST_GROUP = 30

/** Whether the next line that is printed is a row with its number. */
function goesOn(page: RuledPage, at: number): boolean {
  const next = page.lines.slice(at + 1, at + 4).find((line) => !line.noise)
  const parts = next ? placedParts(page, next) : []
  return parts.length > 2 && isNumber(page, parts[0])
}

/** A full cell may leave but one blank before the next: what begins where a column does is a piece of its own. */
function atColumns(page: RuledPage, piece: Placed, starts: readonly number[]): readonly Placed[] {
  let x = piece.x
  for (let place = piece.start; place < piece.end; place += 1) {
    x += page.isWide(place) ? 2 : 1
    const next = x
    if (page.text[place] === ' ' && starts.some((start) => start > piece.x + SLACK && Math.abs(start - next) <= 1))
      return [{ ...piece, end: place }, ...atColumns(page, { start: place + 1, end: piece.end, x }, starts)]
  }
  return [piece]
}

function isNumber(page: RuledPage, piece: Placed | undefined): boolean {
  return piece !== undefined && /^\d{1,3}[.、]?$/.test(page.text.slice(piece.start, piece.end))
}

function contentColumn({ columns }: DivisionHead): number {
  return Math.max(columns.indexOf('content'), columns.includes('content') ? 0 : columns.indexOf('task'))
}

/**
 * The first line of each row. Where the first number stands on the first line the cells begin at the top; otherwise they stand in the
 * middle: a row reaches as far below its number as above it, to the sentence that begins nearest to there.
 */
function boundsOf(page: RuledPage, body: readonly PlacedLine[], numbered: readonly number[], content: number): readonly number[] {
  if (numbered[0] === 0) return numbered
  const begins = sentenceBegins(page, body, content)
  const bounds = [0]
  for (let at = 1; at < numbered.length; at += 1) {
    const [one, next] = [numbered[at - 1] ?? 0, numbered[at] ?? 0]
    const wanted = 2 * one - (bounds.at(-1) ?? 0) + 1
    const between = begins.filter((line) => one < line && line <= next)
    const nearest = between.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0]
    bounds.push(nearest ?? Math.min(next, Math.max(one + 1, wanted)))
  }
  return bounds
}

/** The lines on which a sentence of the content begins. */
function sentenceBegins(page: RuledPage, body: readonly PlacedLine[], content: number): readonly number[] {
  const begins: number[] = []
  let ended = true
  for (const [line, { cells }] of body.entries()) {
    const piece = cells.get(content)
    if (!piece) continue
    if (ended) begins.push(line)
    ended = /[。;]$/.test(page.text.slice(piece.start, piece.end))
  }
  return begins
}

function rowOf(page: RuledPage, head: DivisionHead, lines: readonly PlacedLine[]): OpenRow {
  const cells = head.columns.map((_, column) =>
    lines.reduce((cell: CellWords, line) => {
      const piece = line.cells.get(column)
      return piece ? continued(cell, wordsIn(page.text, piece)) : cell
    }, NO_WORDS),
  )
  return { cells, lines: [lines[0]?.line ?? 0, lines.at(-1)?.line ?? 0] }
}
