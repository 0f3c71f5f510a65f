import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import { allColumns, columnName, quoted, SYSTEM_COLUMNS } from '#engine/derive/columns.ts'
import { contributionsOf, difference } from '#engine/derive/contributions.ts'
import { kindOf } from '#engine/kinds/index.ts'
import type { PgClient } from '#platform/db/database.ts'
import { engineTable, pastTableOf, type Store, statementName, tableOf } from './context.ts'
import { contributionsSql, type LedgerRow, ledgerJson } from './contributions.ts'
import { kept } from './kept.ts'
import { encoded, TOKEN_END } from './rows.ts'

/** One entry that a command made or changed. */
export interface Touched {
  readonly register: Register
  readonly before: Row | undefined
  /** The new version; `no` is filled in when a new entry is saved. */
  readonly after: Record<string, unknown>
  /** create, edit, or the name of the move. */
  readonly act: string
}

/** Who did what, when and why: one event for each command, kept for ever. */
export interface EventFacts {
  readonly id: string
  readonly at: Date
  readonly person: string
  readonly post: string
  readonly command: string
  readonly reason: string | null
  readonly request: string
}

/**
 * Writes everything a command did, in sets: rows, past versions, event, contributions, uses of files.
 * Statements are sent without waiting for one another; the first fault fails the transaction.
 */
export async function save(client: PgClient, store: Store, event: EventFacts, touched: readonly Touched[]): Promise<void> {
  const send = (text: string, values: readonly unknown[]) => client.query({ text, values: [...values], name: statementName(text) })
  const statements = [
    ...byRegister(touched).flatMap((group) => rowStatements(store, group)),
    ledger(store, event, touched),
    ...fileUses(store, event, touched),
  ]
  const answers = await Promise.all(statements.map(({ text, values }) => send(text, values)))
  const numbers = new Map(answers.flatMap(({ rows }) => (rows as readonly { id: string; no: number }[]).map(({ id, no }) => [id, no])))
  for (const { before, after } of touched) if (!before) after['no'] = numbers.get(String(after['id']))
}

interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

interface Group {
  readonly register: Register
  readonly touched: readonly Touched[]
}

function byRegister(touched: readonly Touched[]): readonly Group[] {
  const registers = [...new Set(touched.map(({ register }) => register))]
  return registers.map((register) => ({ register, touched: touched.filter((each) => each.register === register) }))
}

function rowStatements(store: Store, { register, touched }: Group): readonly Statement[] {
  const created = touched.filter(({ before }) => !before).map(({ after }) => encoded(register, after))
  const changed = touched.filter(({ before }) => before).map(({ after }) => encoded(register, after))
  return [
    ...(created.length > 0 ? [{ text: insertSql(store)(register), values: [`[${created.join()}]`] }] : []),
    ...(changed.length > 0 ? [{ text: updateSql(store)(register), values: [`[${changed.join()}]`] }] : []),
  ]
}

/** Columns that the program writes; `no` is given by the table. */
function written(register: Register): readonly { name: string; type: string }[] {
  return allColumns(register)
    .filter(({ field }) => field !== 'no')
    .map(({ field, type }) => ({ name: columnName(field), type }))
}

function recordType(register: Register): string {
  return [...written(register).map(({ name, type }) => `${quoted(name)} ${type}`), 'tokens text'].join(', ')
}

const insertSql = kept((store: Store) => kept((register: Register) => insertText(store, register)))
const updateSql = kept((store: Store) => kept((register: Register) => updateText(store, register)))

/** The words of a row named `given`. */
export const TOKENS = `array_to_tsvector(string_to_array(given.tokens, '${TOKEN_END}'))`

function insertText(store: Store, register: Register): string {
  const names = written(register).map(({ name }) => quoted(name))
  return `insert into ${tableOf(store, register)} (${names.join(', ')}, tokens)
    select ${names.map((name) => `given.${name}`).join(', ')}, ${TOKENS} from json_to_recordset($1::json) as given(${recordType(register)}) returning id, no`
}

