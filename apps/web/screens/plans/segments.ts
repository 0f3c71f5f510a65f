import type { PlanItem } from '#contract/plans.ts'

/** A stretch of the text under the same items; `items` innermost (shortest) first. */
export interface Segment {
  readonly start: number
  readonly end: number
  readonly items: readonly PlanItem[]
}

/** A line of the text, cut where items begin and end. */
export interface Paragraph {
  readonly start: number
  readonly end: number
  readonly segments: readonly Segment[]
}

/** The text cut into its own paragraphs, and each of these where an item begins or ends. Offsets stay those of the text. */
export function paragraphsOf(text: string, items: readonly PlanItem[]): readonly Paragraph[] {
  const sorted = items.toSorted((a, b) => a.start - b.start)
  const paragraphs: Paragraph[] = []
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    const trimmed = text[end - 1] === '\r' ? end - 1 : end
    const inside = sorted.filter((item) => item.start < trimmed && item.end > start)
    if (text.slice(start, trimmed).trim() !== '') paragraphs.push({ start, end: trimmed, segments: segmentsOf(start, trimmed, inside) })
    start = end + 1
  }
  return paragraphs
}

function segmentsOf(start: number, end: number, items: readonly PlanItem[]): readonly Segment[] {
  const cuts = new Set([start, end])
  for (const item of items) {
    if (item.start > start) cuts.add(item.start)
    if (item.end < end) cuts.add(item.end)
  }
  const points = [...cuts].sort((a, b) => a - b)
  return points.slice(0, -1).map((from, at) => {
    const to = points[at + 1] ?? end
    const over = items.filter((item) => item.start < to && item.end > from).toSorted((a, b) => a.end - a.start - (b.end - b.start))
    return { start: from, end: to, items: over }
  })
}
