import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import { allColumns, columnName, quoted } from '#engine/derive/columns.ts'
import { contributionsOf } from '#engine/derive/contributions.ts'
import type { Secrets } from '#platform/secrets/secrets.ts'
import type { Call } from './call.ts'
import { engineTable, type Store, tableOf } from './context.ts'
import { ADDED, added, keptContributionsSql } from './contributions.ts'
import type { RowRange } from './import-range.ts'
import { kept } from './kept.ts'
import { ask, clientReader, type Reader } from './read.ts'
import { encoded, maskedFields, sealedFields } from './rows.ts'
import { filesOf, TOKENS } from './save.ts'

/** A new row as it will stand in its register, worked out while the sheet was read; see the table `import_ready`. */
export interface ReadyRow {
  readonly entry: string
  /** As JSON, see `encoded`. */
  readonly columns: string
  readonly adds: readonly object[]
  readonly known_by: readonly string[]
}

/** What the set that puts a row in says of it: who, when, by which act. */
const OF_THE_SET = ['id', 'version', 'createdAt', 'createdOn', 'createdBy', 'changedAt', 'changedBy', 'definitionVersion', 'event'] as const
const NOT_YET: ReadonlySet<string> = new Set(OF_THE_SET)

interface MadeFor {
  readonly register: Register
  readonly secrets: Secrets
}

/** A row that was made in thought by a call that seals nothing; undefined for one that names files, which `save` binds. */
export function readyRow({ register, secrets }: MadeFor, after: Row, knownBy: readonly string[]): ReadyRow | undefined {
  if (filesOf(register, after).length > 0) return undefined
  return {
    entry: String(after['id']),
    columns: encoded(register, { ...after, ...sealedNow(secrets, register, after) }, NOT_YET),
    adds: contributionsOf(register, after).map(added),
    known_by: knownBy,
  }
}

/** What a preview did not seal, because most of what it tries is not kept. */
function sealedNow(secrets: Secrets, register: Register, after: Row): Row {
  const open = maskedFields(register).filter((field) => typeof after[field] === 'string')
  if (open.length === 0) return {}
  return sealedFields(register, Object.fromEntries(open.map((field) => [field, plain(after[field])])), secrets)
}

function plain(hexadecimal: unknown): string {
  return Buffer.from(String(hexadecimal).slice(2), 'hex').toString('utf8')
}

export async function keepReady(
  reader: Reader,
  store: Store,
  id: string,
  rows: readonly { readonly row: number; readonly ready?: ReadyRow | undefined }[],
): Promise<void> {
  const ready = rows.flatMap(({ row, ready }) => (ready ? [readyJson(row, ready)] : []))
  if (ready.length === 0) return
  const text = `insert into ${engineTable(store, 'import_ready')} (import, row, entry, columns, adds, known_by)
    select $1, row, entry, columns, adds, known_by from json_to_recordset($2::json) as given(row integer, entry uuid, columns json, adds json, known_by json)`
  await ask(reader, text, [id, `[${ready.join()}]`])
}

function readyJson(row: number, { entry, columns, adds, known_by }: ReadyRow): string {
  return `{"row":${row},"entry":"${entry}","columns":${columns},"adds":${JSON.stringify(adds)},"known_by":${JSON.stringify(known_by)}}`
}

/** Of an import whose rows are all in, or will never be. */
export async function forgetReady(reader: Reader, store: Store, id: string): Promise<void> {
  await ask(reader, `delete from ${engineTable(store, 'import_ready')} where import = $1`, [id])
}

/** A ready row that waits to be put in, by what an entry that came meanwhile would be found. */
export interface WaitingReady {
  readonly row: number
  readonly content: string
  readonly identities: readonly string[]
}

export async function waitingReady(reader: Reader, store: Store, id: string, { after, upTo }: RowRange): Promise<readonly WaitingReady[]> {
  const text = `select row, content, ${ofReady(store, 'known_by')} as identities from ${engineTable(store, 'import_row')} own
    where import = $1 and row > $2 and row <= $3 and outcome = 'new' and given is null and applied_at is null order by row`
  return (await ask(reader, text, [id, after, upTo])) as unknown as readonly WaitingReady[] // the columns are those of the type
}

/**
 * A column of the ready row beside a row named `own`. Looked up for each: PostgreSQL knows nothing of an import that has just begun, takes its
 * rows for one or two, and a join then compares each with each (20,000 rows: 23 s).
 */
export function ofReady(store: Store, column: 'entry' | 'known_by' | 'columns'): string {
  return `(select ${column} from ${engineTable(store, 'import_ready')} ready where ready.import = own.import and ready.row = own.row)`
}

/** What a ready row was made from, as a sheet gives it, for when it must be judged anew. */
export function givenAgain(register: Register, columns: Row): Row {
  const fields = Object.entries(register.fields).filter(([, { system }]) => !system)
  return Object.fromEntries(fields.map(([field]) => [field, columns[columnName(field)]]).filter(([, value]) => value !== undefined))
}

/**
 * Puts ready rows into their register, with the acts and what they add to figures: what `save` does of new entries, in one statement
 * that finds its rows in the database. The event itself is kept when the command ends.
 */
export async function enter({ facts }: Call, register: Register, id: string, rows: readonly number[]): Promise<void> {
  const { store, client, actor, now, today, event } = facts
  const version = store.definitionVersions.get(register.name) ?? 1
  await ask(clientReader(client), enterSql(store)(register), [id, rows, now, today, actor.person, version, event, register.name])
}

const enterSql = kept((store: Store) => kept((register: Register) => enterText(store, register)))

/** The columns of `OF_THE_SET`, in its order, after the number of the entry. */
const GIVEN_BY_THE_SET = ['1', '$3::timestamptz', '$4::date', '$5::uuid', '$3::timestamptz', '$5::uuid', '$6::integer', '$7::uuid']

function enterText(store: Store, register: Register): string {
  const left: ReadonlySet<string> = new Set([...OF_THE_SET, 'no'])
  const own = allColumns(register).filter(({ field }) => !left.has(field))
  const record = [...own.map(({ sql, type }) => `${sql} ${type}`), 'tokens text'].join(', ')
  const ofTheSet = OF_THE_SET.map((field) => quoted(columnName(field)))
  return `with ready as (select * from ${engineTable(store, 'import_ready')} where import = $1 and row = any($2::integer[]) order by row),
    entered as (insert into ${tableOf(store, register)} (${[...ofTheSet, ...own.map(({ sql }) => sql), 'tokens'].join(', ')})
      select ready.entry, ${GIVEN_BY_THE_SET.join(', ')}, ${own.map(({ sql }) => `given.${sql}`).join(', ')}, ${TOKENS}
      from ready, lateral json_to_record(ready.columns) as given(${record}) returning id, state),
    acts as (insert into ${engineTable(store, 'event_entry')} (event, register, entry, version, act, from_state, to_state)
      select $7::uuid, $8, id, 1, 'create', null, state from entered),
    given_contribution as (select added.*, $8::text as register, ready.entry, $3::timestamptz as recorded_at
      from ready, lateral json_to_recordset(ready.adds) as added(${ADDED})),
    ${keptContributionsSql(store.schema, '$7::uuid')}
    update ${engineTable(store, 'import_row')} own set version = 1, applied_at = $3::timestamptz, entry = ${ofReady(store, 'entry')}
      where own.import = $1 and own.row = any($2::integer[])`
}
