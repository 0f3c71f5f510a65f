import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import { columnName, quoted } from '#engine/derive/columns.ts'
import { kindOf } from '#engine/kinds/index.ts'
import { nameKey, type Titles } from '#engine/kinds/kind.ts'
import type { PgClient } from '#platform/db/database.ts'
import { type CodeField, codeFields, codesIn, codeTitleColumns, codeTitlesIn, titleOfCode } from './codes.ts'
import { columnRefsOf, columnRefTitles, idsIn, titlesInTables } from './column-refs.ts'
import { pastTableOf, type Store, statementName, tableOf, titleColumn } from './context.ts'
import type { EntryCells } from './export-shapes.ts'
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

/** The same for entries that come page after page as cells: each name is asked for once, because many entries speak of the same few. */
export function titlesOfPages(
  reader: Reader,
  store: Store,
  register: Register,
  fields: readonly string[],
): (page: readonly EntryCells[]) => Promise<Titles> {
  const sources = sourcesOf(register).map((source) => ({ source, places: placesOf(source, fields), asked: new Set<string>() }))
  let titles: Record<string, string> = {}
  return async (page) => {
    if (sources.reduce((sum, { asked }) => sum + asked.size, 0) > MOST_KNOWN) {
      titles = {}
      for (const { asked } of sources) asked.clear()
    }
    for (const { source, places, asked } of sources) {
      const unknown = newlySpoken(places, page, asked)
      if (unknown.length > 0) Object.assign(titles, await titlesFrom(reader, store, source, unknown))
    }
    return titles
  }
}

/** Where in an entry's cells something is named. */
type Place = { readonly at: number } & Pick<SourcePart, 'spoken'>

function placesOf({ parts }: Source, fields: readonly string[]): readonly Place[] {
  return parts.flatMap(({ field, spoken }) => (fields.includes(field) ? [{ at: fields.indexOf(field), spoken }] : []))
}

function newlySpoken(places: readonly Place[], page: readonly EntryCells[], asked: Set<string>): readonly string[] {
  const unknown: string[] = []
  for (const { at, spoken } of places) {
    for (const cells of page) {
      for (const each of spoken(cells[at])) {
        if (asked.has(each)) continue
        asked.add(each)
        unknown.push(each)
      }
    }
  }
  return unknown
}

/** Where names come from: a register, or the codes of a scheme; with the fields whose values speak of them. */
type Source = { readonly parts: readonly SourcePart[] } & ({ readonly to: string } | { readonly by: CodeField })

interface SourcePart {
  readonly field: string
  readonly spoken: (value: unknown) => readonly string[]
}

const sourcesOf = kept((register: Register): readonly Source[] => [...refSources(register), ...codeSources(register)])

function refSources(register: Register): readonly Source[] {
  const direct = Object.entries(register.fields).flatMap(([field, definition]) => {
    const to = kindOf(definition).refersTo?.(definition)
    return to === undefined ? [] : [{ to, field, spoken: (value: unknown) => (value ? [String(value)] : []) }]
  })
  const all = [
    ...direct,
    ...columnRefsOf(register).map((by) => ({ to: by.to, field: by.field, spoken: (value: unknown) => idsIn(by, value) })),
  ]
  return [...Map.groupBy(all, ({ to }) => to)].map(([to, parts]) => ({ to, parts }))
}

function codeSources(register: Register): readonly Source[] {
  const sources = Map.groupBy(codeFields(register), ({ register: target, scheme = '' }) => `${target}/${scheme}`)
  return [...sources.values()].map((fields) => ({
    by: fields[0]!,
    parts: fields.map((by) => ({ field: by.field, spoken: (value: unknown) => codesIn(by, value) })),
  }))
}

function spokenOf({ parts }: Source, rows: readonly Row[]): ReadonlySet<string> {
  const spoken = new Set<string>()
  for (const part of parts) for (const row of rows) for (const each of part.spoken(row[part.field])) spoken.add(each)
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
  return [selectList(register), ...titleColumns(store, register, table)].join(', ')
}

/** Those names alone. */
export function titleColumns(store: Store, register: Register, table: string): readonly string[] {
  const titles = refsOf(register).map(({ field, target, title }) => {
    const other = store.catalogue.need(target)
    return `(select other.${titleColumn(other)} from ${tableOf(store, other)} other where other.id = ${table}.${quoted(columnName(field))}) as "${title}"`
  })
  return [...titles, ...columnRefTitles(store, register, table), ...codeTitleColumns(store, register, table)]
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
