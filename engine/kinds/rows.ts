import { type ZodType, z } from 'zod'
import { type Language, type Words, wordsSchema } from '#engine/define/words.ts'
import { area } from './area.ts'
import { choice } from './choice.ts'
import { day } from './day.ts'
import { type FileValue, files } from './files.ts'
import { integer } from './integer.ts'
import { asText, fault, kind, type NamesBy, type Titles } from './kind.ts'
import { money } from './money.ts'
import { ref } from './ref.ts'
import { term } from './term.ts'
import { text } from './text.ts'
import { year } from './year.ts'

/** Kinds a column of a sub-table may have. */
const cells = { area, choice, day, files, integer, money, ref, term, text, year }
type CellName = keyof typeof cells

/** A column of a sub-table: one of the simple kinds, with the options of that kind. */
export interface RowColumn {
  readonly kind: CellName
  readonly label: Words
  readonly needed?: true
  readonly [option: string]: unknown
}

const columnSchema = z.looseObject({ kind: z.enum(Object.keys(cells)), label: wordsSchema, needed: z.literal(true).exactOptional() })
const LONGEST = 200

/** A short table inside an entry: evidence, key figures, participating units. */
export const rows = kind({
  options: {
    columns: z.record(z.string(), columnSchema) as unknown as ZodType<Readonly<Record<string, RowColumn>>>,
    most: z.int().exactOptional(),
    /** The column that stands for a row where there is no room for all of them, as in a list. */
    shows: z.string().exactOptional(),
  },
  control: 'rows',
  column: () => 'jsonb',
  schema: ({ columns, most = LONGEST }) => z.array(rowSchema(columns)).max(most, fault(`最多 ${most} 行`, `at most ${most} rows`)),
  print: (value, { columns }, language, titles = {}) =>
    rowsOf(value)
      .map((row) => printRow(row, columns, language, titles))
      .join(language === 'zh' ? '；' : '; '),
  sheet: ({ columns }) => ({ format: 'text', width: 12, rows: columns }),
  // Stands on a sheet of its own, whose columns are read by the kinds in it.
  toCell: () => null,
  fromCell: () => ({ kept: true }),
  namesBy: ({ columns }) =>
    Object.entries(columns).flatMap(([name, column]) => (cellOf(column).namesBy?.(column) ?? []).map((by) => ({ ...by, column: name }))),
  refersIn: ({ columns }) =>
    Object.entries(columns).flatMap(([column, { kind: name, to }]) => (name === 'ref' ? [{ column, to: String(to) }] : [])),
  textsOf: (value) => rowsOf(value).flatMap((row) => Object.values(row).filter((cell) => typeof cell === 'string')),
  filesOf: (value, { columns }) => rowsOf(value).flatMap((row) => filesInRow(row, columns)),
})

/** A row of a sub-table by the names of its columns. */
export type RowValue = Readonly<Record<string, unknown>>

function rowSchema(columns: Readonly<Record<string, RowColumn>>) {
  return z.strictObject(
    Object.fromEntries(
      Object.entries(columns).map(([name, column]) => {
        const schema = cellOf(column).schema(column)
        return [name, column.needed ? schema : schema.nullish()]
      }),
    ),
  )
}

interface Cell {
  schema(column: RowColumn): ZodType
  print(value: unknown, column: RowColumn, language: Language, titles: Titles): string
  namesBy?(column: RowColumn): readonly NamesBy[]
}

function cellOf(column: RowColumn): Cell {
  return cells[column.kind] as unknown as Cell // each column carries the options of its own kind
}

function printRow(row: RowValue, columns: Readonly<Record<string, RowColumn>>, language: Language, titles: Titles): string {
  return Object.entries(columns)
    .map(([name, column]) =>
      row[name] === null || row[name] === undefined ? '' : cellOf(column).print(row[name], column, language, titles),
    )
    .filter((part) => part !== '')
    .join(language === 'zh' ? '，' : ', ')
}

function filesInRow(row: RowValue, columns: Readonly<Record<string, RowColumn>>): readonly string[] {
  return Object.entries(columns).flatMap(([name, column]) =>
    column.kind === 'files' ? ((row[name] ?? []) as FileValue[]).map((file) => file.sha256) : [],
  )
}

function rowsOf(value: unknown): readonly RowValue[] {
  return Array.isArray(value) ? value : asText(value) === '' ? [] : [value as RowValue]
}
