import type { PlanItem } from '#contract/plans.ts'

/** A stretch of the text under the same items; `items` innermost (shortest) first. */
export interface Segment {
  readonly start: number
  readonly end: number
  readonly items: readonly PlanItem[]
}

/** A line of the text, cut where items begin and end; `levels` says on which line below the words each item is underlined. */
export interface Paragraph {
  readonly start: number
  readonly end: number
  readonly segments: readonly Segment[]
  readonly levels: ReadonlyMap<string, number>
}

/** A line of the text before anything is known of items. */
export interface Line {
  readonly start: number
  readonly end: number
}

/** The paragraphs of a text, without blank ones. Offsets stay those of the text. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    const trimmed = text[end - 1] === '\r' ? end - 1 : end
    if (text.slice(start, trimmed).trim() !== '') lines.push({ start, end: trimmed })
    start = end + 1
  }
  return lines
}

/** The items of each line, by the place of the line, in one pass; items over several lines stand in each. */
export function itemsByLine(lines: readonly Line[], items: readonly PlanItem[]): ReadonlyMap<number, readonly PlanItem[]> {
  const byLine = new Map<number, PlanItem[]>()
  for (const item of items.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    for (let at = firstLineAfter(lines, item.start); at < lines.length; at++) {
      const line = lines[at]
      if (line === undefined || line.start >= item.end) break
      const inLine = byLine.get(line.start)
      if (inLine) inLine.push(item)
      else byLine.set(line.start, [item])
    }
  }
  return byLine
}

/** The first line that ends after a place. */
function firstLineAfter(lines: readonly Line[], place: number): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.end ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low
}

/** A line cut where items begin and end. */
export function paragraphOf({ start, end }: Line, items: readonly PlanItem[]): Paragraph {
  const cuts = new Set([start, end])
  for (const item of items) {
    if (item.start > start) cuts.add(item.start)
    if (item.end < end) cuts.add(item.end)
  }
  const points = [...cuts].sort((a, b) => a - b)
  const segments = points.slice(0, -1).map((from, at) => {
    const to = points[at + 1] ?? end
    const over = items.filter((item) => item.start < to && item.end > from).toSorted((a, b) => a.end - a.start - (b.end - b.start))
    return { start: from, end: to, items: over }
  })
  return { start, end, segments, levels: levelsOf(items) }
}

const MOST_LEVELS = 3

/** Items that share words are underlined on different lines, the one that begins first nearest to the words. */
function levelsOf(items: readonly PlanItem[]): ReadonlyMap<string, number> {
  const ends: number[] = []
  const levels = new Map<string, number>()
  for (const { id, start, end, state } of items) {
    if (state === 'removed' || state === 'leftOut') continue
    const free = ends.findIndex((taken) => taken <= start)
    const level = free === -1 ? ends.length : free
    ends[level] = end
    levels.set(id, Math.min(level, MOST_LEVELS - 1))
  }
  return levels
}
