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
  const own = sealedFields(register, values, secrets)
  return own === NONE_SEALED ? values : { ...values, ...own }
}

/** The personal data among these values alone, sealed. */
export function sealedFields(register: Register, values: Row, secrets: Secrets): Row {
  const own = maskedFields(register).filter((field) => typeof values[field] === 'string')
  if (own.length === 0) return NONE_SEALED
  return Object.fromEntries(own.map((field) => [field, hex(secrets.seal(String(values[field])))]))
}

const NONE_SEALED: Row = {}

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

/**
 * A row keyed by column as JSON, for `json_to_recordset`; what is empty is left out, and whole fields of the system where so asked. Its tokens are
 * one text, parted by `TOKEN_END`. A text and no object: what waits to be written then takes a tenth of the memory.
 */
export function encoded(register: Register, row: Row, without: ReadonlySet<string> = NOTHING): string {
  return `{${[tokensColumn(register, row), ...columnsOf(register, row, (field) => !without.has(field))].join()}}`
}

/** The same of some fields alone and the entry's number, with its tokens when what is searched is among them. */
export function encodedOnly(register: Register, row: Row, fields: ReadonlySet<string>): string {
  const columns = columnsOf(register, row, (field) => field === 'id' || fields.has(field))
  return `{${(hasWords(register, fields) ? [tokensColumn(register, row), ...columns] : columns).join()}}`
}

function columnsOf(register: Register, row: Row, isWanted: (field: string) => boolean): readonly string[] {
  const columns: string[] = []
  for (const { field, name } of columnNames(register))
    if (row[field] !== null && row[field] !== undefined && isWanted(field)) columns.push(`${name}:${JSON.stringify(row[field])}`)
  return columns
}

function tokensColumn(register: Register, row: Row): string {
  return `"tokens":${JSON.stringify([...tokensOf(register, row)].join(TOKEN_END))}`
}

/** Whether an entry may be found by other words once these fields have changed; another version of the definition may search others. */
export function hasWords({ search = [] }: Register, fields: ReadonlySet<string>): boolean {
  return search.length > 0 && (fields.has('definitionVersion') || search.some((field) => fields.has(field)))
}

/** Tokens are pairs of letters and digits: a blank is never one. PostgreSQL reads one text four times as fast as a list of texts. */
export const TOKEN_END = ' '

/** The fields that have a column, and its name as JSON. */
const columnNames = kept((register: Register) =>
  allColumns(register).map(({ field }) => ({ field, name: JSON.stringify(columnName(field)) })),
)

/** Neighbouring characters of the searched fields. */
export function tokensOf(register: Register, row: Row): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const field of register.search ?? []) if (isFilled(row[field])) addBigrams(String(row[field]), pairs)
  return pairs
}

function hex(value: unknown): string | null {
  return Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : (value as string | null)
}

/** A new entry with these values and every other field null, those of the system and its keys among them, to be filled in. */
export function newRow(register: Register, values: Row): Record<string, unknown> {
  // A copy of one that is empty has all its fields at once: one that grows field by field costs four times the memory.
  const row: Record<string, unknown> = { ...emptyRow(register) }
  for (const field of Object.keys(values)) if (Object.hasOwn(register.fields, field)) row[field] = values[field] ?? null
  return row
}

const emptyRow = kept((register: Register): Row => {
  const own = [
    ...Object.keys(register.fields),
    ...Object.keys(SYSTEM_COLUMNS).filter((field) => field !== 'no'),
    ...Object.keys(register.keys ?? {}),
  ]
  return Object.fromEntries(own.map((field) => [field, null]))
})
