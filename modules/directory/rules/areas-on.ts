interface Dated {
  readonly code: string
  readonly fromOn?: string | null
  readonly untilOn?: string | null
}

/** The areas that were valid on a day. */
export function areasOn<A extends Dated>(areas: readonly A[], day: string): readonly A[] {
  return areas.filter(({ fromOn, untilOn }) => (fromOn ?? '') <= day && (untilOn ?? '9999-12-31') >= day)
}

export interface Succession {
  readonly fromArea: string
  readonly toArea: string
  readonly onDate: string
}

/** What an area has become by a day, over any number of changes; itself when nothing changed. */
export function successorsOn(
  successions: readonly Succession[],
  code: string,
  day: string,
  seen: readonly string[] = [],
): readonly string[] {
  const next = successions.filter(({ fromArea, onDate, toArea }) => fromArea === code && onDate <= day && !seen.includes(toArea))
  if (next.length === 0) return [code]
  return [...new Set(next.flatMap(({ toArea }) => successorsOn(successions, toArea, day, [...seen, code])))]
}
