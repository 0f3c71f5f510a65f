import { type Columned, type Columns, withColumns } from '#platform/db/columns.ts'
import { ask, type Reader } from './read.ts'

/** The rows of a statement, each held against the columns that its reader rests on; a statement and its type cannot drift apart unseen. */
export async function askFor<C extends Columns>(
  reader: Reader,
  columns: C,
  text: string,
  values: readonly unknown[],
): Promise<readonly Columned<C>[]> {
  return withColumns(columns, await ask(reader, text, values))
}
