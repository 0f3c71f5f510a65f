import type { Actor } from '#engine/define/actor.ts'
import type { Id } from '#engine/define/id.ts'
import type { Language } from '#engine/define/words.ts'
import type { Database } from '#platform/db/database.ts'
import type { Jurisdiction } from './accounts-jurisdictions.ts'
import { SHARED_SCHEMA, schemaText } from './sessions-schema.ts'

/** Who a request comes from, as whom they act, and in which jurisdiction. */
export interface SignedIn {
  readonly sessionId: string
  readonly account: string
  readonly person: { readonly id: Id<'person'>; readonly name: string; readonly loginName: string }
  readonly jurisdiction: Jurisdiction
  readonly actor: Actor
  readonly csrf: string
  readonly mustChangePassword: boolean
  readonly language: Language | null
  readonly seenAt: string
}

/** A working day with its lunch: who leaves the desk for longer signs in again. */
export const IDLE_HOURS = 8

/** The schema a session works in, which `signedInBy` needs; a process asks once for each session. */
export async function schemaOfSession(database: Database, tokenHash: Buffer): Promise<string | null> {
  const { rows } = await database.query<{ schema: string }>(SCHEMA_OF, [tokenHash], 'schema_of_session')
  return rows[0]?.schema ?? null
}

const SCHEMA_OF = `
  select j.schema_name as "schema" from ${SHARED_SCHEMA}.session s
  join ${SHARED_SCHEMA}.jurisdiction j on j.code = s.jurisdiction where s.token_hash = $1`

/** Everything a request needs to know of its session, in one statement; null when it has ended or the post is no longer held. */
export async function signedInBy(database: Database, tokenHash: Buffer, at: { now: Date; schema: string }): Promise<SignedIn | null> {
  const values = [tokenHash, at.now, at.schema]
  const { rows } = await database.query<SignedInRow>(signedInText(at.schema), values, `signed_in_${at.schema}`)
  return rows[0] ? asSignedIn(rows[0], at.schema) : null
}

interface SignedInRow {
  readonly session: string
  readonly account: string
  readonly loginName: string
  readonly mustChangePassword: boolean
  readonly language: Language | null
  readonly csrf: string
  readonly seenAt: string
  readonly code: string
  readonly title: string
  readonly demonstration: boolean
  readonly timeZone: string
  readonly person: Id<'person'>
  readonly name: string
  readonly post: Id<'post'>
  readonly role: string
  readonly unit: Id<'org_unit'>
  readonly area: string
}

const texts = new Map<string, string>()

function signedInText(schema: string): string {
  const known = texts.get(schema)
  if (known) return known
  const made = textFor(schemaText(schema))
  texts.set(schema, made)
  return made
}

function textFor(own: string): string {
  const day = '($2::timestamptz at time zone j.time_zone)::date'
  return `
    select s.id as session, s.account, s.csrf, s.seen_at as "seenAt",
      a.login_name as "loginName", a.must_change_password as "mustChangePassword", a.language,
      j.code, j.title, j.demonstration, j.time_zone as "timeZone",
      p.id as person, p.name, o.id as post, o.role, o.unit, o.area
    from ${SHARED_SCHEMA}.session s
    join ${SHARED_SCHEMA}.account a on a.id = s.account and a.disabled_at is null
    join ${SHARED_SCHEMA}.jurisdiction j on j.code = s.jurisdiction and j.schema_name = $3
    join ${SHARED_SCHEMA}.account_person l on l.account = s.account and l.jurisdiction = s.jurisdiction and l.person = s.person
    join ${own}.person p on p.id = s.person and p.state = 'active'
    join ${own}.post o on o.id = s.post and o.state = 'active'
    where s.token_hash = $1 and s.expires_at > $2 and s.seen_at > $2::timestamptz - interval '${IDLE_HOURS} hours'
      and exists (select from ${own}.tenure t
        where t.person = s.person and t.post = s.post and t.state = 'active'
          and t.from_on <= ${day} and (t.until_on is null or t.until_on >= ${day}))`
}

function asSignedIn(row: SignedInRow, schema: string): SignedIn {
  const { session, account, csrf, mustChangePassword, language, seenAt, person, post, unit, area } = row
  return {
    sessionId: session,
    account,
    person: { id: person, name: row.name, loginName: row.loginName },
    jurisdiction: { code: row.code, title: row.title, schema, demonstration: row.demonstration, timeZone: row.timeZone },
    actor: { person, post, unit, area, roles: new Set([row.role]) },
    csrf,
    mustChangePassword,
    language,
    seenAt,
  }
}
