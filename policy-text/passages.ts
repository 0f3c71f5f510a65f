import type { Outline } from './clauses.ts'
import type { HeadMatter } from './head-matter.ts'
import type { Reading } from './reading.ts'
import { blotted, type Range, sentencesIn } from './sentences.ts'

/** A sentence of the plan; `start` and `end` are positions of the body copy. */
export interface Sentence extends Range {
  /** The words, and the same with brackets and labels blotted out. */
  readonly text: string
  readonly blotted: string
  /** The heading above, or an empty text. */
  readonly heading: string
  readonly clause: string
  /** True when the sentence is (the end of) a heading. */
  readonly inHeading: boolean
}

/** The sentences of the plan itself, in order; what stands before it is a notice or a news report. */
export function sentencesOf(reading: Reading, outline: Outline, head: HeadMatter): readonly Sentence[] {
  return reading.body.paragraphs
    .filter((paragraph) => paragraph.start >= head.planStart)
    .flatMap((paragraph) => {
      const text = reading.body.copy.text.slice(paragraph.start, paragraph.end)
      const hidden = blotted(text)
      return sentencesIn(hidden).map((range): Sentence => {
        const start = paragraph.start + range.start
        const above = outline.headingAt(start)
        return {
          start,
          end: paragraph.start + range.end,
          text: text.slice(range.start, range.end),
          blotted: hidden.slice(range.start, range.end),
          heading: outline.headings[above ?? -1]?.text ?? '',
          clause: outline.clauseAt(start),
          inHeading: above !== null && start < (reading.headings[above]?.end ?? 0),
        }
      })
    })
}
