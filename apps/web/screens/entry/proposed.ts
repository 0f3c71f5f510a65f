import type { MoveDescription, Values } from '../../api/types.ts'
import { same } from '../../values/draft.ts'

type Move = Pick<MoveDescription, 'proposes'>

/** What a move begins with in a field: what the entry has, or what the definition proposes; the person looks at it and may change it. */
export function proposedFor(name: string, { proposes = {} }: Move, values: Values): unknown {
  const year = values[proposes[name]?.yearEndOf ?? '']
  return values[name] ?? (typeof year === 'number' ? `${year}-12-31` : null)
}

/** What is proposed for several entries at once. */
export interface ProposedForAll {
  /** Where it is the same for all of them. */
  readonly value: unknown
  /** Where it is not: each day with the number of entries it is proposed for, the first day first. */
  readonly several: readonly { readonly day: string; readonly count: number }[]
}

/** The same for all, or told apart: one answer given for all of them is then the person's own. */
export function proposedForAll(name: string, move: Move, entries: readonly { readonly values: Values }[]): ProposedForAll {
  const each = entries.map(({ values }) => proposedFor(name, move, values))
  const [first = null] = each
  if (each.every((one) => same(one, first))) return { value: first, several: [] }
  if (move.proposes?.[name] === undefined) return { value: null, several: [] }
  const days = Map.groupBy(each, (one) => (typeof one === 'string' ? one : ''))
  return { value: null, several: [...days].map(([day, own]) => ({ day, count: own.length })).sort((a, b) => (a.day < b.day ? -1 : 1)) }
}
