import type { Id } from '#engine/define/id.ts'
import type { Database } from '#platform/db/database.ts'
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
  const { code, title, schema, demonstration, timeZone } = jurisdiction
  schemaText(schema)
  await database.query(KEEP, [code, title, schema, demonstration, timeZone, at])
}

const KEEP = `
  insert into ${SHARED_SCHEMA}.jurisdiction (code, title, schema_name, demonstration, time_zone, created_at)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (code) do update set title = excluded.title, demonstration = excluded.demonstration, time_zone = excluded.time_zone`

export async function jurisdictions(database: Database): Promise<readonly Jurisdiction[]> {
  const { rows } = await database.query<Jurisdiction>(`select ${COLUMNS} from ${SHARED_SCHEMA}.jurisdiction j order by j.code`)
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
