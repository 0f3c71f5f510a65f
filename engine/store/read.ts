import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import { columnName, quoted } from '#engine/derive/columns.ts'
import { kindOf } from '#engine/kinds/index.ts'
import { nameKey, type Titles } from '#engine/kinds/kind.ts'
import type { PgClient } from '#platform/db/database.ts'
import { type CodeField, codeFields, codesIn, codeTitleColumns, codeTitlesIn, titleOfCode } from './codes.ts'
import { columnRefsOf, columnRefTitles, idsIn, titlesInTables } from './column-refs.ts'
import { pastTableOf, type Store, statementName, tableOf, titleColumn } from './context.ts'
import { kept } from './kept.ts'
import { decoded, selectList } from './rows.ts'

/** Anything that answers a statement: the pool, or the connection of a transaction. */
export interface Reader {
  query(text: string, values: readonly unknown[], name: string): Promise<{ rows: Row[] }>
}

/** Reads outside any transaction. */
export function poolReader(store: Store): Reader {
  return store.database
}

/** Reads inside the transaction of a command. */
export function clientReader(client: PgClient): Reader {
  return { query: (text, values, name) => client.query<Record<string, unknown>>({ text, values: [...values], name }) }
}

/** The rows of a statement; prepared once a connection under a short name. */
export async function ask(reader: Reader, text: string, values: readonly unknown[]): Promise<readonly Row[]> {
  return (await reader.query(text, values, statementName(text))).rows
}

/** One entry as it stands now, whoever asks; the caller looks at the right. */
export async function readEntry(reader: Reader, store: Store, register: Register, id: string): Promise<Row | undefined> {
  const [row] = await ask(reader, `select ${selectList(register)} from ${tableOf(store, register)} where id = $1`, [id])
  return row && decoded(register, row)
}

/** Entries by id, in no order, whoever asks; the caller looks at the right. */
export async function readEntries(reader: Reader, store: Store, register: Register, ids: readonly string[]): Promise<readonly Row[]> {
  const rows = await ask(reader, `select ${selectList(register)} from ${tableOf(store, register)} where id = any($1)`, [[...ids]])
  return rows.map((row) => decoded(register, row))
}

/** One entry as it was known at an instant. */
export async function readEntryAsOf(reader: Reader, store: Store, register: Register, id: string, asOf: string): Promise<Row | undefined> {
  const columns = selectList(register)
  const text = `(select ${columns} from ${tableOf(store, register)} where id = $1 and changed_at <= $2)
    union all (select ${columns} from ${pastTableOf(store, register)} where id = $1 and changed_at <= $2 and recorded_to > $2) limit 1`
  const [row] = await ask(reader, text, [id, asOf])
  return row && decoded(register, row)
}

/** Entries locked for change, in the order of their ids, so that two commands over the same set never wait for each other in a ring. */
export async function lockEntries(client: PgClient, store: Store, register: Register, ids: readonly string[]): Promise<readonly Row[]> {
  // One id is asked for by itself: PostgreSQL keeps that plan, and makes the one of an array anew each time (0.2 ms of its time).
  const [where, value] = ids.length === 1 ? ['id = $1', ids[0]] : ['id = any($1) order by id', [...ids]]
  const text = `select ${selectList(register)} from ${tableOf(store, register)} where ${where} for update`
  return (await ask(clientReader(client), text, [value])).map((row) => decoded(register, row))
}

/** The names of the entries and codes that rows speak of, by id or `nameKey`: one query a register, none a row. */
export async function titlesFor(reader: Reader, store: Store, register: Register, rows: readonly Row[]): Promise<Record<string, string>> {
  const found = await Promise.all(sourcesOf(register).map((source) => titlesFrom(reader, store, source, spokenOf(source, rows))))
  return Object.assign({}, ...found)
}

/** As many names as are remembered while rows go by: a province has fewer units. */
const MOST_KNOWN = 100_000

