import type { Call } from '#engine/store/call.ts'
import { engineTable } from '#engine/store/context.ts'
import type { Asked } from '#engine/store/query.ts'
import { ask, clientReader, poolReader } from '#engine/store/read.ts'

/** With which view a register opens for the person from now on. */
export async function keepOpeningView({ facts, actor }: Call, register: string, view: string | null): Promise<void> {
  const table = engineTable(facts.store, 'opening_view')
  const text =
    view === null
      ? `delete from ${table} where person = $1 and register = $2`
      : `insert into ${table} (person, register, view) values ($1, $2, $3) on conflict (person, register) do update set view = excluded.view`
  await ask(clientReader(facts.client), text, [actor.person, register, ...(view === null ? [] : [view])])
}

/** The view with which the person opens the register. */
export async function openingView({ store, actor }: Asked, register: string): Promise<string | null> {
  const text = `select view from ${engineTable(store, 'opening_view')} where person = $1 and register = $2`
  const [row] = await ask(poolReader(store), text, [actor.person, register])
  return row ? String(row['view']) : null
}
