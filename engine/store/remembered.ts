import { createHash } from 'node:crypto'
import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import { type Store, tableOf } from './context.ts'
import { kept } from './kept.ts'
import { ask, type Reader } from './read.ts'

/** A statement over registers and their versions. */
export interface Counting {
  readonly text: string
  readonly values: readonly unknown[]
}

interface Remembered {
  readonly rows: readonly Row[]
  /** No transaction below this one was still under way when the rows were counted. */
  readonly seen: string
}

const MOST_REMEMBERED = 500
const memory = kept((_store: Store) => new Map<string, Remembered>())

/**
 * What a statement that counts entries answered, for as long as no entry of the registers that it reads has changed: every write leaves its
 * transaction in `changed_xid`, so one look into an index tells it, whichever process wrote. Rights are in the statement and its values.
 * Inside a transaction nothing is remembered: it sees what may yet be taken back.
 */
export async function countedRows(
  reader: Reader,
  store: Store,
  registers: readonly Register[],
  counting: Counting,
): Promise<readonly Row[]> {
  if (reader !== store.database) return ask(reader, counting.text, counting.values)
  const known = memory(store)
  const key = createHash('sha256')
    .update(JSON.stringify([registers.map(({ name }) => name), counting.text, counting.values]))
    .digest('base64url')
  const found = known.get(key)
  if (found && (await isUnchanged(reader, store, registers, found.seen))) return found.rows
  const rows = await ask(reader, withSnapshot(counting.text), counting.values)
  known.delete(key)
  const seen = rows[0]?.['seen snapshot']
  if (typeof seen === 'string') known.set(key, { rows, seen })
  if (known.size > MOST_REMEMBERED) known.delete(known.keys().next().value!)
  return rows
}

/** The rows and the snapshot they were counted in come from one statement, so that no change falls between. */
function withSnapshot(text: string): string {
  return `select counted.*, pg_snapshot_xmin(pg_current_snapshot())::text as "seen snapshot" from (${text}) as counted`
}

/** Transactions beyond the present ones are of the server a copy of the database came from. */
async function isUnchanged(reader: Reader, store: Store, registers: readonly Register[], seen: string): Promise<boolean> {
  const changed = registers.map(
    (register) =>
      `exists (select from ${tableOf(store, register)} where changed_xid >= $1::xid8 and changed_xid < pg_snapshot_xmax(pg_current_snapshot()))`,
  )
  const text = `select ${changed.join(' or ')} as changed`
  const [row] = await ask(reader, text, [seen])
  return row?.['changed'] === false
}
