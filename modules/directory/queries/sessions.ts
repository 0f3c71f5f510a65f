import type { Id } from '#engine/define/id.ts'
import type { Database } from '#platform/db/database.ts'
import { SHARED_SCHEMA } from './sessions-schema.ts'
import { IDLE_HOURS } from './sessions-signed-in.ts'

export interface NewSession {
  readonly tokenHash: Buffer
  readonly id: string
  readonly account: string
  readonly jurisdiction: string
  readonly person: Id<'person'>
  readonly post: Id<'post'>
  readonly csrf: string
  readonly at: Date
  readonly expiresAt: Date
  readonly userAgent: string
  readonly address: string
}

/** One sign-in that is still open, as its owner sees it. */
export interface OpenSession {
  readonly id: string
  readonly startedAt: string
  readonly seenAt: string
  readonly userAgent: string
  readonly address: string
}

/** Where a session acts: the post and so the person and the jurisdiction. */
export type SessionPlace = Pick<NewSession, 'jurisdiction' | 'person' | 'post'>

export async function addSession(database: Database, session: NewSession): Promise<void> {
  const { tokenHash, id, account, jurisdiction, person, post, csrf, at, expiresAt, userAgent, address } = session
  await database.query(ADD, [tokenHash, id, account, jurisdiction, person, post, csrf, at, expiresAt, userAgent, address])
}

const ADD = `
  insert into ${SHARED_SCHEMA}.session
    (token_hash, id, account, jurisdiction, person, post, csrf, started_at, seen_at, expires_at, user_agent, address)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10, $11)`

/** Notes that a session is in use; the caller does so at most once a minute. */
export async function touchSession(database: Database, id: string, at: Date): Promise<void> {
  await database.query(`update ${SHARED_SCHEMA}.session set seen_at = $2 where id = $1 and seen_at < $2`, [id, at], 'touch_session')
}

export async function moveSession(database: Database, id: string, { jurisdiction, person, post }: SessionPlace): Promise<void> {
  const text = `update ${SHARED_SCHEMA}.session set jurisdiction = $2, person = $3, post = $4 where id = $1`
  await database.query(text, [id, jurisdiction, person, post])
}

/** The post an account acted as when it last signed in, if that sign-in is still on record. */
export async function lastPost(database: Database, account: string): Promise<Id<'post'> | null> {
  const text = `select post from ${SHARED_SCHEMA}.session where account = $1 order by started_at desc limit 1`
  const { rows } = await database.query<{ post: Id<'post'> }>(text, [account])
  return rows[0]?.post ?? null
}

/** The account's sessions that have not run out, newest use first. */
export async function openSessions(database: Database, account: string, now: Date): Promise<readonly OpenSession[]> {
  const { rows } = await database.query<OpenSession>(OPEN, [account, now])
  return rows
}

const OPEN = `
  select id, started_at as "startedAt", seen_at as "seenAt", user_agent as "userAgent", address
  from ${SHARED_SCHEMA}.session
  where account = $1 and expires_at > $2 and seen_at > $2::timestamptz - interval '${IDLE_HOURS} hours'
  order by seen_at desc, started_at desc`

/** Ends one session of the account; false when it has no such session. */
export async function endSession(database: Database, account: string, id: string): Promise<boolean> {
  const { rowCount } = await database.query(`delete from ${SHARED_SCHEMA}.session where account = $1 and id = $2`, [account, id])
  return rowCount === 1
}

/** For a nightly job: sessions that have run out, and attempts past the time they have to be kept. */
export async function sweepSessions(database: Database, now: Date): Promise<void> {
  await database.query(`delete from ${SHARED_SCHEMA}.session where expires_at <= $1`, [now])
  await database.query(`delete from ${SHARED_SCHEMA}.sign_in_attempt where at < $1::timestamptz - interval '7 months'`, [now])
}

/** Whether the database answers and holds the shared tables. */
export async function sharedTablesAreThere(database: Database): Promise<boolean> {
  const text = `select to_regclass('${SHARED_SCHEMA}.session') is not null as there`
  const { rows } = await database.query<{ there: boolean }>(text, [], 'shared_tables')
  return rows[0]?.there ?? false
}
