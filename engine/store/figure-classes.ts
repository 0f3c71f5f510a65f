import type { Register } from '#engine/define/register.ts'
import { engineTable, ledgerTables, type Store, tableOf } from './context.ts'
import { binder } from './expression-sql.ts'
import { entriesWith, type FigureQuestion, figureCondition } from './figure-question.ts'
import { poolReader } from './read.ts'
import { rememberedRows } from './remembered.ts'

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

/**
 * The figure cut by a field of its register: a class, a choice. The field is read as of the same instant as the figure. Days are summed before months:
 * there are thousands of them and not as many as entries, so that PostgreSQL groups without sorting (a third of the time for 100,000 contributions).
 * What was answered is remembered until an entry of the register or the ledger has changed.
 */
export async function figureCellsBy(
  store: Store,
  register: Register,
  field: string,
  question: FigureQuestion,
): Promise<readonly ClassCell[]> {
  const values: unknown[] = []
  const bind = binder(values)
  const where = figureCondition(store, question, 'counts_on', bind)
  const text = `select measure, value, to_char(date_trunc('month', counts_on::timestamp), 'YYYY-MM') as month, sum(amount)::text as amount
    from (select own.measure, coalesce(entries.value, '') as value, own.counts_on, sum(own.amount) as amount from ${engineTable(store, 'contribution')} own
      left join (${entriesWith(store, register, field, question.asOf, bind)}) entries on entries.id = own.entry where ${where} group by 1, 2, 3) days
    group by 1, 2, 3 having sum(amount) <> 0 order by 1, 2, 3`
  const tables = [tableOf(store, register), ...ledgerTables(store)]
  return (await rememberedRows(poolReader(store), store, tables, { text, values })) as unknown as readonly ClassCell[] // the columns named above
}
