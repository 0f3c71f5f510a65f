import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Catalogue } from '#engine/define/catalogue.ts'
import type { Register } from '#engine/define/register.ts'
import { columnName, quoted } from '#engine/derive/columns.ts'
import { type CurrentTable, indexNames, plan, type Step, versionTable } from '#engine/derive/table.ts'
import type { Clock } from '#platform/clock/clock.ts'
import type { Database, PgClient } from '#platform/db/database.ts'
import { keyEntries } from './key-entries.ts'
import { countNewRules } from './recount.ts'

/** Brings the tables of a schema to what the definitions say, one transaction a register, and answers the installed versions. */
export async function reconcile(
  database: Database,
  schema: string,
  registers: Catalogue,
  clock: Clock,
): Promise<ReadonlyMap<string, number>> {
  const versions = new Map<string, number>()
  const present = await presentIndexes(database, schema)
  for (const register of registers.all) {
    versions.set(
      register.name,
      await database.transaction(async (client) => {
        await client.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [`lantu reconcile ${schema}`])
        return reconcileOne(client, schema, register, { clock, present })
      }),
    )
  }
  return versions
}

interface Known {
  readonly clock: Clock
  /** Indexes of the schema before anything was done. */
  readonly present: ReadonlySet<string>
}

async function reconcileOne(client: PgClient, schema: string, register: Register, { clock, present }: Known): Promise<number> {
  const body = JSON.stringify(register)
  const hash = createHash('sha256').update(body).digest('hex')
  const { rows } = await client.query<{ version: number; hash: string; body: Register }>(
    `select version, hash, body from ${quoted(schema)}.definition where name = $1 order by version desc limit 1`,
    [register.name],
  )
  const installed = rows[0]
  if (installed?.hash === hash) {
    // A newer program may want other indexes for the same definition.
    if (indexNames(register).some((index) => !present.has(index))) await takeSteps(client, schema, register)
    await keyEntries(client, schema, register)
    return installed.version
  }
  if (installed) refuseSilentChange(installed.body, register)

  await takeSteps(client, schema, register)
  await keyEntries(client, schema, register)
  await countNewRules(client, schema, register, clock.now())
  const version = (installed?.version ?? 0) + 1
  await client.query(`insert into ${quoted(schema)}.definition (name, version, hash, body, installed_at) values ($1, $2, $3, $4, $5)`, [
    register.name,
    version,
    hash,
    body,
    clock.now(),
  ])
  return version
}

async function takeSteps(client: PgClient, schema: string, register: Register): Promise<void> {
  // An index build or a table scan may wait behind a long reader; better to fail and be run again than to queue everyone else.
  await client.query("set local lock_timeout = '5s'; set local statement_timeout = 0")
  for (const step of await steps(client, schema, register)) await client.query(step.sql)
}

async function presentIndexes(database: Database, schema: string): Promise<ReadonlySet<string>> {
  const { rows } = await database.query<{ name: string }>('select indexname as name from pg_indexes where schemaname = $1', [schema])
  return new Set(rows.map(({ name }) => name))
}

/** A rule that counts differently under its old version would leave a figure that is half of one and half of the other. */
function refuseSilentChange(installed: Register, register: Register): void {
  for (const [indicator, { version, terms }] of Object.entries(register.counting ?? {})) {
    const old = installed.counting?.[indicator]
    if (old?.version !== version || (isDeepStrictEqual(old.terms, terms) && installed.places === register.places)) continue
    throw new Error(
      `${register.name}: 指标 ${indicator} 的计数规则有改动，须增加 version(现为 ${version}) | the counting rule of ${indicator} was changed; give it a new version (it has ${version})`,
    )
  }
}

/** What would be done, for `lantu migrate` to show. */
async function steps(client: PgClient, schema: string, register: Register): Promise<readonly Step[]> {
  const current = await currentTable(client, schema, register.name)
  const past = await currentTable(client, schema, versionTable(register))
  return [...plan(schema, register, { current, past }), ...likenessSteps(schema, register, current)]
}

/** PostgreSQL cuts longer names without a word, and would then not be found by their whole name. */
const LONGEST_NAME = 63

/**
 * Likeness is asked at every look at an entry: at 100,000 entries 12 ms without an index, 0.1 ms with it; and 12 again while new keys
 * wait in a list before it, so keys go in at once (`fastupdate`): an entry has one or two.
 */
function likenessSteps(schema: string, register: Register, current: CurrentTable | undefined): readonly Step[] {
  const sorted = (fields: readonly string[]) => fields.length === 1 && register.sorts?.includes(fields[0]!)
  return (register.likeness ?? []).flatMap((fields) => {
    const index = `${register.name}__like_${fields.map(columnName).join('_')}`.slice(0, LONGEST_NAME)
    if (sorted(fields) || current?.indexes.has(index)) return []
    const columns = fields.map((field) => quoted(columnName(field))).join(', ')
    const on = fields.some((field) => register.keys?.[field]) ? `using gin (${columns}) with (fastupdate = off)` : `(${columns})`
    return [{ sql: `create index ${quoted(index)} on ${quoted(schema)}.${quoted(register.name)} ${on}`, does: `index ${index}` }]
  })
}

async function currentTable(client: PgClient, schema: string, table: string): Promise<CurrentTable | undefined> {
  const found = await client.query<{ name: string; type: string }>(
    `select attribute.attname as name, format_type(attribute.atttypid, attribute.atttypmod) as type
     from pg_attribute attribute join pg_class class on class.oid = attribute.attrelid join pg_namespace space on space.oid = class.relnamespace
     where space.nspname = $1 and class.relname = $2 and class.relkind = 'r' and attribute.attnum > 0 and not attribute.attisdropped`,
    [schema, table],
  )
  if (found.rows.length === 0) return undefined
  const indexes = await client.query<{ name: string }>(
    'select indexname as name from pg_indexes where schemaname = $1 and tablename = $2',
    [schema, table],
  )
  return { columns: new Map(found.rows.map(({ name, type }) => [name, type])), indexes: new Set(indexes.rows.map(({ name }) => name)) }
}
