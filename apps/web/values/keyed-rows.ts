import { same } from './draft.ts'

export type Row = Readonly<Record<string, unknown>>

/** A row of a short table with what it is known by while the form is open; the value itself holds no such key. */
export interface KeyedRow {
  readonly key: number
  readonly row: Row
}

/**
 * Gives rows the keys they had: those alike at their place, then those alike elsewhere (a row above was removed, or somebody
 * else changed the order), then, place by place, those that were changed. Whatever is on its way to a row thus finds it.
 */
export function keyed(before: readonly KeyedRow[], rows: readonly Row[]): readonly KeyedRow[] {
  const free = new Set(before)
  const take = (found: KeyedRow | undefined) => (found && free.delete(found) ? found.key : undefined)
  const inPlace = rows.map((row, at) => take(before[at] && same(before[at].row, row) ? before[at] : undefined))
  const anywhere = rows.map((row, at) => inPlace[at] ?? take([...free].find((each) => same(each.row, row))))
  const changed = rows.map((_, at) => anywhere[at] ?? take(before[at]))
  const highest = Math.max(0, ...before.map(({ key }) => key))
  return rows.map((row, at) => ({ row, key: changed[at] ?? highest + at + 1 }))
}
