import type { World } from './world.ts'

/**
 * What a schema is made of, one line each: `table.column type`, `table index name`. Without the order of columns and
 * without `not null`, in which a column that was added later differs from one that was there from the beginning.
 */
export async function schemaFacts({ database }: Pick<World, 'database'>, schema = 'j_test'): Promise<readonly string[]> {
  const columns = await database.database.query<{ fact: string }>(
    `select class.relname || '.' || attname || ' ' || format_type(atttypid, atttypmod) || case when collname in ('C', 'zh-x-icu') then ' ' || collname else '' end as fact
     from pg_attribute join pg_class class on class.oid = attrelid left join pg_collation on pg_collation.oid = attcollation
     where relnamespace = $1::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped`,
    [schema],
  )
  const indexes = await database.database.query<{ fact: string }>(
    `select tablename || ' index ' || indexname as fact from pg_indexes where schemaname = $1`,
    [schema],
  )
  return [...columns.rows, ...indexes.rows].map(({ fact }) => fact).sort()
}
