import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database, PgClient } from './database.ts'
import { quoteIdentifier } from './identifier.ts'

/** Which migrations go where. */
export interface MigrateOptions {
  /** Holds files such as 0007_add_lead_unit_to_plan.sql. */
  readonly folder: string
  /** The schema they are applied to; made when missing. */
  readonly schema: string
}

interface Migration {
  readonly name: string
  readonly checksum: string
  readonly text: string
}

interface AppliedRow {
  readonly name: string
  readonly checksum: string
}

/** Brings a schema up to date, one transaction per file, and returns the names it applied now. */
export async function migrate(database: Database, { folder, schema }: MigrateOptions): Promise<readonly string[]> {
  const migrations = await readMigrations(folder)
  const applied: string[] = []
  for (;;) {
    const name = await database.transaction((client) => applyNext(client, schema, migrations))
    if (name === undefined) return applied
    applied.push(name)
  }
}

/** Several processes may start at once: the lock puts them in line, the row inserted first makes a second one collide. */
async function applyNext(client: PgClient, schema: string, migrations: readonly Migration[]): Promise<string | undefined> {
  await client.query('set local statement_timeout = 0')
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`lantu migrate ${schema}`])
  const next = pendingAfter(await appliedRows(client, schema), migrations, schema)[0]
  if (!next) return undefined

  const table = `${quoteIdentifier(schema)}.schema_migration`
  await client.query(`insert into ${table} (name, checksum) values ($1, $2)`, [next.name, next.checksum])
  await client.query(next.text.replaceAll('{{schema}}', () => quoteIdentifier(schema))).catch((cause: unknown) => {
    throw new Error(
      sentence(
        schema,
        `${next.name} 执行失败`,
        `${next.name} failed: ${cause instanceof Error ? cause.message : String(cause)}${placeOf(cause, next)}`,
      ),
      { cause },
    )
  })
  return next.name
}

async function appliedRows(client: PgClient, schema: string): Promise<readonly AppliedRow[]> {
  const quoted = quoteIdentifier(schema)
  const found = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [`${quoted}.schema_migration`])
  if (!found.rows[0]?.there) {
    await client.query(`create schema if not exists ${quoted}`)
    await client.query(`create table ${quoted}.schema_migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default clock_timestamp())`)
    return []
  }
  const { rows } = await client.query<AppliedRow>(`select name, checksum from ${quoted}.schema_migration order by name collate "C"`)
  return rows
}

/** Forward only: what was applied must be exactly the beginning of the list, unchanged. */
function pendingAfter(applied: readonly AppliedRow[], migrations: readonly Migration[], schema: string): readonly Migration[] {
  applied.forEach((row, at) => {
    const file = migrations[at]
    const known = migrations.find(({ name }) => name === row.name)
    if (!known)
      throw new Error(
        sentence(
          schema,
          `数据库已执行 ${row.name}，而本程序没有它；请使用较新的程序`,
          `${row.name} was applied, but this program does not have it; use a newer program`,
        ),
      )
    if (file !== known)
      throw new Error(
        sentence(
          schema,
          `${file?.name} 排在已执行的 ${row.name} 之前；请改用更大的编号`,
          `${file?.name} stands before ${row.name}, which is already applied; give it a higher number`,
        ),
      )
    if (known.checksum !== row.checksum) {
      throw new Error(
        sentence(
          schema,
          `${row.name} 执行后又被修改；请恢复原文，另写新的迁移`,
          `${row.name} was changed after it had been applied; restore it and write a new migration`,
        ),
      )
    }
  })
  return migrations.slice(applied.length)
}

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const numbers = new Set<string>()
  for (const name of names) {
    const number = FILE_NAME.exec(name)?.[1]
    if (number === undefined) throw new Error(`${join(folder, name)}: expected a name such as 0007_add_lead_unit_to_plan.sql.`)
    if (numbers.has(number)) throw new Error(`${join(folder, name)}: another migration has the number ${number}; take the next free one.`)
    numbers.add(number)
  }
  return await Promise.all(names.map(async (name) => asMigration(name, await readFile(join(folder, name), 'utf8'))))
}

/** Such as "0007_add_lead_unit_to_plan.sql". */
const FILE_NAME = /^(\d{4})_[a-z0-9_]+\.sql$/

function asMigration(name: string, raw: string): Migration {
  const text = raw.replaceAll('\r\n', '\n') // git may change line ends; the checksum must not
  return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
}

function placeOf(cause: unknown, { text }: Migration) {
  const position = cause instanceof Error && 'position' in cause ? Number(cause.position) : Number.NaN
  return Number.isNaN(position) ? '' : ` (near line ${text.slice(0, position).split('\n').length})`
}

function sentence(schema: string, chinese: string, english: string) {
  return `数据库结构 ${schema}：${chinese}。/ Schema ${schema}: ${english}.`
}
