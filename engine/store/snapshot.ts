import type { Database, PgClient, QueryRow } from '#platform/db/database.ts'
import type { Store } from './context.ts'

/**
 * Reads many things as they stood at one instant (repeatable read): a batch that is being published meanwhile is in all of them or in
 * none. The store that `work` gets asks only that one connection.
 */
export async function inSnapshot<Answer>(store: Store, work: (frozen: Store) => Promise<Answer>): Promise<Answer> {
  return store.database.transaction((client) => work(storeOn(store, client)), {
    isolation: 'repeatable read',
    access: 'read only',
  })
}

/** The store as a transaction sees it: what asks the store asks that one connection, and a command needs no second one beside its own. */
export function storeOn(store: Store, client: PgClient): Store {
  return { ...store, database: over(client, store.database) }
}

/** One connection as a database; statements given side by side wait for each other. */
function over(client: PgClient, database: Database): Database {
  let last: Promise<unknown> = Promise.resolve()
  return {
    pool: database.pool,
    query: <Row extends QueryRow>(text: string, values?: readonly unknown[], name?: string) => {
      const own = last.then(() => client.query<Row>({ text, ...(values && { values: [...values] }), ...(name && { name }) }))
      last = own.catch(() => {})
      return own
    },
    transaction: () => Promise.reject(new Error('a snapshot is read only and has no transactions of its own')),
    close: () => Promise.resolve(),
  }
}
