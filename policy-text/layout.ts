import { type Copy, copyWriter } from './copy.ts'
import type { CellWords } from './division/words.ts'
import { opensParagraph } from './heading-marks.ts'
import type { Line } from './lines.ts'

/** A paragraph of the body: a range of the body copy, and the lines it was made from. */
export interface Paragraph {
  readonly start: number
  readonly end: number
  readonly firstLine: number
}

/** The document without page furniture and hard line breaks: one paragraph a line, no blanks between Chinese characters. */
export interface Body {
  readonly copy: Copy
  readonly paragraphs: readonly Paragraph[]
}

// A line that ends so has said what it had to say.
const ENDS = /[。!?;:”)\]》]$/
const RUNS_ON = /[,、([“《+]$/
const CONTINUES = /^[,、。;:)\]”》%!?]/

/** How the lines of tables are to be written. */
export interface TableLines {
  /** Lines read elsewhere: tables of indicators, and lines of a row after its first. */
  skips(line: number): boolean
  /** The cells of the row that begins on a line: “1;组建联合体;省科技厅;2031年”; null for a line that opens no row. */
  rowAt(line: number): readonly CellWords[] | null
}

/** Joins the lines that a PDF or a narrow page broke, and leaves out those of tables that are read elsewhere. */
export function bodyOf(page: Copy, lines: readonly Line[], tables: TableLines): Body {
  const wrapping = wrappingOf(lines)
  const writer = copyWriter(page)
  const paragraphs: Paragraph[] = []
  const open = { start: 0, firstLine: -1, at: 0 }
  const close = (): void => {
    if (open.firstLine >= 0) paragraphs.push({ start: open.start, end: open.at, firstLine: open.firstLine })
    open.firstLine = -1
  }
  let before: Line | null = null
  let afterRow = false
  lines.forEach((line, index) => {
    if (line.noise || tables.skips(index)) return
    const row = tables.rowAt(index)
    if (!before || afterRow || row || !joins(before, line, wrapping)) {
      close()
      if (before) {
        writer.put('\n', line.start, line.start)
        open.at += 1
      }
      open.start = open.at
      open.firstLine = index
    }
    open.at += row ? writeCells(writer, row) : writeCompact(writer, page.text, line)
    before = line
    afterRow = row !== null
  })
  close()
  return { copy: writer.finish(), paragraphs }
}

function joins(before: Line, line: Line, wrapping: Wrapping | null): boolean {
  if (leavesBracketOpen(before.text)) return true
  if (opensParagraph(line.text)) return false
  if (RUNS_ON.test(before.text) || CONTINUES.test(line.text) || isSentenceCut(before, line)) return true
  if (wrapping === null || line.indent >= wrapping.indent + 2) return false
  const length = inkWidth(before.text) + Math.min(Math.max(before.indent - wrapping.indent, 0) / 2, 2)
  return length >= wrapping.width * (ENDS.test(before.text) ? 0.97 : 0.82)
}

