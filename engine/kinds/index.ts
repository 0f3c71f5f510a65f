import type { ZodType } from 'zod'
import type { Language, Words } from '#engine/define/words.ts'
import { area } from './area.ts'
import type { CellContent, CellNames, CellReading, SheetFacts } from './cell.ts'
import { check } from './check.ts'
import { type ChoiceValue, choice } from './choice.ts'
import { day } from './day.ts'
import { decimal } from './decimal.ts'
import { type FileValue, files } from './files.ts'
import { integer } from './integer.ts'
import { json } from './json.ts'
import type { BesideValue, FieldWords, Kind, NamesBy, OptionShape, Options, RefColumn, Titles } from './kind.ts'
import { mail } from './mail.ts'
import { money } from './money.ts'
import { paragraph } from './paragraph.ts'
import { phone } from './phone.ts'
import { type RefValue, ref } from './ref.ts'
import { type RowValue, rows } from './rows.ts'
import { term } from './term.ts'
import { text } from './text.ts'
import { uscc } from './uscc.ts'
import { year } from './year.ts'

/** Every kind of field there is, by the name definitions use. */
export const kinds = {
  area,
  check,
  choice,
  day,
  decimal,
  files,
  integer,
  json,
  mail,
  money,
  paragraph,
  phone,
  ref,
  rows,
  term,
  text,
  uscc,
  year,
}

/** The TypeScript value of a field, by its kind; a kind without a line here does not compile. */
export type ValueOfKind<Field> = {
  area: string
  check: boolean
  choice: ChoiceValue<Field>
  day: string
  decimal: string
  files: readonly FileValue[]
  integer: number
  json: unknown
  mail: string
  money: string
  paragraph: string
  phone: string
  ref: RefValue<Field>
  rows: readonly RowValue[]
  term: string
  text: string
  uscc: string
  year: number
}

/** Every kind a field may have, by the name that definitions use. */
export type KindName = keyof typeof kinds

/** A field as a definition writes it: plain data, one member per kind. */
export type FieldDefinition = {
  readonly [K in KindName]: { readonly kind: K } & FieldWords & Readonly<Options<(typeof kinds)[K]['options']>>
}[KindName]

/** The words a field of this kind may carry. */
export type OptionOf<K extends KindName> = 'kind' | keyof FieldWords | keyof (typeof kinds)[K]['options']

/** The kind that a field names. */
export function kindOf(field: FieldDefinition): AnyKind {
  return kinds[field.kind] as unknown as AnyKind // the union is closed: a field always fits its own kind
}

type AnyKind = Pick<Kind<OptionShape>, 'control' | 'compare' | 'facet' | 'mask'> & {
  column(field: FieldDefinition): string
  schema(field: FieldDefinition): ZodType
  print(value: unknown, field: FieldDefinition, language: Language, titles?: Titles): string
  sheet(field: FieldDefinition): SheetFacts
  toCell(value: unknown, field: FieldDefinition, titles?: Titles): CellContent
  fromCell(cell: CellContent, field: FieldDefinition, names?: CellNames): CellReading
  refersTo?(field: FieldDefinition): string
  refersIn?(field: FieldDefinition): readonly RefColumn[]
  namesBy?(field: FieldDefinition): readonly NamesBy[]
  textsOf?(value: unknown, field: FieldDefinition): readonly string[]
  doubt?(value: unknown, field: FieldDefinition, beside: BesideValue): Words | undefined
  filesOf?(value: unknown, field: FieldDefinition): readonly string[]
}
