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
  return sorted.map((heading, at) => {
    const next = sorted.slice(at + 1).find(({ level }) => level <= heading.level)
    return {
      ...heading,
      above: aboveOf(sorted.slice(0, at), heading.level),
      until: next?.start ?? Number.POSITIVE_INFINITY,
      leaf: (sorted[at + 1]?.level ?? 0) <= heading.level,
    }
  })
}

function aboveOf(before: readonly OutlineHeading[], level: number): readonly OutlineHeading[] {
  const chain: OutlineHeading[] = []
  let below = level
  for (const heading of before.toReversed()) {
    if (heading.level >= below) continue
    chain.unshift(heading)
    below = heading.level
  }
  return chain
}

/** The innermost section a place lies in. */
export function sectionAt(outline: readonly Section[], place: number): Section | undefined {
  return outline.findLast(({ start, until }) => start <= place && place < until)
}

const GOALS = /目标|总体要求|总体思路|目標|總體要求/

/** Whether a section is where the plan says what it wants as a whole. */
export function statesGoals({ label, above }: Pick<Section, 'label' | 'above'>): boolean {
  return [label, ...above.map((each) => each.label)].some((each) => GOALS.test(each))
}
