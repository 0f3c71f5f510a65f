import type { LateList } from '#contract/work-list.ts'

/** An overdue step of one city. */
export type LateLine = LateList['lines'][number]
/** By which the overdue steps are put together. */
export type LateBy = 'city' | 'step'

/** Overdue steps that belong together: those of one city, or those of one kind in all cities. */
export interface LateGroup {
  readonly key: string
  readonly lines: readonly [LateLine, ...LateLine[]]
  readonly count: number
  /** The longest of them, in working days. */
  readonly days: number
}

/** Cities in the order of their codes (GB/T 2260), what lies nowhere last; kinds of steps with the longest overdue first. */
export function groupLate(lines: readonly LateLine[], by: LateBy): readonly LateGroup[] {
  const groups = [...Map.groupBy(lines, KEYS[by])].map(([key, own]) => groupOf(key, own))
  return by === 'city' ? groups.toSorted((a, b) => compare(a.key, b.key)) : groups.toSorted((a, b) => b.days - a.days || b.count - a.count)
}

const NOWHERE = '~'
const KEYS = {
  city: ({ city }) => city ?? NOWHERE,
  step: ({ register, state, move }) => `${register} ${state} ${move}`,
} as const satisfies Record<LateBy, (line: LateLine) => string>

function groupOf(key: string, lines: readonly LateLine[]): LateGroup {
  return {
    key,
    lines: lines as LateGroup['lines'], // a group has what made it
    count: lines.reduce((sum, { count }) => sum + count, 0),
    days: Math.max(...lines.map(({ days }) => days)),
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