/** Copies the old rows to the versions and changes the table in one statement; both see the same snapshot, so the copy is of what was. */
function updateText(store: Store, register: Register): string {
  const past = [...Object.keys(SYSTEM_COLUMNS), ...Object.keys(register.fields)].map((field) => quoted(columnName(field)))
  const changed = written(register).filter(({ name }) => name !== 'id')
  return `with given as (select * from json_to_recordset($1::json) as given(${recordType(register)})),
    kept as (insert into ${pastTableOf(store, register)} (${past.join(', ')}, recorded_to)
      select ${past.map((name) => `own.${name}`).join(', ')}, given.changed_at from ${tableOf(store, register)} own join given on given.id = own.id)
    update ${tableOf(store, register)} own set ${changed.map(({ name }) => `${quoted(name)} = given.${quoted(name)}`).join(', ')}, tokens = ${TOKENS}, changed_xid = pg_current_xact_id()
    from given where own.id = given.id`
}

/** The event, what it did to which entry, and what that adds to indicators, in one statement: three cost 40 % more of a small command. */
function ledger(store: Store, event: EventFacts, touched: readonly Touched[]): Statement {
  const { id, at, person, post, command, reason, request } = event
  const values = [id, at, person, post, command, reason, request, JSON.stringify(actsOf(touched))]
  const added = addedBy(touched)
  return added.length === 0 ? { text: actsSql(store), values } : { text: countedActsSql(store), values: [...values, ledgerJson(added)] }
}

const eventSql = (store: Store) =>
  `event as (insert into ${engineTable(store, 'event')} (id, at, person, post, command, reason, request) values ($1, $2, $3, $4, $5, $6, $7))`

const actSql = (store: Store) =>
  `insert into ${engineTable(store, 'event_entry')} (event, register, entry, version, act, from_state, to_state)
    select $1, given.* from json_to_recordset($8::json) as given(register text, entry uuid, version integer, act text, from_state text, to_state text)`

/** Most acts, such as drafts and checks, add to no indicator. */
const actsSql = kept((store: Store) => `with ${eventSql(store)} ${actSql(store)}`)
const countedActsSql = kept((store: Store) => `with ${eventSql(store)}, ${contributionsSql(store.schema, '$9', '$1')} ${actSql(store)}`)

function actsOf(touched: readonly Touched[]) {
  return touched.map(({ register, before, after, act }) => ({
    register: register.name,
    entry: after['id'],
    version: after['version'],
    act,
    from_state: before?.['state'] ?? null,
    to_state: after['state'],
  }))
}

function addedBy(touched: readonly Touched[]): readonly LedgerRow[] {
  return touched.flatMap(({ register, before, after }) =>
    difference(contributionsOf(register, before), contributionsOf(register, after)).map((contribution) => ({
      ...contribution,
      register: register.name,
      entry: after['id'],
      recordedAt: after['changedAt'],
    })),
  )
}

/** From now on whoever may read the entry may read the file. */
function fileUses(store: Store, event: EventFacts, touched: readonly Touched[]): readonly Statement[] {
  const uses = touched.flatMap(({ register, after }) =>
    filesOf(register, after).map((sha256) => ({ sha256, register: register.name, entry: after['id'] })),
  )
  if (uses.length === 0) return []
  return [
    {
      text: `with given as (select * from jsonb_to_recordset($1::jsonb) as given(sha256 text, register text, entry uuid)),
        bound as (update ${engineTable(store, 'file')} own set bound_at = coalesce(bound_at, $2) from given where own.sha256 = given.sha256)
        insert into ${engineTable(store, 'file_use')} (sha256, register, entry) select distinct sha256, register, entry from given on conflict do nothing`,
      values: [JSON.stringify(uses), event.at],
    },
  ]
}

/** The content hashes of every file an entry names. */
export function filesOf(register: Register, row: Row): readonly string[] {
  const own = fieldsOfFiles(register).filter(([name]) => row[name])
  return own.length === 0 ? [] : [...new Set(own.flatMap(([name, field]) => kindOf(field).filesOf!(row[name], field)))]
}

const fieldsOfFiles = kept((register: Register) => Object.entries(register.fields).filter(([, field]) => 'filesOf' in kindOf(field)))
