import type { Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Register } from '#engine/define/register.ts'
import { columnName, quoted } from '#engine/derive/columns.ts'
import { keyOf } from '#engine/derive/keys.ts'
import { pastTableOf, type Store, tableOf } from './context.ts'
import { binder, toSql } from './expression-sql.ts'
import { kept } from './kept.ts'
import { ask, type Reader } from './read.ts'
import { decoded, selectList } from './rows.ts'

/**
 * The keys that tell one entry from another in a sheet without row numbers: those the register warns about. A key that is only
 * used by a decision (a park's site, which several kinds of parks share) does not tell entries apart.
 */
export const identityKeys = kept((register: Register): readonly string[] =>
  Object.keys(register.keys ?? {}).filter((key) => register.likeness?.some((fields) => fields.length === 1 && fields[0] === key)),
)

/** What a row is known by, as one text for each value of each key. */
export function identitiesOf(register: Register, given: Row): readonly string[] {
  return identityKeys(register).flatMap((key) => (keyOf(register, key, given) ?? []).map((value) => `${key} ${value}`))
}

/** The entries that are known by these texts and that the person may read, by text. */
export async function entriesKnownBy(
  reader: Reader,
  { store, register, actor }: { readonly store: Store; readonly register: Register; readonly actor: Actor },
  identities: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>()
  for (const key of identityKeys(register)) {
    const wanted = new Set(identities.filter((each) => each.startsWith(`${key} `)).map((each) => each.slice(key.length + 1)))
    if (wanted.size === 0) continue
    const values: unknown[] = [[...wanted]]
    const readable = toSql(register.access['read'] ?? { always: false }, register, actor, binder(values))
    const column = quoted(columnName(key))
    const text = `select id, ${column} as keys from ${tableOf(store, register)} where ${column} ?| $1::text[] and state <> 'voided' and ${readable}`
    for (const { id, keys } of await ask(reader, text, values)) {
      const shared = (keys as readonly string[]).filter((each) => wanted.has(each))
      for (const each of shared) found.set(`${key} ${each}`, [...(found.get(`${key} ${each}`) ?? []), String(id)])
    }
  }
  return found
}

/** Versions that were overtaken, by `id version`. */
export async function pastVersions(
  reader: Reader,
  store: Store,
  register: Register,
  wanted: readonly { readonly id: string; readonly version: number }[],
): Promise<ReadonlyMap<string, Row>> {
  if (wanted.length === 0) return new Map()
  const text = `select ${selectList(register)} from ${pastTableOf(store, register)} own where (own.id, own.version) in
    (select given.entry, given.seen from jsonb_to_recordset($1::jsonb) as given(entry uuid, seen integer))`
  const found = await ask(reader, text, [JSON.stringify(wanted.map(({ id, version }) => ({ entry: id, seen: version })))])
  return new Map(found.map((row) => [`${String(row['id'])} ${String(row['version'])}`, decoded(register, row)]))
}
