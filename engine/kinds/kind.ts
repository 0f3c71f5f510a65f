import { type output, type ZodObject, type ZodType, z } from 'zod'
import { type Language, type Words, wordsSchema } from '#engine/define/words.ts'
import type { CellContent, CellNames, CellReading, NamesBy, SheetFacts } from './cell.ts'

export type { NamesBy }

/** Words every field may carry, whatever its kind. */
export interface FieldWords {
  readonly label: Words
  readonly note?: Words
  /** Never empty, from the first save on. */
  readonly required?: true
  /** May be empty in a draft; must be filled before the entry leaves the states in which it can be edited. */
  readonly needed?: true
  /** Written by commands only, never through a form. */
  readonly system?: true
}

/** What every field may say whatever its kind, as zod reads it from a stored definition; the interface above is its type. */
export const fieldWordsShape = {
  label: wordsSchema,
  note: wordsSchema.exactOptional(),
  required: z.literal(true).exactOptional(),
  needed: z.literal(true).exactOptional(),
  system: z.literal(true).exactOptional(),
}

/**
 * Everything the platform knows about one kind of field, in one file. A definition names its kind;
 * the table, the API, the form, the list and the history each ask the kind and never which kind it is.
 */
export interface Kind<Shape extends OptionShape> {
  /** What a definition of this kind may say besides the common words; also checks definitions made at run time. */
  readonly options: Shape
  readonly control: ControlName
  /** The PostgreSQL type. */
  column(options: Options<Shape>): string
  /** What the API accepts and answers. */
  schema(options: Options<Shape>): ZodType
  /** The value as people read it, in a list, a history line or a refusal; names of what it speaks of come from `titles`. */
  print(value: unknown, options: Options<Shape>, language: Language, titles?: Titles): string
  /** What a column of a sheet for this kind offers. */
  sheet(options: Options<Shape>): SheetFacts
  /** The value as a cell of a sheet holds it, so that `fromCell` reads it back. */
  toCell(value: unknown, options: Options<Shape>, titles?: Titles): CellContent
  /** What a cell says, before the schema judges it; `names` gives the codes and ids of titles. */
  fromCell(cell: CellContent, options: Options<Shape>, names?: CellNames): CellReading
  /** How values order, where text order is not it (amounts are decimal strings). */
  compare?(a: unknown, b: unknown): number
  /** The register whose entries the value names. */
  refersTo?(options: Options<Shape>): string
  /** The columns of a sub-table that name entries, each with the register they are of. */
  refersIn?(options: Options<Shape>): readonly RefColumn[]
  /** Where the codes in the value are named: their titles are answered with rows, and only codes that exist are taken. */
  namesBy?(options: Options<Shape>): readonly NamesBy[]
  /** The files the value names, by content hash. */
  filesOf?(value: unknown, options: Options<Shape>): readonly string[]
  /** What is doubtful about a value that is taken all the same, in the light of the entry's other fields: told beside the entry, never a refusal. */
  doubt?(value: unknown, options: Options<Shape>, beside: BesideValue): Words | undefined
  /** What people typed freely into the value: looked through for secrecy marks. */
  textsOf?(value: unknown, options: Options<Shape>): readonly string[]
  /** How a list is broken down by the field: by its values, by places with those around them, by years. */
  readonly facet?: 'value' | 'place' | 'year'
  /** Personal data: encrypted at rest, answered masked; reading it in full is logged. */
  readonly mask?: (value: string) => string
}

/** A column of a sub-table that names an entry of a register. */
export interface RefColumn {
  readonly column: string
  readonly to: string
}

/** Names by id, or by the key that `nameKey` makes of a code. */
export type Titles = Readonly<Record<string, string>>

/** The entry that a value stands in, and the names of what it speaks of. */
export interface BesideValue {
  readonly row: Readonly<Record<string, unknown>>
  readonly titles: Titles
}

/** The key of a code's title in an answer: 320500, future_fields:quantum. */
export function nameKey({ scheme }: NamesBy, code: string): string {
  return scheme === undefined ? code : `${scheme}:${code}`
}

/** The options that a kind adds to a field, each with the schema that reads it. */
export type OptionShape = Readonly<Record<string, ZodType>>

/** zod's own type for "no options" would forbid even `label`. */
export type Options<Shape extends OptionShape> = [keyof Shape] extends [never] ? object : output<ZodObject<Shape>>

/** One component in the web app each. */
export type ControlName =
  | 'line'
  | 'paragraph'
  | 'amount'
  | 'number'
  | 'decimal'
  | 'day'
  | 'choice'
  | 'choices'
  | 'picker'
  | 'area'
  | 'term'
  | 'check'
  | 'rows'
  | 'files'
  | 'phone'
  | 'mail'
  | 'uscc'
  | 'year'
  | 'none'

/** Keeps the exact types of a kind’s options, so that a definition that names the kind is checked against them. */
export function kind<const Shape extends OptionShape>(definition: Kind<Shape>) {
  return definition
}

/** A fault of a value, in both languages; zod carries the sentence as its message, split by " | ". */
export function fault(zh: string, en: string): string {
  return `${zh} | ${en}`
}

/** Whether PostgreSQL can keep the text: no NUL and no half of a surrogate pair, as pasted binary content has them. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}

/** Said of text that PostgreSQL cannot keep. */
export const UNSTORABLE = fault('含有无法保存的字符，请删除后重新输入', 'holds characters that cannot be kept; type it again without them')

/** Any stored value as text; what is missing is empty. */
export const asText = (value: unknown): string => (value === null || value === undefined ? '' : String(value))
