import { isNoise } from './noise.ts'

/** A line of the folded page, without the blanks around it. */
export interface Line {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Blanks before the first character. */
  readonly indent: number
  readonly blankBefore: boolean
  readonly noise: boolean
}

/** The lines of a page that are not blank; a row whose cells are parted by tabs is never cut. */
export function linesOf(page: string, isTab: (place: number) => boolean): readonly Line[] {
  const lines: Line[] = []
  let blankBefore = false
  for (let at = 0; at <= page.length; ) {
    const found = page.indexOf('\n', at)
    const stop = found < 0 ? page.length : found
    const raw = page.slice(at, stop)
    const text = raw.trim()
    if (text === '') blankBefore = true
    else {
      const lead = raw.length - raw.trimStart().length
      lines.push(
        ...splitAtHeadings(
          { start: at + lead, end: at + lead + text.length, text, indent: lead, blankBefore, noise: isNoise(text) },
          isTab,
        ),
      )
      blankBefore = false
    }
    at = stop + 1
  }
  return withoutContents(lines)
}

// “…。 二、重点任务 (一)…”: a page flattened into one line still shows its headings after a full stop.
const HEADING_INSIDE =
  /(?<=[。;!?)\]”] *| )(?:[一二三四五六七八九十]{1,3} ?、|\( ?[一二三四五六七八九十]{1,3} ?\)(?= ?[\u4e00-\u9fff“]{2,40}[。:\s])|第[一二三四五六七八九十]{1,3}[章节] )/g

function splitAtHeadings(line: Line, isTab: (place: number) => boolean): readonly Line[] {
  if (line.noise || line.text.length < 60) return [line]
  const headings = [...line.text.matchAll(HEADING_INSIDE)].map((match) => match.index).filter((at) => at > 0 && !isTab(line.start + at - 1))
  const cuts = isFlattened(line.text, headings.length) ? breaksOf(line.text, headings) : headings
  return [0, ...cuts].map((from, at) => {
    const text = line.text.slice(from, cuts[at] ?? line.text.length).trimEnd()
    return {
      ...line,
      start: line.start + from,
      end: line.start + from + text.length,
      text,
      indent: from > 0 ? line.indent + 2 : line.indent,
      noise: from > 0 || cuts.length > 0 ? isNoise(text) : line.noise,
    }
  })
}

const FEWEST_HEADINGS = 3
const FLAT = 200

/** A whole page on one line: its line breaks have become blanks, of which prose has few. */
function isFlattened(text: string, headings: number): boolean {
  return text.length >= FLAT && headings >= FEWEST_HEADINGS && (text.match(/ /g)?.length ?? 0) * 10 < text.length
}

// A blank between two Chinese words, before “1.” or a date, and after what a page says of itself: “浏览次数:231 为…”.
const BREAK =
  /(?<=[\u4e00-\u9fff。”》)\]!?;]) +(?=[\u4e00-\u9fff“《([]|\d{1,2}[.、](?!\d)|20\d\d ?年 ?\d)|(?<=\d) +(?=来源|作者|浏览|发布|字号|打印|编辑|责任编辑|阅读|点击|上一|下一|版权)|(?<=(?:次数|量|率):\d{1,7}) +/g

function breaksOf(text: string, headings: readonly number[]): readonly number[] {
  const breaks = [...text.matchAll(BREAK)].map((match) => match.index + match[0].length)
  return [...new Set([...headings, ...breaks])].toSorted((a, b) => a - b)
}

/** Marks the table of contents: what stands between “目录” and the second appearance of its first entry. */
function withoutContents(lines: readonly Line[]): readonly Line[] {
  const title = lines.findIndex((line) => /^目\s*录$/.test(line.text))
  const first = lines[title + 1]
  if (title < 0 || !first) return lines
  const key = contentsKey(first.text)
  const again = lines.findIndex((line, at) => at > title + 1 && contentsKey(line.text) === key)
  if (again < 0 || again - title > 200) return lines
  return lines.map((line, at) => (at >= title && at < again ? { ...line, noise: true } : line))
}

function contentsKey(text: string): string {
  return text.replace(/[.…·—_\s]*\d{0,4}$/, '').replaceAll(' ', '')
}
