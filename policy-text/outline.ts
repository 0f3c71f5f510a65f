/** A found heading, by its place in the text. */
export interface OutlineHeading {
  readonly item: string
  readonly label: string
  readonly level: number
  readonly start: number
  readonly end: number
}

/** What stands under one heading, deeper headings included. */
export interface Section extends OutlineHeading {
  /** The headings above this one, outermost first. */
  readonly above: readonly OutlineHeading[]
  /** Where the next heading of this level or a higher one begins. */
  readonly until: number
  readonly leaf: boolean
}

/** The headings of a text with what each reaches over; `level` is the style of its number, so the nesting comes from the order. */
export function outlineOf(headings: readonly OutlineHeading[]): readonly Section[] {
  const sorted = headings.toSorted((a, b) => a.start - b.start)
  const sections = sorted.map((heading, at) => ({
    ...heading,
    above: [] as readonly OutlineHeading[],
    until: Number.POSITIVE_INFINITY,
    leaf: (sorted[at + 1]?.level ?? 0) <= heading.level,
  }))
  const open: (typeof sections)[number][] = []
  for (const section of sections) {
    while (open.length > 0 && open.at(-1)!.level >= section.level) open.pop()!.until = section.start
    section.above = [...open]
    open.push(section)
  }
  return sections
}

/** The innermost section a place lies in: the one that began last, as the next one ends it or lies inside it. */
export function sectionAt(outline: readonly Section[], place: number): Section | undefined {
  return outline[firstFrom(outline, place + 1) - 1]
}

/** Of things in the order of the text those that begin from one place on and before another. */
export function beginningWithin<Thing extends Placed>(sorted: readonly Thing[], from: number, until: number): readonly Thing[] {
  return sorted.slice(firstFrom(sorted, from), firstFrom(sorted, until))
}

interface Placed {
  readonly start: number
}

/** Where the first stands that begins at a place or after it. */
function firstFrom(sorted: readonly Placed[], place: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]!.start < place) low = middle + 1
    else high = middle
  }
  return low
}

const GOALS = /目标|总体要求|总体思路|目標|總體要求/

/** Whether a section is where the plan says what it wants as a whole. */
export function statesGoals({ label, above }: Pick<Section, 'label' | 'above'>): boolean {
  return [label, ...above.map((each) => each.label)].some((each) => GOALS.test(each))
}
