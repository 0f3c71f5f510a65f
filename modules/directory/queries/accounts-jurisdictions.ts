import { setTimeout as pause } from 'node:timers/promises'
import type { Id } from '#engine/define/id.ts'
import type { Database, PgClient } from '#platform/db/database.ts'
import { SHARED_SCHEMA, schemaText } from './sessions-schema.ts'

/** A province, city or other body with run-time columns, entries and people of its own, in its own schema. */
export interface Jurisdiction {
  readonly code: string
  readonly title: string
  readonly schema: string
  readonly demonstration: boolean
  readonly timeZone: string
}

/** The person an account is in one jurisdiction. */
export interface AccountPerson {
  readonly jurisdiction: Jurisdiction
  readonly person: Id<'person'>
}

/** Adds a jurisdiction or brings its title, zone and mark up to date; its schema never changes. */
export async function keepJurisdiction(database: Database, jurisdiction: Jurisdiction, at: Date): Promise<void> {
  await keep(database, jurisdiction, at, at)
}

/**
 * Sets a jurisdiction up by `work`, once: other processes wait and find it there. One that was broken off half-way is removed
 * with all that it held and made anew, so that nobody ever signs in to half a province. Answers whether `work` was done.
 */
export async function setUpJurisdiction(
  database: Database,
  jurisdiction: Jurisdiction,
  { now }: { readonly now: () => Date },
  work: () => Promise<void>,
): Promise<boolean> {
  return await database.transaction(async (client) => {
    await client.query('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0')
    await untilAlone(client, `lantu set up ${jurisdiction.code}`)
    const { rows } = await database.query<{ ready: boolean }>(READY, [jurisdiction.code])
    if (rows[0]?.ready) return false
    if (rows[0]) await removeUnfinished(database, jurisdiction)
    await keep(database, jurisdiction, now(), null)
    await work()
    await keep(database, jurisdiction, now(), now())
    return true
  })
}

/** Asks again and again: a statement that waited for the lock itself would run into its time limit. */
async function untilAlone(client: PgClient, name: string): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_xact_lock(hashtextextended($1, 2)) as alone', [name])
    if (rows[0]?.alone) return
    await pause(PATIENCE_MS)
  }
}

const PATIENCE_MS = 250

async function keep(database: Database, jurisdiction: Jurisdiction, at: Date, readyAt: Date | null): Promise<void> {
  const { code, title, schema, demonstration, timeZone } = jurisdiction
  schemaText(schema)
  await database.query(KEEP, [code, title, schema, demonstration, timeZone, at, readyAt])
}

const KEEP = `
  insert into ${SHARED_SCHEMA}.jurisdiction as own (code, title, schema_name, demonstration, time_zone, created_at, ready_at)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (code) do update set title = excluded.title, demonstration = excluded.demonstration, time_zone = excluded.time_zone,
    ready_at = coalesce(own.ready_at, excluded.ready_at)`

const READY = `select ready_at is not null as ready from ${SHARED_SCHEMA}.jurisdiction where code = $1`

async function removeUnfinished(database: Database, { code, schema }: Jurisdiction): Promise<void> {
  await database.transaction(async (client) => {
    await client.query('set local statement_timeout = 0')
    await client.query(`drop schema if exists ${schemaText(schema)} cascade`)
    for (const text of REMOVE) await client.query(text, [code])
  })
}

/** Accounts that were made for it alone go with it. */
const REMOVE = [
  `delete from ${SHARED_SCHEMA}.session where jurisdiction = $1`,
  `with gone as (delete from ${SHARED_SCHEMA}.account_person where jurisdiction = $1 returning account)
    delete from ${SHARED_SCHEMA}.account own using gone where own.id = gone.account
      and not exists (select from ${SHARED_SCHEMA}.account_person other where other.account = own.id and other.jurisdiction <> $1)`,
  `delete from ${SHARED_SCHEMA}.jurisdiction where code = $1`,
]

/** Those that were set up to the end. */
export async function jurisdictions(database: Database): Promise<readonly Jurisdiction[]> {
  const { rows } = await database.query<Jurisdiction>(
    `select ${COLUMNS} from ${SHARED_SCHEMA}.jurisdiction j where j.ready_at is not null order by j.code`,
  )
  return rows
}

/** Every jurisdiction in which the account has a person. */
export async function peopleOf(database: Database, account: string): Promise<readonly AccountPerson[]> {
  const { rows } = await database.query<Jurisdiction & { person: Id<'person'> }>(PEOPLE, [account], 'people_of_account')
  return rows.map(({ person, ...jurisdiction }) => ({ jurisdiction, person }))
}

const COLUMNS = `j.code, j.title, j.schema_name as "schema", j.demonstration, j.time_zone as "timeZone"`

const PEOPLE = `
  select ${COLUMNS}, l.person
  from ${SHARED_SCHEMA}.account_person l join ${SHARED_SCHEMA}.jurisdiction j on j.code = l.jurisdiction
  where l.account = $1 order by j.code`
