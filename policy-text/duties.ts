import type { Outline } from './clauses.ts'
import { type DutyMark, marksIn } from './duty-marks.ts'
import { type DutyRow, dutyRowsIn } from './duty-tables.ts'
import type { HeadMatter } from './head-matter.ts'
import type { Responsibility } from './plan-draft.ts'
import { bodyPosition, pageQuoteOf, pageWordsOf, quoteOf, type Reading, wordsOf } from './reading.ts'

/** Finds who leads and who supports: marks in brackets, and lines “责任单位:…”. */
export function findDuties(reading: Reading, outline: Outline, head: HeadMatter): readonly Responsibility[] {
  const marks = marksIn(reading).filter((mark) => mark.start >= head.planStart)
  let everywhere: readonly string[] = []
  const marked = marks.map((mark): Responsibility => {
    const inherited = everywhere
    everywhere = mark.everywhere.length > 0 ? printed(reading, mark.everywhere) : everywhere
    const heading = outline.headings[outline.headingAt(mark.start) ?? -1]
    return {
      ...quoteOf(reading, mark.start, mark.end),
      lead: printed(reading, mark.lead),
      support: printed(reading, mark.support),
      inheritedSupport: inherited,
      joint: mark.joint,
      appliesTo: heading ? `${heading.number}${heading.text}` : null,
      clause: outline.clauseAt(mark.start),
      confidence: mark.confidence,
    }
  })
  const tabled = dutyRowsIn(reading.lines).map((row) => tabledDuty(reading, outline, row))
  return [...marked, ...tabled].sort((a, b) => a.start - b.start)
}

function tabledDuty(reading: Reading, outline: Outline, row: DutyRow): Responsibility {
  const named = (ranges: DutyRow['lead']): readonly string[] => [
    ...new Set(ranges.map(({ start, end }) => pageWordsOf(reading, start, end))),
  ]
  const lead = named(row.lead)
  return {
    ...pageQuoteOf(reading, row.start, row.end),
    lead,
    support: named(row.support),
    inheritedSupport: [],
    joint: lead.length > 1 && row.support.length === 0,
    appliesTo: pageWordsOf(reading, row.task.start, row.task.end),
    clause: outline.clauseAt(bodyPosition(reading, row.start)),
    confidence: 0.75,
  }
}

function printed(reading: Reading, names: DutyMark['lead']): readonly string[] {
  return [...new Set(names.map(({ start, end }) => wordsOf(reading, start, end)))]
}
