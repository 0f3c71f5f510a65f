import type { Conflict, Merge, Parts } from './merge-pack.ts'

/** Where a task stands to a new version: not given out yet, given out, or done with. */
export type TaskStanding = 'planned' | 'under_way' | 'settled'

/** By its state in the register of tasks. */
export function taskStanding(state: string): TaskStanding {
  if (state === 'planned') return 'planned'
  return state === 'done' || state === 'closed' ? 'settled' : 'under_way'
}

/** A merge that leaves to people what only people may decide. */
export interface HeldBack extends Merge {
  /** Tasks that were reported done or closed: they stay in the words by which they were done, whatever the new version says. */
  readonly left: readonly string[]
}

/** What a new version wants of a task that has been given out is proposed and decided one by one, as a new version of a plan's own text is. */
export function holdBack(merge: Merge, own: Parts, standings: ReadonlyMap<string, TaskStanding>): HeldBack {
  const of = (key: string) => standings.get(key) ?? 'planned'
  const proposed = Object.entries(merge.follow).flatMap(([key, fields]) =>
    of(key) === 'under_way'
      ? Object.entries(fields).map(([field, next]): Conflict => ({ key, field, own: own[key]?.[field] ?? null, next }))
      : [],
  )
  const ended = merge.leaveOut
    .filter((key) => of(key) === 'under_way')
    .map((key): Conflict => ({ key, field: '', own: own[key], next: null }))
  const conflicts = [...merge.conflicts, ...proposed, ...ended]
  const asked = [...Object.keys(merge.follow), ...merge.leaveOut, ...merge.conflicts.map(({ key }) => key)]
  return {
    ...merge,
    follow: Object.fromEntries(Object.entries(merge.follow).filter(([key]) => of(key) === 'planned')),
    leaveOut: merge.leaveOut.filter((key) => of(key) === 'planned'),
    conflicts: conflicts.filter(({ key }) => of(key) !== 'settled'),
    left: [...new Set(asked)].filter((key) => of(key) === 'settled'),
  }
}
