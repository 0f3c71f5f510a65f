import type { Outline } from '../clauses.ts'
import type { HeadMatter } from '../head-matter.ts'
import type { Reading } from '../reading.ts'
import type { Range } from '../sentences.ts'
import type { Segment } from './segments.ts'

/** A paragraph of the plan, and what stands around it. */
export interface Place {
  readonly reading: Reading
  readonly outline: Outline
  readonly head: HeadMatter
  readonly paragraph: number
  readonly offset: number
  /** The paragraph with brackets and labels blotted out, and as written. */
  readonly text: string
  readonly written: string
}

/** The numbers of the headings above a place, outermost first. */
export function headingPath(place: Place): string {
  return place.reading.headings[place.outline.headingAt(place.offset) ?? -1]?.path ?? ''
}

/** The words of the heading above, in the characters that the rules are written in. */
export function headingWords({ reading, outline, offset }: Place): string {
  const heading = reading.headings[outline.headingAt(offset) ?? -1]
  return heading === undefined ? '' : reading.body.copy.text.slice(heading.textStart, heading.end)
}

/** True where the heading speaks of aims or indicators. */
export function isGoalSection(place: Place): boolean {
  return /目标|指标/.test(headingWords(place))
}

/** Drops “到2027年” and list words from the head of a quote: the shortest clause is wanted. */
export function trimmed(written: string, segment: Segment): Range {
  const head =
    /^(?:——|[•●■]|以及|并|其中|和|及|\d{1,2}[.、]|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、)*(?:即)?(?:(?:20\d\d年(?:、|和))*(?:力争)?(?:到|至|在)?(?:20\d\d年(?:年?底前|末前|底|末|前)?|“?十[三四五六]五”?(?:末|期末|期间|时期)))?/.exec(
      written.slice(segment.start, segment.quantity.start),
    )
  const rowNumber = segment.start === 0 ? /^\d{1,3}(?=[\u4e00-\u9fff“]{2})/.exec(written) : null
  return { start: segment.start + Math.max(head?.[0].length ?? 0, rowNumber?.[0].length ?? 0), end: segment.end }
}

/** “4.1 单位能耗下降3.5%”: the number of a heading is no part of a figure in it. */
export function afterNumber({ reading, outline, offset }: Place, { start, end }: Range): Range {
  const heading = reading.headings[outline.headingAt(offset + start) ?? -1]
  return { start: Math.max(start, Math.min((heading?.textStart ?? 0) - offset, end)), end }
}

/** The nearest heading above; a figure in a heading belongs to the heading over it. */
export function parentOf(place: Place, position: number): string | null {
  const { reading, outline } = place
  let at = outline.headingAt(position)
  if (at === null) return null
  const found = reading.headings[at]
  if (found && position < found.end) {
    at = reading.headings.findLastIndex((heading, index) => index < (at ?? 0) && heading.depth < found.depth)
  }
  const parent = outline.headings[at]
  return parent ? reading.source.slice(parent.start, parent.end) : null
}
