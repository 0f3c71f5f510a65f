import { setImmediate } from 'node:timers/promises'
import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import { allColumns, columnName, quoted, SYSTEM_COLUMNS } from '#engine/derive/columns.ts'
import { contributionsOf, difference } from '#engine/derive/contributions.ts'
import { kindOf } from '#engine/kinds/index.ts'
import type { PgClient } from '#platform/db/database.ts'
import { engineTable, pastTableOf, type Store, statementName, tableOf } from './context.ts'
import { contributionsSql, type LedgerRow, ledgerJson } from './contributions.ts'
import { kept } from './kept.ts'
import { encoded, encodedOnly, hasWords, TOKEN_END } from './rows.ts'

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
  const send = ({ text, values, isOwn = false }: Statement) =>
    client.query({ text, values: [...values], ...(!isOwn && { name: statementName(text) }) })
  const all = (statements: readonly Statement[]) => Promise.all(statements.map(send))
  const rows = all(byRegister(touched).flatMap((group) => rowStatements(store, group)))
  rows.catch(() => {}) // told where it is waited for
  // PostgreSQL writes many rows while what they add is worked out; those of a few leave together.
  if (touched.length >= MANY) await setImmediate()
  const [answers] = await Promise.all([rows, all([ledger(store, event, touched), ...fileUses(store, event, touched)])])
  const numbers = new Map(answers.flatMap(({ rows }) => (rows as readonly { id: string; no: number }[]).map(({ id, no }) => [id, no])))
  for (const { before, after } of touched) if (!before) after['no'] = numbers.get(String(after['id']))
}

interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
  /** Of this change alone: no connection keeps it ready. */
  readonly isOwn?: boolean
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
  const changed = touched.filter(({ before }) => before)
  return [
    ...(created.length > 0 ? [{ text: insertSql(store)(register), values: [listOf(created)] }] : []),
    ...(changed.length > 0 ? [changeStatement(store, register, changed)] : []),
  ]
}

/** Objects that are JSON already. */
function listOf(objects: readonly string[]): string {
  return `[${objects.join()}]`
}

/** So many entries are written by the columns that changed; fewer by the statement of all columns, which every connection has ready. */
const MANY = 10

/** A hundred entries of a batch are 11 columns of sixty: half of the text that both sides would write and read, and no word of theirs is new. */
function changeStatement(store: Store, register: Register, touched: readonly Touched[]): Statement {
  if (touched.length < MANY)
    return { text: updateSql(store)(register), values: [listOf(touched.map(({ after }) => encoded(register, after)))] }
  const fields = changedFields(register, touched)
  const rows = touched.map(({ after }) => encodedOnly(register, after, fields))
  return { text: updateText(store, register, fields), values: [listOf(rows)], isOwn: true }
}

/** The fields in which any of these entries is no longer what it was, and when they were changed. */
function changedFields(register: Register, touched: readonly Touched[]): ReadonlySet<string> {
  const changed = written(register).filter(
    ({ field }) => field === 'changedAt' || touched.some(({ before, after }) => !isSame(before?.[field], after[field])),
  )
  return new Set(changed.map(({ field }) => field))
}

function isSame(before: unknown, after: unknown): boolean {
  if (before === after || (before ?? null) === (after ?? null)) return true
  return typeof before === 'object' && typeof after === 'object' && JSON.stringify(before) === JSON.stringify(after)
}

interface Written {
  readonly field: string
  readonly name: string
  readonly type: string
}

/** Columns that the program writes; `no` is given by the table. */
const written = kept((register: Register): readonly Written[] =>
  allColumns(register)
    .filter(({ field }) => field !== 'no')
    .map(({ field, type }) => ({ field, name: columnName(field), type })),
)

function recordType(columns: readonly Written[]): string {
  return [...columns.map(({ name, type }) => `${quoted(name)} ${type}`), 'tokens text'].join(', ')
}

const insertSql = kept((store: Store) => kept((register: Register) => insertText(store, register)))
const updateSql = kept((store: Store) => kept((register: Register) => updateText(store, register, allWritten(register))))
const allWritten = kept((register: Register): ReadonlySet<string> => new Set(written(register).map(({ field }) => field)))

/** The words of a row named `given`. */
export const TOKENS = `array_to_tsvector(string_to_array(given.tokens, '${TOKEN_END}'))`

function insertText(store: Store, register: Register): string {
  const names = written(register).map(({ name }) => quoted(name))
  return `insert into ${tableOf(store, register)} (${names.join(', ')}, tokens)
    select ${names.map((name) => `given.${name}`).join(', ')}, ${TOKENS} from json_to_recordset($1::json) as given(${recordType(written(register))}) returning id, no`
}

/** Copies the old rows to the versions and changes the table in one statement; both see the same snapshot, so the copy is of what was. */
function updateText(store: Store, register: Register, fields: ReadonlySet<string>): string {
  const past = [...Object.keys(SYSTEM_COLUMNS), ...Object.keys(register.fields)].map((field) => quoted(columnName(field)))
  const given = written(register).filter(({ field }) => field === 'id' || fields.has(field))
  const sets = given.filter(({ field }) => field !== 'id').map(({ name }) => `${quoted(name)} = given.${quoted(name)}`)
  const words = hasWords(register, fields) ? [`tokens = ${TOKENS}`] : []
  return `with given as (select * from json_to_recordset($1::json) as given(${recordType(given)})),
    kept as (insert into ${pastTableOf(store, register)} (${past.join(', ')}, recorded_to)
      select ${past.map((name) => `own.${name}`).join(', ')}, given.changed_at from ${tableOf(store, register)} own join given on given.id = own.id)
    update ${tableOf(store, register)} own set ${[...sets, ...words].join(', ')}, changed_xid = pg_current_xact_id()
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
  const uses = touched.flatMap((each) =>
    newFilesOf(each).map((sha256) => ({ sha256, register: each.register.name, entry: each.after['id'] })),
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

/** The content hashes of files that hang on an entry from this change on. */
export function newFilesOf({ register, before, after }: Touched): readonly string[] {
  const changed = fieldsOfFiles(register).filter(([name]) => after[name] && after[name] !== before?.[name])
  const named = changed.flatMap(([name, field]) => kindOf(field).filesOf!(after[name], field))
  if (named.length === 0 || !before) return [...new Set(named)]
  const known = new Set(filesOf(register, before))
  return [...new Set(named)].filter((sha256) => !known.has(sha256))
}

/** The content hashes of every file an entry names. */
export function filesOf(register: Register, row: Row): readonly string[] {
  const own = fieldsOfFiles(register).filter(([name]) => row[name])
  return own.length === 0 ? [] : [...new Set(own.flatMap(([name, field]) => kindOf(field).filesOf!(row[name], field)))]
}

const fieldsOfFiles = kept((register: Register) => Object.entries(register.fields).filter(([, field]) => 'filesOf' in kindOf(field)))
