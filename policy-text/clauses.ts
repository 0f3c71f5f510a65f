import type { FoundHeading } from './headings.ts'
import { idGiver } from './ids.ts'
import type { Clause, Heading } from './plan-draft.ts'
import { quoteOf, type Reading, wordsOf } from './reading.ts'

/** Headings as reported, and the clauses between them. */
export interface Outline {
  readonly headings: readonly Heading[]
  readonly clauses: readonly Clause[]
  /** Index into `headings` of the nearest heading above a position of the body, or null. */
  headingAt(position: number): number | null
  clauseAt(position: number): string
}

/**
 * Clause ids are a hash of the heading's words: they survive edits in the clause's own text and anywhere else in the document,
 * also when a new item before it changes its number, and change only when the heading itself is reworded. Where two headings
 * say the same, the words of the heading above tell them apart.
 */
export function outlineOf(reading: Reading): Outline {
  const idFor = idGiver('c')
  const ids = ['', ...keysOf(reading)].map(idFor)
  const headings = reading.headings.map((found, at): Heading => {
    const { start, end } = quoteOf(reading, found.start, found.end)
    const number = wordsOf(reading, found.start, found.textStart)
    return {
      level: found.level,
      depth: found.depth,
      number,
      text: wordsOf(reading, found.textStart, found.end),
      start,
      end,
      clause: ids[at + 1] ?? '',
      ...sureness(found),
    }
  })
  const starts = reading.headings.map((found) => found.start)
  const headingAt = (position: number): number | null => lastAtOrBefore(starts, position)
  return {
    headings,
    clauses: clausesOf(reading, headings, ids),
    headingAt,
    clauseAt: (position) => ids[(headingAt(position) ?? -1) + 1] ?? '',
  }
}

function keysOf(reading: Reading): readonly string[] {
  const words = reading.headings.map((found) => reading.body.copy.text.slice(found.textStart, found.end))
  const times = new Map<string, number>()
  for (const each of words) times.set(each, (times.get(each) ?? 0) + 1)
  const above: string[] = []
  return reading.headings.map(({ depth }, at) => {
    const own = words[at] ?? ''
    above.length = depth - 1
    above.push(own)
    return times.get(own) === 1 ? own : `${above.at(-2) ?? ''}|${own}`
  })
}

// A whole sentence behind a number may be a task of a list rather than a heading.
const SENTENCE_LIKE = 25

function sureness({ mark, textStart, end }: FoundHeading): Pick<Heading, 'confidence' | 'why'> {
  const long = end - textStart > SENTENCE_LIKE
  const confidence = long ? 0.7 : mark.name === 'third' || mark.name === 'decimal' ? 0.9 : 0.97
  return {
    confidence,
    why: {
      zh: `按编号样式“${STYLE_NAMES[mark.name] ?? mark.name}”判为标题${long ? '；整句较长，可能是任务条目' : ''}`,
      en: `a heading by the style of its number${long ? '; the sentence is long and may be an item of a list' : ''}`,
    },
  }
}

const STYLE_NAMES: Readonly<Record<string, string>> = {
  part: '第一篇',
  chapter: '第一章',
  section: '第一节',
  article: '第一条',
  formal: '壹、',
  first: '一、',
  second: '（一）',
  named: '行动一',
  third: '1.',
  decimal: '1.1',
  fourth: '（1）',
  letter: '(a)',
  fifth: '①',
  box: '专栏',
}

function clausesOf(reading: Reading, headings: readonly Heading[], ids: readonly string[]): readonly Clause[] {
  const end = reading.source.length
  const preamble: Clause = { id: ids[0] ?? '', path: '', headingIndex: null, start: 0, end: headings[0]?.start ?? end }
  const rest = headings.map((heading, at): Clause => {
    const path = reading.headings[at]?.path ?? ''
    return { id: heading.clause, path, headingIndex: at, start: heading.start, end: headings[at + 1]?.start ?? end }
  })
  return [preamble, ...rest]
}

function lastAtOrBefore(starts: readonly number[], position: number): number | null {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= position) low = middle + 1
    else high = middle
  }
  return low === 0 ? null : low - 1
}
