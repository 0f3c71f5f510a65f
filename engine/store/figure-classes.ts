import type { Register } from '#engine/define/register.ts'
import { type ClassCell, type Counted, cellsSql, countedBy, countedOn } from './class-cells.ts'
import { engineTable, ledgerTables, type Store, tableOf } from './context.ts'
import { binder } from './expression-sql.ts'
import { entriesWith, type FigureQuestion, figureCondition } from './figure-question.ts'
import { isInTotals } from './figures.ts'
import { kept } from './kept.ts'
import { poolReader } from './read.ts'
import { rememberedRows } from './remembered.ts'

/** A figure has some 1,500 cells a field, half a megabyte. */
const MOST_KEPT = 30
const memory = kept((_store: Store) => new Map<string, Counted>())

/**
 * The figure cut by a field of its register: a class, a choice. The field is read as of the same instant as the figure. Now: what was counted before is
 * kept, and only entries that have changed since are counted anew (decision 48).
 */
export async function figureCellsBy(
  store: Store,
  register: Register,
  field: string,
  question: FigureQuestion,
): Promise<readonly ClassCell[]> {
  if (!isInTotals(question)) return cellsOfPast(store, register, field, question)
  const known = memory(store)
  const asked = { store, register, field, question }
  const key = JSON.stringify([register.name, field, question])
  const before = known.get(key)
  const counted = (before && (await countedOn(asked, before))) ?? (await countedBy(asked))
  known.delete(key)
  known.set(key, counted)
  if (known.size > MOST_KEPT) known.delete(known.keys().next().value!)
  return counted.cells
}

/** Remembered until an entry of the register or the ledger has changed. */
async function cellsOfPast(store: Store, register: Register, field: string, question: FigureQuestion): Promise<readonly ClassCell[]> {
  const values: unknown[] = []
  const bind = binder(values)
  const where = figureCondition(store, question, 'counts_on', bind)
  const text = `${cellsSql(`select own.measure, entries.value, own.counts_on, own.amount from ${engineTable(store, 'contribution')} own
    left join (${entriesWith(store, register, field, question.asOf, bind)}) entries on entries.id = own.entry where ${where}`)} order by 1, 2, 3`
  const tables = [tableOf(store, register), ...ledgerTables(store)]
  return (await rememberedRows(poolReader(store), store, tables, { text, values })) as unknown as readonly ClassCell[] // the columns named above
}
