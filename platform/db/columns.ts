/** What a column of an answer holds. */
export interface Column<Value> {
  /** As a fault names it. */
  readonly holds: string
  is(value: unknown): value is Value
}

/** The columns of a statement, by the names that it gives them. */
export type Columns = Readonly<Record<string, Column<unknown>>>

/** A row that has these columns. */
export type Columned<C extends Columns> = { readonly [Name in keyof C]: C[Name] extends Column<infer Value> ? Value : never }

/** Words, codes, ids, days and instants: everything that PostgreSQL's driver gives as a string. */
export const text: Column<string> = { holds: 'text', is: (value) => typeof value === 'string' }

/** Whole and floating numbers; `numeric` comes as text, so that money is never a float. */
export const number: Column<number> = { holds: 'a number', is: (value) => typeof value === 'number' }

/** True or false. */
export const truth: Column<boolean> = { holds: 'true or false', is: (value) => typeof value === 'boolean' }

/** A column `bytea`. */
export const bytes: Column<Buffer> = { holds: 'bytes', is: (value) => Buffer.isBuffer(value) }

/** One of these words. */
export function oneOf<const Word extends string>(words: readonly Word[]): Column<Word> {
  return { holds: `one of ${words.join(', ')}`, is: (value): value is Word => words.some((word) => word === value) }
}

/** What may be empty. */
export function orNull<Value>(column: Column<Value>): Column<Value | null> {
  return { holds: `${column.holds} or nothing`, is: (value): value is Value | null => value === null || column.is(value) }
}

/** An object in json with these properties; others may stand beside them. */
export function rowOf<C extends Columns>(columns: C): Column<Columned<C>> {
  return { holds: 'an object', is: (value): value is Columned<C> => isRow(value) && fits(columns, value) }
}

/** A list in json, each with these properties; others may stand beside them. */
export function listOf<C extends Columns>(columns: C): Column<readonly Columned<C>[]> {
  const row = rowOf(columns)
  return { holds: 'a list', is: (value): value is readonly Columned<C>[] => Array.isArray(value) && value.every((each) => row.is(each)) }
}

/** The rows, which must have the columns; a fault of the program, naming the column, where one holds something else. */
export function withColumns<C extends Columns>(columns: C, rows: readonly Readonly<Record<string, unknown>>[]): readonly Columned<C>[] {
  const isFit = (row: Readonly<Record<string, unknown>>): row is Columned<C> => fits(columns, row)
  if (rows.every(isFit)) return rows
  const wrong = rows.flatMap((row) => misfits(columns, row))
  throw new TypeError(`the statement answers with ${[...new Set(wrong)].join(', ')}`)
}

function fits<C extends Columns>(columns: C, row: Readonly<Record<string, unknown>>): row is Columned<C> {
  for (const name in columns) if (!columns[name]!.is(row[name])) return false
  return true
}

function misfits(columns: Columns, row: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(columns)
    .filter(([name, column]) => !column.is(row[name]))
    .map(([name, { holds }]) => `${name}: ${row[name] === undefined ? 'nothing' : typeof row[name]} instead of ${holds}`)
}

function isRow(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
