import type { UploadedFile } from '#contract/files.ts'
import type { Field, Titles } from '../api/types.ts'
import { marks } from '../texts/texts-marks.ts'
import { valueTexts } from '../texts/texts-values.ts'
import { type Language, sayIn } from '../texts/words.ts'
import { asText } from './as-text.ts'
import { thousands, yuanInWan } from './money.ts'

/** What printing needs besides the value. */
export interface PrintContext {
  readonly titles: Titles
  readonly language: Language
}

/** Stands for no value; zero is printed as 0. */
export const NOTHING = '—'

/** A value as people read it; “—” for none. */
export function printValue(field: Field, value: unknown, context: PrintContext): string {
  if (isEmpty(value)) return NOTHING
  return (PRINTERS[field.control] ?? plainText)(value, field, context)
}

/** A value under a head that tells its unit: amounts and numbers without theirs. */
export function printBare(field: Field, value: unknown, context: PrintContext): string {
  if (isEmpty(value)) return NOTHING
  if (field.control === 'amount') return yuanInWan(asText(value))
  return field.control === 'number' || field.control === 'decimal' ? thousands(asText(value)) : printValue(briefly(field), value, context)
}

/** A sub-table by the column that stands for a row, where there is no room for all. */
export function briefly(field: Field): Field {
  const { shows, columns = [] } = field
  return shows === undefined ? field : { ...field, columns: columns.filter(({ name }) => name === shows) }
}

type Printer = (value: unknown, field: Field, context: PrintContext) => string

const plainText: Printer = (value) => asText(value)
const byTitle: Printer = (value, _field, { titles }) => titles[asText(value)] ?? asText(value)
const byCode: Printer = (value, { codes }, { language }) => codes?.find(({ code }) => code === value)?.title[language] ?? asText(value)

const PRINTERS: Readonly<Record<string, Printer>> = {
  amount: (value, _field, { language }) => sayIn(language, valueTexts.amount, { wan: yuanInWan(asText(value)) }),
  number: (value, { unit }) => thousands(asText(value)) + (unit === undefined ? '' : ` ${unit}`),
  choice: byCode,
  choices: (value, field, context) =>
    listOf(value)
      .map((one) => byCode(one, field, context))
      .join(marks.listComma[context.language]),
  picker: byTitle,
  area: byTitle,
  term: (value, { scheme }, { titles }) => titles[`${scheme}:${asText(value)}`] ?? asText(value),
  check: (value, _field, { language }) => (value === true ? valueTexts.yes : valueTexts.no)[language],
  files: (value, _field, { language }) =>
    filesOf(value)
      .map(({ name }) => name)
      .join(marks.listComma[language]),
  rows: (value, { columns = [] }, context) =>
    listOf(value)
      .map((row) => printRow(row, columns, context))
      .join(marks.semicolon[context.language]),
}

function printRow(row: unknown, columns: readonly Field[], context: PrintContext): string {
  const cells = columns.map((column) => ({ column, value: (row as Readonly<Record<string, unknown>>)[column.name] }))
  return cells
    .filter(({ value }) => !isEmpty(value))
    .map(({ column, value }) => printValue(column, value, context))
    .join(marks.comma[context.language])
}

/** No value: null, an empty text, an empty list. */
export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** A value as a list; anything else is an empty one. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
/** The files in a value. */
export const filesOf = (value: unknown): readonly UploadedFile[] => listOf(value) as readonly UploadedFile[]
/** The rows in a value. */
export const rowsOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  listOf(value) as readonly Readonly<Record<string, unknown>>[]
