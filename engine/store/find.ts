import type { Actor } from '#engine/define/actor.ts'
import type { Expression } from '#engine/define/expression.ts'
import type { Register, RowOf } from '#engine/define/register.ts'
import { type Store, tableOf } from './context.ts'
import { binder, toSql } from './expression-sql.ts'
import { ask, type Reader } from './read.ts'
import { decoded, selectList } from './rows.ts'

/** Who looks, and through what. */
export interface Eyes {
  readonly store: Store
  readonly reader: Reader
  readonly actor: Actor
}

/** Entries that fulfil a condition, whatever the person may read: for rules that look at the whole. */
export async function findRows<R extends Register>(
  { store, reader, actor }: Eyes,
  register: R,
  where: Expression,
  ending = '',
): Promise<readonly RowOf<R>[]> {
  const values: unknown[] = []
  const condition = toSql(where, register, actor, binder(values))
  const text = `select ${selectList(register)} from ${tableOf(store, register)} where ${condition} order by id${ending}`
  return (await ask(reader, text, values)).map((row) => decoded(register, row) as RowOf<R>) // its own columns
}