/** The same for rows that come page after page: each name is asked for once, because many entries speak of the same few. */
export function titlesOfPages(reader: Reader, store: Store, register: Register): (rows: readonly Row[]) => Promise<Titles> {
  const sources = sourcesOf(register).map((source) => ({ source, asked: new Set<string>() }))
  let titles: Record<string, string> = {}
  return async (rows) => {
    if (sources.reduce((sum, { asked }) => sum + asked.size, 0) > MOST_KNOWN) {
      titles = {}
      for (const { asked } of sources) asked.clear()
    }
    for (const { source, asked } of sources) {
      const unknown = [...spokenOf(source, rows)].filter((spoken) => !asked.has(spoken))
      Object.assign(titles, await titlesFrom(reader, store, source, unknown))
      for (const spoken of unknown) asked.add(spoken)
    }
    return titles
  }
}

/** Where names come from: a register, or the codes of a scheme; with what a row speaks of. */
type Source = { readonly to: string; in(row: Row): readonly string[] } | { readonly by: CodeField; in(row: Row): readonly string[] }

const sourcesOf = kept((register: Register): readonly Source[] => [...refSources(register), ...codeSources(register)])

function refSources(register: Register): readonly Source[] {
  const direct = Object.entries(register.fields).flatMap(([field, definition]) => {
    const to = kindOf(definition).refersTo?.(definition)
    return to === undefined ? [] : [{ to, in: (row: Row) => (row[field] ? [String(row[field])] : []) }]
  })
  const all = [...direct, ...columnRefsOf(register).map((by) => ({ to: by.to, in: (row: Row) => idsIn(by, row) }))]
  return [...Map.groupBy(all, ({ to }) => to)].map(([to, each]) => ({ to, in: (row) => each.flatMap((one) => one.in(row)) }))
}

function codeSources(register: Register): readonly Source[] {
  const sources = Map.groupBy(codeFields(register), ({ register: target, scheme = '' }) => `${target}/${scheme}`)
  return [...sources.values()].map((fields) => ({ by: fields[0]!, in: (row) => fields.flatMap((by) => codesIn(by, row)) }))
}

function spokenOf(source: Source, rows: readonly Row[]): ReadonlySet<string> {
  const spoken = new Set<string>()
  for (const row of rows) for (const each of source.in(row)) spoken.add(each)
  return spoken
}

async function titlesFrom(reader: Reader, store: Store, source: Source, spoken: Iterable<string>): Promise<Record<string, string>> {
  const wanted = [...spoken]
  if (wanted.length === 0) return {}
  if ('to' in source) return titlesOf(reader, store, source.to, wanted)
  const text = `select code, ${titleOfCode(store, source.by, 'given.code')} as title from unnest($1::text[]) as given(code)`
  const found = await ask(reader, text, [wanted])
  return Object.fromEntries(
    found.filter(({ title }) => title !== null).map(({ code, title }) => [nameKey(source.by, String(code)), String(title)] as const),
  )
}

/** The fields that name entries of other registers. */
export const refsOf = kept((register: Register) =>
  Object.entries(register.fields).flatMap(([field, definition]) => {
    const target = kindOf(definition).refersTo?.(definition)
    return target === undefined ? [] : [{ field, target, title: `title of ${field}` }]
  }),
)

/** Every column, and beside each reference the name it stands for: one statement, where a second one would wait for the first. */
export function titledList(store: Store, register: Register, table: string): string {
  const titles = refsOf(register).map(({ field, target, title }) => {
    const other = store.catalogue.need(target)
    return `(select other.${titleColumn(other)} from ${tableOf(store, other)} other where other.id = ${table}.${quoted(columnName(field))}) as "${title}"`
  })
  return [selectList(register), ...titles, ...columnRefTitles(store, register, table), ...codeTitleColumns(store, register, table)].join(
    ', ',
  )
}

/** The names that rows of a `titledList` brought along, by id. */
export function titlesIn(register: Register, rows: readonly Row[]): Record<string, string> {
  const found: Record<string, string> = {}
  for (const { field, title } of refsOf(register)) {
    for (const row of rows) if (typeof row[title] === 'string') found[String(row[field])] = row[title]
  }
  return { ...found, ...titlesInTables(register, rows), ...codeTitlesIn(register, rows) }
}

/** Titles of entries of one register by id. */
export async function titlesOf(reader: Reader, store: Store, name: string, ids: readonly string[]): Promise<Record<string, string>> {
  const target = store.catalogue.need(name)
  const rows = await ask(reader, `select id, ${titleColumn(target)} as title from ${tableOf(store, target)} where id = any($1)`, [[...ids]])
  return Object.fromEntries(rows.map(({ id, title }) => [String(id), String(title)]))
}
