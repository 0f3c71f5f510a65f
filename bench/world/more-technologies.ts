import { quoted } from '#engine/derive/columns.ts'
import type { Store } from '#engine/store/context.ts'
import { withoutIndexes } from './copy.ts'

/** Copies published entries of the register under further ids and numbers until there are so many; copying takes a third of making them. */
export async function fillPublished(store: Store, wanted: number): Promise<void> {
  const table = `${quoted(store.schema)}.technology`
  const { rows } = await store.database.query<{ column: string }>(
    `select column_name as column from information_schema.columns where table_schema = $1 and table_name = 'technology'
      and column_name <> all('{id,no,changed_xid}')`,
    [store.schema],
  )
  const columns = rows.map(({ column }) => quoted(column)).join(', ')
  await withoutIndexes(store, ['technology'], async () => {
    for (let missing = await lacking(store, table, wanted); missing > 0; missing = await lacking(store, table, wanted)) {
      await store.database.query(
        `insert into ${table} (id, no, ${columns})
          select gen_random_uuid(), nextval(pg_get_serial_sequence('${table}', 'no')), ${columns} from ${table} where state = 'published' limit $1`,
        [missing],
      )
    }
  })
  await store.database.query(`vacuum analyze ${table}`)
  await store.database.query('checkpoint') // what was copied must not be written to disk while the export is measured
}

async function lacking(store: Store, table: string, wanted: number): Promise<number> {
  const { rows } = await store.database.query<{ count: number }>(`select count(*)::int as count from ${table} where state = 'published'`)
  return wanted - rows[0]!.count
}
