import type { RegisterDescription } from '#contract/entries.ts'
import type { Field } from '../../api/types.ts'
import { listTexts } from '../../texts/texts-entry.ts'
import { columnTexts } from '../../texts/texts-views.ts'
import { type Language, sayIn, type Words } from '../../texts/words.ts'

/** A column that a list can show: a field, or what every entry has. */
export interface ListColumn {
  readonly name: string
  readonly label: Words
  readonly field?: Field
}

/** What programs alone read, and what would fill a page, is no column. */
const NO_COLUMN: ReadonlySet<string> = new Set(['none', 'files'])

/** Every column that can be chosen, in the order of the form; the title always stands first and is none of them. */
export function possibleColumns({ fields, titleField }: RegisterDescription): readonly ListColumn[] {
  return [
    { name: 'no', label: listTexts.number },
    { name: 'state', label: listTexts.state },
    ...fields
      .filter(({ name, control }) => name !== titleField && !NO_COLUMN.has(control))
      .map((field) => ({ name: field.name, label: field.label, field })),
    { name: 'changedAt', label: listTexts.changedAt },
  ]
}

/** The names of the columns shown: those chosen, or those of the register. */
export function shownNames(description: RegisterDescription, chosen: readonly string[] | undefined): readonly string[] {
  return chosen ?? ['no', 'state', ...description.columns.filter((name) => name !== description.titleField), 'changedAt']
}

/** The columns shown, in their order; a name that is none is passed over. */
export function shownColumns(description: RegisterDescription, chosen: readonly string[] | undefined): readonly ListColumn[] {
  const possible = possibleColumns(description)
  return shownNames(description, chosen).flatMap((name) => possible.find((column) => column.name === name) ?? [])
}

/** All that a list shows of an entry, in its order: the title stands first, but for the number. */
export function shownWithTitle(description: RegisterDescription, chosen: readonly string[] | undefined): readonly string[] {
  const names = shownColumns(description, chosen).map(({ name }) => name)
  return names[0] === 'no' ? ['no', description.titleField, ...names.slice(1)] : [description.titleField, ...names]
}

/** The head of a column, with the unit of its numbers: 投入经费（万元）. */
export function headOf({ label, field }: ListColumn, language: Language): string {
  const unit = field?.control === 'amount' ? columnTexts.wan[language] : field?.unit
  return unit === undefined ? label[language] : sayIn(language, columnTexts.withUnit, { label: label[language], unit })
}

/** The order after the column was moved before another, or to the end. */
export function movedBefore(names: readonly string[], name: string, before: string | undefined): readonly string[] {
  const rest = names.filter((one) => one !== name)
  const at = before === undefined ? rest.length : rest.indexOf(before)
  return at < 0 ? names : [...rest.slice(0, at), name, ...rest.slice(at)]
}
