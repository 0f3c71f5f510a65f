import type { Register } from '#engine/define/register.ts'
import { type FieldDefinition, kindOf } from '#engine/kinds/index.ts'

/** The columns every register has, by the name the program uses, with their PostgreSQL types. */
export const SYSTEM_COLUMNS = {
  id: 'uuid',
  no: 'bigint',
  state: 'text',
  version: 'integer',
  createdAt: 'timestamptz',
  createdOn: 'date',
  createdBy: 'uuid',
  changedAt: 'timestamptz',
  changedBy: 'uuid',
  definitionVersion: 'integer',
  event: 'uuid',
} as const

/** contractValue → contract_value */
export function columnName(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** A name as an SQL identifier. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A name from a definition, which may be made at run time, as SQL text; never for what somebody typed. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** A column of a register’s table. */
export interface Column {
  readonly field: string
  /** Quoted, ready for SQL. */
  readonly sql: string
  /** The bare PostgreSQL type, without collation. */
  readonly type: string
  readonly definition?: FieldDefinition
}

/** Any column of a register by its field name; undefined when there is none. */
export function columnOf(register: Register, field: string): Column | undefined {
  if (Object.hasOwn(SYSTEM_COLUMNS, field)) {
    return { field, sql: quoted(columnName(field)), type: SYSTEM_COLUMNS[field as keyof typeof SYSTEM_COLUMNS] }
  }
  const definition = Object.hasOwn(register.fields, field) ? register.fields[field] : undefined
  return definition && { field, sql: quoted(columnName(field)), type: bareType(definition), definition }
}

/** A key of an index holds no more than 2,700 bytes: codes, days, references and the system's own columns. */
export function fitsIndex(register: Register, field: string): boolean {
  const column = columnOf(register, field)
  return column !== undefined && (!column.definition || kindOf(column.definition).facet !== undefined)
}

/** text collate "C" → text */
export function bareType(field: FieldDefinition): string {
  return kindOf(field)
    .column(field)
    .replace(/ collate .*/, '')
}

/** The system’s own columns and one for each field, in the order of the table. */
export function allColumns(register: Register): readonly Column[] {
  return [...Object.keys(SYSTEM_COLUMNS), ...Object.keys(register.fields)].map((field) => columnOf(register, field)!)
}
