import type { Register } from '#engine/define/register.ts'
import { engineTable, type Store } from './context.ts'
import { binder } from './expression-sql.ts'
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

/** The figure cut by a field of its register: a class, a choice. The field is read as of the same instant as the figure. */
export async function figureCellsBy(
  store: Store,
  register: Register,
  field: string,
  question: FigureQuestion,
): Promise<readonly ClassCell[]> {
  const values: unknown[] = []
  const bind = binder(values)
  const where = figureCondition(store, question, 'counts_on', bind)
  const text = `select cells.measure, coalesce(entries.value, '') as value, to_char(cells.month, 'YYYY-MM') as month, sum(cells.amount)::text as amount
    from (select entry, measure, date_trunc('month', counts_on::timestamp) as month, sum(amount) as amount from ${engineTable(store, 'contribution')}
      where ${where} group by 1, 2, 3 having sum(amount) <> 0) cells
    left join (${entriesWith(store, register, field, question.asOf, bind)}) entries on entries.id = cells.entry
    group by 1, 2, 3 having sum(cells.amount) <> 0 order by 1, 2, 3`
  return (await ask(poolReader(store), text, values)) as unknown as readonly ClassCell[] // the columns named above
}
