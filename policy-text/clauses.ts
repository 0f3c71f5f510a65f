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
 * Clause ids are a hash of the path (“二/(三)/7”) and the heading's text: they survive edits in the clause's own words and
 * anywhere else in the document, and change when the heading is renamed or renumbered.
 */
export function outlineOf(reading: Reading): Outline {
  const idFor = idGiver('c')
  const ids = ['', ...reading.headings.map((found) => `${found.path}|${reading.body.copy.text.slice(found.textStart, found.end)}`)].map(
    idFor,
  )
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
