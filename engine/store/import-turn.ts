import { engineTable, type Store } from './context.ts'
import type { RowRange } from './import-range.ts'
import { WAITING } from './import-rows.ts'
import { ask, type Reader } from './read.ts'

/** A set of rows that a transaction is about to put in. */
interface SetOfRows {
  readonly register: string
  readonly import: string
  readonly range: RowRange
}

/**
 * Waits until nobody else is putting in what this set must know of, and says which of its rows are still to be put in. Held until the transaction ends.
 *
 * Sets of one import go side by side: what would come twice among its own rows was found by the preview. Those of two imports of a register do not: what
 * the one has made, the other finds by key or content and does not make again. And two processes, of which one was taken for dead, do not put the same row in:
 * whoever comes second finds it put in.
 */
export async function takeTurn(reader: Reader, store: Store, set: SetOfRows): Promise<ReadonlySet<number>> {
  const [own, rows] = await Promise.all([shareTurn(reader, store, set), lockWaiting(reader, store, set)])
  if (own) return rows
  await takeOver(reader, store, set)
  return await lockWaiting(reader, store, set)
}

async function shareTurn(reader: Reader, store: Store, { register, import: id }: SetOfRows): Promise<boolean> {
  const text = `select from ${engineTable(store, 'import_turn')} where register = $1 and import = $2 for share`
  return (await ask(reader, text, [register, id])).length > 0
}

async function takeOver(reader: Reader, store: Store, { register, import: id }: SetOfRows): Promise<void> {
  const text = `insert into ${engineTable(store, 'import_turn')} (register, import) values ($1, $2) on conflict (register) do update set import = excluded.import`
  await ask(reader, text, [register, id])
}

async function lockWaiting(reader: Reader, store: Store, { import: id, range: { after, upTo } }: SetOfRows): Promise<ReadonlySet<number>> {
  const text = `select row from ${engineTable(store, 'import_row')} where ${WAITING} and row > $2 and row <= $3 order by row for no key update`
  return new Set((await ask(reader, text, [id, after, upTo])).map(({ row }) => Number(row)))
}
