import { engineTable, type Store } from './context.ts'
import { ask, type Reader } from './read.ts'

/** What became of a row of a sheet. */
export type RowOutcome = 'new' | 'changed' | 'unchanged' | 'wrong' | 'conflict'

/** How many rows came out how, how many of them are in, and in how many something is doubtful. */
export type ImportCounts = Readonly<Record<RowOutcome | 'applied' | 'warned', number>>

export const NONE: ImportCounts = { new: 0, changed: 0, unchanged: 0, wrong: 0, conflict: 0, applied: 0, warned: 0 }

/** With rows of the preview that have come in. */
export function countedWith(
  counts: ImportCounts,
  rows: readonly { readonly outcome: RowOutcome; readonly warnings: readonly unknown[] }[],
): ImportCounts {
  const sums = { ...counts }
  for (const { outcome, warnings } of rows) {
    sums[outcome] += 1
    if (warnings.length > 0) sums.warned += 1
  }
  return sums
}

/** What rows that were to be put in have come to, as a difference. */
export function settledCounts(
  was: ReadonlyMap<number, RowOutcome>,
  settled: readonly { readonly row: number; readonly outcome: RowOutcome; readonly applied: boolean }[],
): ImportCounts {
  const sums = { ...NONE }
  for (const { row, outcome, applied } of settled) {
    const before = was.get(row)
    if (before) sums[before] -= 1
    sums[outcome] += 1
    if (applied) sums.applied += 1
  }
  return sums
}

/** Adds a difference to what is kept. */
export async function addCounts(reader: Reader, store: Store, id: string, difference: ImportCounts): Promise<void> {
  const text = `update ${engineTable(store, 'import')} own set counts =
      (select jsonb_object_agg(key, value::integer + coalesce((own.counts ->> key)::integer, 0)) from jsonb_each_text($2::jsonb))
    where id = $1`
  await ask(reader, text, [id, JSON.stringify(difference)])
}

/** Counts the rows anew, after a choice that may have changed many of them. */
export async function recount(reader: Reader, store: Store, id: string): Promise<void> {
  const text = `update ${engineTable(store, 'import')} own set counts = $2::jsonb || counted.counts from (
      select jsonb_object_agg(key, value) as counts from (
        select outcome as key, count(*) as value from ${engineTable(store, 'import_row')} where import = $1 group by outcome
        union all select 'applied', count(applied_at) from ${engineTable(store, 'import_row')} where import = $1
        union all select 'warned', count(*) from ${engineTable(store, 'import_row')} where import = $1 and warnings <> '[]') each) counted
    where own.id = $1`
  await ask(reader, text, [id, JSON.stringify(NONE)])
}
