import { isFilled, type Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import { addBigrams } from '#engine/derive/bigrams.ts'
import { allColumns, type Column, columnName, SYSTEM_COLUMNS } from '#engine/derive/columns.ts'
import { kindOf } from '#engine/kinds/index.ts'
import type { Secrets } from '#platform/secrets/secrets.ts'
import { kept } from './kept.ts'

/** `"signed_on" as "signedOn", …` of every column. */
export const selectList = kept((register: Register): string =>
  allColumns(register)
    .map(({ sql, field }) => `${sql} as "${field}"`)
    .join(', '),
)

/** A column's value in JSON that PostgreSQL writes: JSON has numbers for amounts, which would lose digits on the way. */
export function jsonValue({ sql, type }: Column): string {
  return type.startsWith('numeric') ? `${sql}::text` : sql
}

/** The same columns, to be read as JSON of one row by `rowOfJson`. */
export const jsonList = kept((register: Register): string =>
  allColumns(register)
    .map((column) => `${jsonValue(column)} as "${column.field}"`)
    .join(', '),
)

const INSTANTS = Object.entries(SYSTEM_COLUMNS).flatMap(([field, type]) => (type === 'timestamptz' ? [field] : []))

/** A row that came as JSON, as the program keeps it. One column and not sixty: each is described, parted and read by itself, with every answer. */
export function rowOfJson(json: unknown): Row {
  const row = JSON.parse(String(json)) as Record<string, unknown>
  for (const field of INSTANTS) row[field] = new Date(String(row[field])).toISOString()
  return row
}

/** A row as PostgreSQL gave it, as the program keeps it: personal data stays sealed, as hexadecimal text. */
export function decoded(register: Register, raw: Row): Row {
  const sealed = maskedFields(register)
  return sealed.length === 0 ? raw : { ...raw, ...Object.fromEntries(sealed.map((field) => [field, hex(raw[field])])) }
}

/** The fields of personal data of a register. */
export const maskedFields = kept((register: Register): readonly string[] =>
  Object.entries(register.fields).flatMap(([name, field]) => (kindOf(field).mask ? [name] : [])),
)

/** Values a person gave, with personal data sealed for the table. */
export function sealed(register: Register, values: Row, secrets: Secrets): Row {
  const own = maskedFields(register).filter((field) => typeof values[field] === 'string')
  return own.length === 0
    ? values
    : { ...values, ...Object.fromEntries(own.map((field) => [field, hex(secrets.seal(String(values[field])))])) }
}

/** A row as it leaves the house: personal data masked. */
export function masked(register: Register, row: Row, secrets: Secrets): Row {
  return withPersonalData(register, row, (field, sealed) => kindOf(register.fields[field]!).mask!(unsealed(sealed, secrets)))
}

/** A row with its personal data in full: to compare versions, never to answer. */
export function opened(register: Register, row: Row, secrets: Secrets): Row {
  return withPersonalData(register, row, (_field, sealed) => unsealed(sealed, secrets))
}

function withPersonalData(register: Register, row: Row, each: (field: string, sealed: string) => string): Row {
  const own = maskedFields(register).filter((field) => typeof row[field] === 'string')
  return own.length === 0 ? row : { ...row, ...Object.fromEntries(own.map((field) => [field, each(field, String(row[field]))])) }
}

/** Opens a sealed personal value as PostgreSQL gives it (`\x…`). */
export function unsealed(value: string, secrets: Secrets): string {
  return secrets.open(Buffer.from(value.slice(2), 'hex'))
}

const NOTHING: ReadonlySet<string> = new Set()

/** A row keyed by column, for `json_to_recordset`; what is empty is left out, and whole fields of the system where so asked. Its tokens are one text, parted by `TOKEN_END`. */
export function encoded(register: Register, row: Row, without: ReadonlySet<string> = NOTHING): Record<string, unknown> {
  const columns: Record<string, unknown> = {}
  for (const { field, column } of columnNames(register))
    if (row[field] !== null && row[field] !== undefined && !without.has(field)) columns[column] = row[field]
  columns['tokens'] = [...tokensOf(register, row)].join(TOKEN_END)
  return columns
}

/** Tokens are pairs of letters and digits: a blank is never one. PostgreSQL reads one text four times as fast as a list of texts. */
export const TOKEN_END = ' '

const columnNames = kept((register: Register) => allColumns(register).map(({ field }) => ({ field, column: columnName(field) })))

/** Neighbouring characters of the searched fields. */
export function tokensOf(register: Register, row: Row): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const field of register.search ?? []) if (isFilled(row[field])) addBigrams(String(row[field]), pairs)
  return pairs
}

function hex(value: unknown): string | null {
  return Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : (value as string | null)
}

/** Values of a new entry with every field of the register; what was not given is null. */
export function emptyAsNull(register: Register, values: Row): Row {
  const row: Record<string, unknown> = {}
  for (const field of Object.keys(register.fields)) row[field] = values[field] ?? null
  return row
}
