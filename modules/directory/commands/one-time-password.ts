import { randomInt } from 'node:crypto'
import type { Call } from '#engine/store/call.ts'
import type { Database } from '#platform/db/database.ts'
import { jurisdictions } from '../queries/accounts-jurisdictions.ts'

/** Without letters and digits that look alike; 16 of 31 signs are 79 bits. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password for somebody else, to be changed at the first sign-in. */
export function oneTimePassword(): string {
  const signs = Array.from({ length: 16 }, () => SIGNS[randomInt(SIGNS.length)])
  return [0, 4, 8, 12].map((at) => signs.slice(at, at + 4).join('')).join('-')
}

/** The shared tables in the transaction of a command: what it does to an account is kept with its event or not at all. */
export function inTransaction({ facts: { client } }: Call): Pick<Database, 'query'> {
  return { query: (text: string, values: readonly unknown[] = []) => client.query(text, [...values]) } as Pick<Database, 'query'> // rows are typed by who asks
}

/** The code of the jurisdiction a command runs in. */
export async function jurisdictionOf({ facts: { store } }: Call): Promise<string> {
  const jurisdiction = (await jurisdictions(store.database)).find(({ schema }) => schema === store.schema)
  if (!jurisdiction) throw new Error(`no jurisdiction has the schema ${store.schema}`)
  return jurisdiction.code
}
