import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import { columnName, quoted } from '#engine/derive/columns.ts'
import { keysOf } from '#engine/derive/keys.ts'
import type { PgClient } from '#platform/db/database.ts'
import { decoded, selectList } from './rows.ts'

const ENTRIES_AT_ONCE = 2_000

/**
 * Gives keys to entries that have none: those from before the key was defined. What an entry is known by follows from its values, so
 * this is no change of it: its version and history stay. Entries that have nothing to be known by are passed over.
 */
export async function keyEntries(client: PgClient, schema: string, register: Register): Promise<void> {
  const keys = Object.keys(register.keys ?? {})
  if (keys.length === 0) return
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await withoutKeys(client, schema, register, after)
    if (rows.length === 0) return
    await fill(client, schema, register, rows)
    after = String(rows.at(-1)?.['id'])
  }
}

/** The next entries that lack a key whose parts are filled in; the rest is not even read, as this is asked at every start. */
async function withoutKeys(client: PgClient, schema: string, register: Register, after: string): Promise<readonly Row[]> {
  const lacking = Object.entries(register.keys ?? {}).map(([key, groups]) => {
    const filled = groups.map((sources) =>
      sources.map((source) => `${quoted(columnName(source.split('.')[0]!))} is not null`).join(' and '),
    )
    return `(${quoted(columnName(key))} is null and (${filled.map((each) => `(${each})`).join(' or ')}))`
  })
  const { rows } = await client.query<Record<string, unknown>>(
    `select ${selectList(register)} from ${quoted(schema)}.${quoted(register.name)}
     where id > $1 and (${lacking.join(' or ')}) order by id limit ${ENTRIES_AT_ONCE}`,
    [after],
  )
  return rows.map((row) => decoded(register, row))
}

/** An entry that somebody changed meanwhile has the keys of its new version already. */
async function fill(client: PgClient, schema: string, register: Register, rows: readonly Row[]): Promise<void> {
  const keys = Object.keys(register.keys ?? {}).map((key) => ({ key, column: quoted(columnName(key)) }))
  const found = rows
    .map((row) => ({ row, own: keysOf(register, row) }))
    .filter(({ row, own }) => keys.some(({ key }) => row[key] === null && own[key] !== null))
    .map(({ row, own }) => ({
      id: row['id'],
      version: row['version'],
      ...Object.fromEntries(keys.map(({ key }) => [columnName(key), own[key]])),
    }))
  if (found.length === 0) return
  await client.query(
    `update ${quoted(schema)}.${quoted(register.name)} own set ${keys.map(({ column }) => `${column} = given.${column}`).join(', ')}
     from jsonb_to_recordset($1::jsonb) as given(id uuid, version integer, ${keys.map(({ column }) => `${column} jsonb`).join(', ')})
     where own.id = given.id and own.version = given.version`,
    [JSON.stringify(found)],
  )
}
