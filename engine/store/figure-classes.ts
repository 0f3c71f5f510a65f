import type { Register } from '#engine/define/register.ts'
import { columnOf } from '#engine/derive/columns.ts'
import { engineTable, pastTableOf, type Store, tableOf } from './context.ts'
import { type FigureQuestion, figureCondition } from './figures.ts'
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

/** The figure cut by a field of its register: a class, a choice. The field is read as of the same instant as the figure. */
export async function figureCellsBy(
  store: Store,
  register: Register,
  field: string,
  question: FigureQuestion,
): Promise<readonly ClassCell[]> {
  const { where, values } = figureCondition(store, question)
  const text = `select cells.measure, coalesce(entries.value, '') as value, to_char(cells.month, 'YYYY-MM') as month, sum(cells.amount)::text as amount
    from (select entry, measure, date_trunc('month', counts_on::timestamp) as month, sum(amount) as amount from ${engineTable(store, 'contribution')}
      where ${where} group by 1, 2, 3 having sum(amount) <> 0) cells
    left join (${entriesWith(store, register, field, question.asOf, values)}) entries on entries.id = cells.entry
    group by 1, 2, 3 having sum(cells.amount) <> 0 order by 1, 2, 3`
  return (await ask(poolReader(store), text, values)) as unknown as readonly ClassCell[] // the columns named above
}

/** Every entry with the value of a field, now or as it was known at an instant. */
export function entriesWith(store: Store, register: Register, field: string, asOf: string | undefined, values: unknown[]): string {
  const value = `${columnOf(register, field)!.sql}::text as value`
  if (asOf === undefined) return `select id, ${value} from ${tableOf(store, register)}`
  const instant = `$${values.push(asOf)}::timestamptz`
  return `select id, ${value} from ${tableOf(store, register)} where changed_at <= ${instant}
    union all select id, ${value} from ${pastTableOf(store, register)} where changed_at <= ${instant} and recorded_to > ${instant}`
}
