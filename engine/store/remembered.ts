import { createHash } from 'node:crypto'
import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import { type Store, tableOf } from './context.ts'
import { kept } from './kept.ts'
import { ask, poolReader, type Reader } from './read.ts'

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
/** A figure has some 2,000 rows, half a megabyte; a hundred of them would be more than the rest of the process. */
const MOST_ROWS = 60_000
const SEEN = 'seen snapshot'
const memory = kept((_store: Store) => new Map<string, Remembered>())
const rowsIn = (known: ReadonlyMap<string, Remembered>) => [...known.values()].reduce((sum, { rows }) => sum + rows.length, 0)

/** What a statement that counts entries answered, for as long as no entry of the registers that it reads has changed. */
export async function countedRows(
  reader: Reader,
  store: Store,
  registers: readonly Register[],
  counting: Counting,
): Promise<readonly Row[]> {
  const tables = registers.map((register) => tableOf(store, register))
  return rememberedRows(reader, store, tables, counting)
}

/**
 * What a statement answered, for as long as nothing in these tables has changed: every write leaves its transaction in `changed_xid`, so one
 * look into an index tells it, whichever process wrote. Rights are in the statement and its values. While it is remembered the answer is
 * the same object. Inside a transaction nothing is remembered: it sees what may yet be taken back.
 */
export async function rememberedRows(reader: Reader, store: Store, tables: readonly string[], counting: Counting): Promise<readonly Row[]> {
  if (reader !== store.database) return ask(reader, counting.text, counting.values)
  const known = memory(store)
  const key = createHash('sha256')
    .update(JSON.stringify([tables, counting.text, counting.values]))
    .digest('base64url')
  const found = known.get(key)
  const answered = await ask(reader, unlessKnown(tables, counting), [...counting.values, found?.seen ?? NEVER])
  const [{ [SEEN]: seen, [CHANGED]: changed } = {}] = answered
  if (found && changed === false) return found.rows
  const rows = answered.flatMap(({ [SEEN]: _seen, [CHANGED]: _changed, [IS_ROW]: isRow, ...row }) => (isRow === true ? [row] : []))
  known.delete(key)
  known.set(key, { rows, seen: String(seen) })
  while (known.size > MOST_REMEMBERED || rowsIn(known) > MOST_ROWS) known.delete(known.keys().next().value!)
  return rows
}

/** No transaction is so old. */
const NEVER = '0'
const CHANGED = 'changed since'
const IS_ROW = 'is row'

/**
 * Whether anything has changed, and only then the rows, from one statement: the snapshot is that of the rows, so that no change falls between,
 * and who asks waits once. `offset 0` keeps the condition with the rows, where PostgreSQL looks at it once before it begins on them; without
 * it the condition becomes one of the join, for rows that are there already.
 */
function unlessKnown(tables: readonly string[], { text, values }: Counting): string {
  const seen = `$${values.length + 1}`
  return `select state.*, counted.* from (
      select (${seen}::xid8 = '${NEVER}' or ${changedSql(tables, seen)}) as "${CHANGED}", pg_snapshot_xmin(pg_current_snapshot())::text as "${SEEN}" offset 0) state
    left join lateral (select true as "${IS_ROW}", told.* from (${text}) told where state."${CHANGED}" offset 0) counted on true`
}

/** What is worked out of tables by statements of its own, in all of which only what these tables hold is read. */
export interface Working<Answer> {
  readonly tables: readonly string[]
  /** What was asked, the day and the time zone it depends on included. */
  readonly key: string
  readonly work: () => Promise<Answer>
}

const MOST_ANSWERS = 100
const answers = kept((_store: Store) => new Map<string, { readonly answer: unknown; readonly seen: string }>())

/**
 * What was worked out, for as long as nothing in its tables has changed. The snapshot is taken before the work begins: whatever ends
 * while it goes on, or goes on while it ends, makes the next question work it out anew. It must not depend on who asks.
 */
export async function rememberedAnswer<Answer>(store: Store, { tables, key, work }: Working<Answer>): Promise<Answer> {
  const known = answers(store)
  const found = known.get(key)
  const { changed, now } = await changesSince(store, tables, found?.seen ?? '0')
  if (found && !changed) return found.answer as Answer // what `work` of the same key answered
  const answer = await work()
  known.delete(key)
  known.set(key, { answer, seen: now })
  if (known.size > MOST_ANSWERS) known.delete(known.keys().next().value!)
  return answer
}

/** Transactions beyond the present ones are of the server a copy of the database came from. */
async function changesSince(store: Store, tables: readonly string[], seen: string): Promise<{ changed: boolean; now: string }> {
  const text = `select ${changedSql(tables, '$1')} as changed, pg_snapshot_xmin(pg_current_snapshot())::text as now`
  const [row] = await ask(poolReader(store), text, [seen])
  return { changed: row?.['changed'] !== false, now: String(row?.['now']) }
}

function changedSql(tables: readonly string[], seen: string): string {
  return tables
    .map(
      (table) =>
        `exists (select from ${table} where changed_xid >= ${seen}::xid8 and changed_xid < pg_snapshot_xmax(pg_current_snapshot()))`,
    )
    .join(' or ')
}
