import { type Copy, copyWriter } from './copy.ts'
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

/** Joins the lines that a PDF or a narrow page broke, and leaves out those that `skip` names. */
export function bodyOf(page: Copy, lines: readonly Line[], skip: (line: number) => boolean): Body {
  const wrapping = wrappingOf(lines)
  const writer = copyWriter(page)
  const paragraphs: Paragraph[] = []
  const open = { start: 0, firstLine: -1, at: 0 }
  const close = (): void => {
    if (open.firstLine >= 0) paragraphs.push({ start: open.start, end: open.at, firstLine: open.firstLine })
    open.firstLine = -1
  }
  let before: Line | null = null
  lines.forEach((line, index) => {
    if (line.noise || skip(index)) return
    if (!before || !joins(before, line, wrapping)) {
      close()
      if (before) {
        writer.put('\n', line.start, line.start)
        open.at += 1
      }
      open.start = open.at
      open.firstLine = index
    }
    open.at += writeCompact(writer, page.text, line)
    before = line
  })
  close()
  return { copy: writer.finish(), paragraphs }
}

function joins(before: Line, line: Line, wrapping: Wrapping | null): boolean {
  if (leavesBracketOpen(before.text)) return true
  if (opensParagraph(line.text)) return false
  if (RUNS_ON.test(before.text) || CONTINUES.test(line.text)) return true
  if (wrapping === null || line.indent >= wrapping.indent + 2) return false
  const length = inkWidth(before.text) + Math.min(Math.max(before.indent - wrapping.indent, 0) / 2, 2)
  return length >= wrapping.width * (ENDS.test(before.text) ? 0.97 : 0.82)
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
    const between = ASCII_WORD.test(page[at - 1] ?? '') && ASCII_WORD.test(page[next] ?? '')
    const stop = between ? at + 1 : at
    if (kept < stop) writer.keep(kept, stop)
    written += stop - kept
    at = next - 1
    kept = next
  }
  if (kept < line.end) writer.keep(kept, line.end)
  return written + line.end - kept
}

function nextInk(page: string, from: number, stop: number): number {
  let at = from
  while (at < stop && page[at] === ' ') at += 1
  return at
}
