import type { Database } from '#platform/db/database.ts'
import { SHARED_SCHEMA } from './sessions-schema.ts'

/** Someone tried a password for a login name from an address. */
export interface Attempt {
  readonly id: string
  readonly loginName: string
  readonly address: string
  readonly at: Date
  readonly outcome: 'succeeded' | 'failed' | 'refused'
}

/** Instants of failures in milliseconds, ascending. */
export interface Failures {
  /** Since the name's last success, or since it got a new password: who forgot the old one has tried it too often. */
  readonly byName: readonly number[]
  readonly byAddress: readonly number[]
}

export async function recordAttempt(database: Database, { id, loginName, address, at, outcome }: Attempt): Promise<void> {
  await database.query(RECORD, [id, loginName, address, at, outcome], 'record_sign_in_attempt')
}

const RECORD = `
  insert into ${SHARED_SCHEMA}.sign_in_attempt (id, login_name, address, at, outcome) values ($1, lower($2), $3, $4, $5)`

/** Failed attempts of a name and of an address after an instant. */
export async function failuresSince(
  database: Database,
  who: Pick<Attempt, 'loginName' | 'address'>,
  { since, now }: { readonly since: Date; readonly now: Date },
): Promise<Failures> {
  const { rows } = await database.query<FailuresRow>(FAILURES, [who.loginName, who.address, since, now], 'sign_in_failures')
  return { byName: instants(rows[0]?.byName), byAddress: instants(rows[0]?.byAddress) }
}

interface FailuresRow {
  readonly byName: readonly string[]
  readonly byAddress: readonly string[]
}

// A password from the future, as after a clock was set back, lifts nothing.
// The newest hundred are enough for either limit and bound what an attack makes us read.
const FAILURES = `
  with succeeded as (
    select coalesce(max(at), '-infinity') as at, coalesce((select password_changed_at from ${SHARED_SCHEMA}.account
      where lower(login_name) = lower($1) and password_changed_at <= $4), '-infinity') as renewed_at
    from ${SHARED_SCHEMA}.sign_in_attempt where login_name = lower($1) and outcome = 'succeeded' and at > $3),
  of_name as (
    select f.at from ${SHARED_SCHEMA}.sign_in_attempt f, succeeded s
    where f.login_name = lower($1) and f.outcome = 'failed' and f.at > $3 and f.at > s.at and f.at >= s.renewed_at order by f.at desc limit 100),
  of_address as (
    select at from ${SHARED_SCHEMA}.sign_in_attempt
    where address = $2 and outcome = 'failed' and at > $3 order by at desc limit 100)
  select coalesce((select array_agg(at order by at) from of_name), '{}') as "byName",
         coalesce((select array_agg(at order by at) from of_address), '{}') as "byAddress"`

function instants(at: readonly string[] = []) {
  return at.map((instant) => Date.parse(instant))
}