// Prose whose paragraph stops in mid-sentence and goes on as prose was cut by the page, however short the text is.
function isSentenceCut(before: Line, line: Line): boolean {
  if (ENDS.test(before.text) || line.indent >= before.indent + 2 || /^[\u4e00-\u9fff]{2,8}:/.test(before.text)) return false
  return (
    isProse(before.text) && inkWidth(before.text) >= 22 && /[,。;]/.test(line.text) && !/^[\d(《“]?[^,。;]{0,3}年.{1,6}日/.test(line.text)
  )
}

function isProse(text: string): boolean {
  return /。|,.*[^,]{3}/.test(text) && !/(方案|规划|计划|意见|措施|办法|通知)(\(.*\))?$/.test(text)
}

// “…(责任 / 单位:市科技局)”
function leavesBracketOpen(text: string): boolean {
  const open = Math.max(text.lastIndexOf('('), text.lastIndexOf('['))
  return open >= 0 && open > Math.max(text.lastIndexOf(')'), text.lastIndexOf(']'))
}

/** How a text was broken into lines: its width in Chinese characters, and the blanks before a line that goes on. */
interface Wrapping {
  readonly width: number
  readonly indent: number
}

/**
 * The width at which the text was broken into lines, or null for a text whose lines are paragraphs.
 * In broken text most full lines stop in mid-sentence.
 */
function wrappingOf(lines: readonly Line[]): Wrapping | null {
  const long = lines.filter((line) => !line.noise && line.text.length >= 14)
  const broken = long.filter((line) => !ENDS.test(line.text)).map((line) => inkWidth(line.text))
  if (broken.length < 4 || broken.length / long.length < 0.4) return null
  const width = broken.sort((a, b) => a - b)[Math.floor(broken.length * 0.8)] ?? 0
  const full = broken.filter((length) => length >= width * 0.85 && length <= width * 1.1)
  const indents = long.map((line) => line.indent).sort((a, b) => a - b)
  return width <= 75 && full.length / broken.length >= 0.6 ? { width, indent: indents[Math.floor(indents.length * 0.3)] ?? 0 } : null
}

/** The width of a line in Chinese characters: Latin letters and digits take half. */
function inkWidth(text: string): number {
  let halves = 0
  for (let at = 0; at < text.length; at += 1) halves += text.charCodeAt(at) < 0x80 ? 1 : 2
  return halves / 2
}

const ASCII_WORD = /[A-Za-z0-9]/

// Justified PDF text reads “科 技 厅”; blanks stay only between two Latin words or numbers.
function writeCompact(writer: ReturnType<typeof copyWriter>, page: string, line: Line): number {
  let written = 0
  let kept = line.start
  for (let at = line.start; at < line.end; at += 1) {
    if (page[at] !== ' ') continue
    const next = nextInk(page, at, line.end)
    const between = ASCII_WORD.test(page[at - 1] ?? '') && ASCII_WORD.test(page[next] ?? '') && !insideNumber(page, at, next)
    const stop = between ? at + 1 : at
    if (kept < stop) writer.keep(kept, stop)
    written += stop - kept
    at = next - 1
    kept = next
  }
  if (kept < line.end) writer.keep(kept, line.end)
  return written + line.end - kept
}

function writeCells(writer: ReturnType<typeof copyWriter>, cells: readonly CellWords[]): number {
  let written = 0
  for (const { text, at } of cells) {
    if (text === '') continue
    if (written > 0) {
      writer.put(';', at[0] ?? 0, (at[0] ?? 0) + 1)
      written += 1
    }
    for (let from = 0; from < at.length; ) {
      const run = runFrom(at, from)
      writer.keep(at[from] ?? 0, (at[from] ?? 0) + run)
      from += run
      written += run
    }
  }
  return written
}

/** How many characters from here stand side by side on the page. */
function runFrom(at: readonly number[], from: number): number {
  let next = from + 1
  while (next < at.length && at[next] === (at[from] ?? 0) + next - from) next += 1
  return next - from
}

const DIGIT = /\d/

/** Recognised and justified text parts the digits of a number: “2 0 3 3 年”, “1 8%”, “1 200万千瓦”. */
function insideNumber(page: string, at: number, next: number): boolean {
  const digit = (place: number): boolean => DIGIT.test(page[place] ?? '')
  if (!digit(at - 1) || !digit(next)) return false
  const single = !digit(at - 2) && page[at - 2] !== '.' && !digit(next + 1) && page[next + 1] !== '.'
  const groups =
    /(?<!\d)\d{1,3}$/.test(page.slice(Math.max(0, at - 4), at)) && /^\d{3} ?[\u4e00-\u9fff%A-Z]/.test(page.slice(next, next + 5))
  return single || groups
}

function nextInk(page: string, from: number, stop: number): number {
  let at = from
  while (at < stop && page[at] === ' ') at += 1
  return at
}
