import type { Id } from '#engine/define/id.ts'
import type { Language } from '#engine/define/words.ts'
import type { Database } from '#platform/db/database.ts'
import { SHARED_SCHEMA } from './sessions-schema.ts'

/** What a person signs in with; one account may belong to a person in each of several jurisdictions. */
export interface Account {
  readonly id: string
  readonly loginName: string
  readonly passwordHash: string
  readonly disabledAt: string | null
}

/** The account of a login name, whatever its case; null when nobody has it. */
export async function accountOf(database: Database, loginName: string): Promise<Account | null> {
  const { rows } = await database.query<Account>(BY_LOGIN_NAME, [loginName], 'account_by_login_name')
  return rows[0] ?? null
}

const BY_LOGIN_NAME = `
  select id, login_name as "loginName", password_hash as "passwordHash", disabled_at as "disabledAt"
  from ${SHARED_SCHEMA}.account where lower(login_name) = lower($1)`

export interface NewAccount {
  readonly id: string
  readonly loginName: string
  readonly passwordHash: string
  readonly mustChangePassword: boolean
  readonly jurisdiction: string
  readonly person: Id<'person'>
  readonly at: Date
}

/** Adds an account and its person in one statement; false when the login name is taken. */
export async function addAccount(database: Pick<Database, 'query'>, account: NewAccount): Promise<boolean> {
  const { id, loginName, passwordHash, mustChangePassword, at, jurisdiction, person } = account
  const { rowCount } = await database.query(ADD, [id, loginName, passwordHash, mustChangePassword, at, jurisdiction, person])
  return rowCount === 1
}

const ADD = `
  with added as (
    insert into ${SHARED_SCHEMA}.account (id, login_name, password_hash, must_change_password, created_at, password_changed_at)
    values ($1, $2, $3, $4, $5, $5) on conflict (lower(login_name)) do nothing returning id)
  insert into ${SHARED_SCHEMA}.account_person (account, jurisdiction, person) select id, $6, $7 from added`

export interface NewPassword {
  readonly account: string
  readonly passwordHash: string
  readonly at: Date
  /** The session that stays; the account's others end in the same statement. */
  readonly session: string
}

/** Replaces the password and ends the account's other sessions: who knew the old one is out. */
export async function replacePassword(database: Database, { account, passwordHash, at, session }: NewPassword): Promise<void> {
  await database.query(REPLACE_PASSWORD, [account, passwordHash, at, session])
}

const REPLACE_PASSWORD = `
  with changed as (
    update ${SHARED_SCHEMA}.account
    set password_hash = $2, must_change_password = false, password_changed_at = $3 where id = $1)
  delete from ${SHARED_SCHEMA}.session where account = $1 and id <> $4`

/** The account of a person and in how many jurisdictions it belongs to somebody; null when the person has none. */
export async function accountOfPerson(
  database: Pick<Database, 'query'>,
  jurisdiction: string,
  person: Id<'person'>,
): Promise<{ readonly id: string; readonly loginName: string; readonly places: number } | null> {
  const text = `select account.id, account.login_name as "loginName",
      (select count(*)::int from ${SHARED_SCHEMA}.account_person every where every.account = account.id) as places
    from ${SHARED_SCHEMA}.account_person own join ${SHARED_SCHEMA}.account account on account.id = own.account
    where own.jurisdiction = $1 and own.person = $2`
  const { rows } = await database.query<{ id: string; loginName: string; places: number }>(text, [jurisdiction, person])
  return rows[0] ?? null
}

/** Where the account of a login name belongs to whom; empty when there is no such account. */
export async function peopleOfLogin(
  database: Database,
  loginName: string,
): Promise<readonly { readonly jurisdiction: string; readonly person: Id<'person'> }[]> {
  const text = `select own.jurisdiction, own.person from ${SHARED_SCHEMA}.account_person own
    join ${SHARED_SCHEMA}.account account on account.id = own.account where lower(account.login_name) = lower($1) order by own.jurisdiction`
  return (await database.query<{ jurisdiction: string; person: Id<'person'> }>(text, [loginName.normalize('NFKC').trim()])).rows
}

/** Replaces the password by one that must be changed at the next sign-in, and ends all sessions of the account. */
export async function giveOneTimePassword(
  database: Pick<Database, 'query'>,
  { account, passwordHash, at }: Omit<NewPassword, 'session'>,
): Promise<void> {
  await database.query(GIVE_ONE_TIME, [account, passwordHash, at])
}

const GIVE_ONE_TIME = `
  with changed as (
    update ${SHARED_SCHEMA}.account
    set password_hash = $2, must_change_password = true, password_changed_at = $3 where id = $1)
  delete from ${SHARED_SCHEMA}.session where account = $1`

/** Keeps the language the person works in. */
export async function keepLanguage(database: Database, account: string, language: Language): Promise<void> {
  await database.query(`update ${SHARED_SCHEMA}.account set language = $2 where id = $1`, [account, language])
}

/** The languages that people chose to work in, by person; whoever never chose has none. */
export async function languagesOf(database: Pick<Database, 'query'>, people: readonly string[]): Promise<ReadonlyMap<string, Language>> {
  const text = `select own.person, account.language from ${SHARED_SCHEMA}.account_person own
    join ${SHARED_SCHEMA}.account account on account.id = own.account where own.person = any($1) and account.language is not null`
  const { rows } = await database.query<{ person: string; language: Language }>(text, [[...people]])
  return new Map(rows.map(({ person, language }) => [person, language]))
}
