import { addDecimals } from '#engine/define/decimals.ts'
import type { Register } from '#engine/define/register.ts'
import { columnOf } from '#engine/derive/columns.ts'
import { engineTable, pastTableOf, type Store, tableOf } from './context.ts'
import { type Bind, binder } from './expression-sql.ts'
import { entriesWith, type FigureQuestion, figureCondition } from './figure-question.ts'
import { ask, poolReader } from './read.ts'

/** A sum of contributions: one measure, month of `countsOn`, and value of a field as it was known on the day asked for. */
export interface ClassCell {
  readonly measure: string
  /** As text; empty where the entry has none. */
  readonly value: string
  /** YYYY-MM. */
  readonly month: string
  /** A decimal string. */
  readonly amount: string
}

/** The cells of a figure by a field, and the snapshot in which they were counted. */
export interface Counted {
  readonly cells: readonly ClassCell[]
  /** As `pg_snapshot` prints itself. */
  readonly seen: string
}

/** A figure of whole months as things stand, by the values of a field. */
interface Asked {
  readonly store: Store
  readonly register: Register
  readonly field: string
  readonly question: FigureQuestion
}

/** All of it counted: every contribution joined with its entry, 350 ms for 100,000. */
export async function countedBy({ store, register, field, question }: Asked): Promise<Counted> {
  const values: unknown[] = []
  const bind = binder(values)
  const where = figureCondition(store, question, 'counts_on', bind)
  const counted = cellsSql(`select own.measure, entries.value, own.counts_on, own.amount from ${engineTable(store, 'contribution')} own
    left join (${entriesWith(store, register, field, undefined, bind)}) entries on entries.id = own.entry where ${where}`)
  const text = `select pg_current_snapshot()::text as seen, cell.* from (select) always left join (${counted}) cell on true`
  const rows = (await ask(poolReader(store), text, values)) as unknown as readonly Told[] // the columns named there
  return { cells: cellsOf(rows), seen: rows[0]!.seen }
}

/** More changed entries than these are counted faster with all others. */
const MOST_CHANGED = 2_000

interface Told extends ClassCell {
  readonly seen: string
}

interface ToldSince extends Told {
  readonly changed: number
  readonly totals: Readonly<Record<string, string>> | null
}

/**
 * The same after what has changed since: what entries that another transaction has written add now, less what they added to their class of then. Undefined
 * when too many have changed, or when the sums are not the totals of the figure, as in a copy of a database that counts its transactions anew.
 */
export async function countedOn(asked: Asked, { cells, seen }: Counted): Promise<Counted | undefined> {
  const { text, values } = sinceSql(asked, seen)
  const rows = (await ask(poolReader(asked.store), text, values)) as unknown as readonly ToldSince[] // the columns named there
  const [{ changed, totals, seen: now }] = rows as readonly [ToldSince]
  if (changed === 0) return { cells, seen: now }
  if (changed > MOST_CHANGED) return undefined
  const all = addedUp(cells, cellsOf(rows))
  return totals && isSummed(all, totals) ? { cells: all, seen: now } : undefined
}

function sinceSql(
  { store, register, field, question }: Asked,
  seen: string,
): { readonly text: string; readonly values: readonly unknown[] } {
  const values: unknown[] = [seen]
  const bind = binder(values)
  const [own, past, event] = [tableOf(store, register), pastTableOf(store, register), engineTable(store, 'event')]
  const value = `${columnOf(register, field)!.sql}::text`
  // Entry by entry through its index: a plan for any snapshot would join all there are.
  const parts = (more: string) =>
    `(select measure, counts_on, amount, xid from ${engineTable(store, 'contribution')} where entry = changed.id and ${figureCondition(store, question, 'counts_on', bind)} ${more} offset 0)`
  const text = `with changed as materialized (select id, ${value} as value from ${own}
      where changed_xid >= pg_snapshot_xmin($1::pg_snapshot) and changed_xid < pg_snapshot_xmax(pg_current_snapshot())
        and not pg_visible_in_snapshot(changed_xid, $1::pg_snapshot) limit ${MOST_CHANGED + 1}),
    moved as (
      select part.measure, changed.value, part.counts_on, part.amount from changed cross join lateral ${parts('')} part
      union all select part.measure, earlier.value, part.counts_on, -part.amount from changed
        cross join lateral (select ${value} as value from ${past} version where version.id = changed.id
          and (select ${WAS_SEEN} from ${event} own where own.id = version.event) order by version.version desc limit 1) earlier
        cross join lateral ${parts(`and ${WAS_SEEN}`)} part)
    select state.*, cell.* from (select pg_current_snapshot()::text as seen, (select count(*)::int from changed) as changed,
        case when exists (select from changed) then (${totalsSql(store, question, bind)}) end as totals) state
      left join (${cellsSql('select * from moved')}) cell on true`
  return { text, values }
}

/** Numbers beyond those of today are of the server that a copy of the database came from: long ago. */
const WAS_SEEN = '(pg_visible_in_snapshot(xid, $1::pg_snapshot) or xid >= pg_snapshot_xmax(pg_current_snapshot()))'

/** What every measure adds up to, whatever the class: see `figure-totals.ts`. */
function totalsSql(store: Store, question: FigureQuestion, bind: Bind): string {
  const where = figureCondition(store, question, 'month', bind)
  const sums = ['contribution_total', 'contribution_recent'].map(
    (table) => `select measure, sum(amount) as amount from ${engineTable(store, table)} where ${where} group by 1`,
  )
  return `select coalesce(jsonb_object_agg(measure, amount::text), '{}') from (
    select measure, sum(amount) as amount from (${sums.join(' union all ')}) tables group by 1) measures`
}

/** Days are summed before months: there are thousands of them and not as many as entries, so that PostgreSQL groups without sorting. */
export function cellsSql(parts: string): string {
  return `select measure, value, to_char(date_trunc('month', counts_on::timestamp), 'YYYY-MM') as month, sum(amount)::text as amount
    from (select measure, coalesce(value, '') as value, counts_on, sum(amount) as amount from (${parts}) parts group by 1, 2, 3) days
    group by 1, 2, 3 having sum(amount) <> 0`
}

function cellsOf(rows: readonly Told[]): readonly ClassCell[] {
  return rows.flatMap(({ measure, value, month, amount }) => (measure === null ? [] : [{ measure, value, month, amount }]))
}

function addedUp(cells: readonly ClassCell[], more: readonly ClassCell[]): readonly ClassCell[] {
  const sums = new Map(cells.map((cell) => [keyOf(cell), cell]))
  for (const cell of more) {
    const amount = addDecimals([sums.get(keyOf(cell))?.amount ?? '0', cell.amount])
    if (amount === '0') sums.delete(keyOf(cell))
    else sums.set(keyOf(cell), { ...cell, amount })
  }
  return [...sums.values()]
}

function isSummed(cells: readonly ClassCell[], totals: Readonly<Record<string, string>>): boolean {
  const byMeasure = Map.groupBy(cells, ({ measure }) => measure)
  const measures = new Set([...byMeasure.keys(), ...Object.keys(totals)])
  return [...measures].every(
    (measure) => addDecimals((byMeasure.get(measure) ?? []).map(({ amount }) => amount)) === addDecimals([totals[measure] ?? '0']),
  )
}

const keyOf = ({ measure, value, month }: ClassCell) => `${measure}\n${value}\n${month}`
