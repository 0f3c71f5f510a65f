import type { NamesBy } from '#engine/kinds/kind.ts'
import { today } from '#platform/clock/clock.ts'
import { orNull, text } from '#platform/db/columns.ts'
import { askFor } from './ask-for.ts'
import { type Store, tableOf, titleColumn } from './context.ts'
import { poolReader } from './read.ts'

/** A code that may be chosen, with its title and the code above it. */
export interface ListedCode {
  readonly code: string
  readonly title: string
  readonly parent: string | null
}

const CODE = { code: text, title: text, parent: orNull(text) }

/** The codes that a register names and that are valid today, in their order. */
export async function validCodes(store: Store, { register, scheme, past }: NamesBy): Promise<readonly ListedCode[]> {
  const named = store.catalogue.need(register)
  const parent = Object.hasOwn(named.fields, 'parent') ? 'parent' : 'null::text'
  const values = [...(past ? [] : [today(store.clock, store.timeZone)]), ...(scheme === undefined ? [] : [scheme])]
  const conditions = [
    ...(past ? [] : ['(from_on is null or from_on <= $1) and (until_on is null or until_on >= $1)']),
    ...(scheme === undefined ? [] : [`scheme = $${values.length}`]),
  ]
  const sql = `select distinct on (code) code, ${titleColumn(named)} as title, ${parent} as parent from ${tableOf(store, named)}
    where ${conditions.join(' and ') || 'true'} order by code, until_on desc nulls first`
  return askFor(poolReader(store), CODE, sql, values)
}
