import { endsMonth } from '#engine/define/period.ts'
import type { FigureCell } from '#engine/derive/contributions.ts'
import { engineTable, type Store } from './context.ts'
import { binder } from './expression-sql.ts'
import { type FigureQuestion, figureCondition } from './figure-question.ts'
import { cellsOfTotals } from './figure-totals.ts'
import { ask, poolReader } from './read.ts'

/** Sums by measure, area and month of `countsOn`, in no order: everything a figure page shows is added up from these cells. */
export async function figureCells(store: Store, question: FigureQuestion): Promise<readonly FigureCell[]> {
  if (isInTotals(question)) return cellsOfTotals(store, question)
  const { text, values } = ofRows(store, question)
  return (await ask(poolReader(store), text, values)) as unknown as readonly FigureCell[] // the columns named there
}

/** As of a past instant, or up to a day within a month: from the contributions themselves. */
function ofRows(store: Store, question: FigureQuestion): Asking {
  const values: unknown[] = []
  const where = figureCondition(store, question, 'counts_on', binder(values))
  // Months are named once a group and not once a row: 190 ms against 300 for 276,000 contributions.
  const text = `select measure, area, to_char(month, 'YYYY-MM') as month, amount::text as amount
    from (select measure, area, date_trunc('month', counts_on::timestamp) as month, sum(amount) as amount from ${engineTable(store, 'contribution')} where ${where} group by 1, 2, 3) as cells
    where amount <> 0`
  return { text, values }
}

interface Asking {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Whether a figure is asked of totals, which keep its cells: whole months of now; neither what was recorded since a day nor which entries it came from. */
export function isInTotals({ from, to, asOf, since, ofClass }: FigureQuestion): boolean {
  const isOfWholeMonths = (from === undefined || from.endsWith('-01')) && (to === undefined || endsMonth(to))
  return isOfWholeMonths && asOf === undefined && since === undefined && ofClass === undefined
}

/** An entry behind a figure: where and from which day it counts, by how much, and since when that is known. */
export interface FigureEntry {
  readonly register: string
  readonly entry: string
  readonly area: string
  readonly countsOn: string
  readonly amount: string
  readonly recordedAt: string
}

/** The entries behind a figure, each with what it adds; entries whose parts cancel are not behind it. */
export async function figureEntries(store: Store, question: FigureQuestion, limit: number): Promise<readonly FigureEntry[]> {
  const values: unknown[] = []
  const bind = binder(values)
  const where = figureCondition(store, question, 'counts_on', bind)
  const text = `select register, entry, area, counts_on as "countsOn", sum(amount)::text as amount, max(recorded_at) as "recordedAt" from ${engineTable(store, 'contribution')}
    where ${where} group by 1, 2, 3, 4 having sum(amount) <> 0 order by counts_on desc, entry limit ${bind(limit)}`
  return (await ask(poolReader(store), text, values)) as unknown as readonly FigureEntry[]
}
