import type { RegisterDescription } from '#contract/entries.ts'
import type { Field, Titles } from '../../api/types.ts'
import { listTexts } from '../../texts/texts-entry.ts'
import { dayOperatorTexts, filterTexts, operatorTexts } from '../../texts/texts-filter.ts'
import { type Language, sayIn } from '../../texts/words.ts'
import { type Group, isGroup, type Line, operatorsOf, takesValue } from '../../values/filter.ts'
import { printValue } from '../../values/print.ts'

/** The fields that can be asked for: state, the register's own, and the day an entry was made. */
export function askedFields({ fields, states }: RegisterDescription): readonly Field[] {
  const own = { required: true, needed: false, writable: true } as const
  const state: Field = {
    name: 'state',
    label: listTexts.state,
    control: 'choice',
    codes: states.map(({ code, label }) => ({ code, title: label })),
    ...own,
  }
  return [
    state,
    ...fields.filter((field) => operatorsOf(field).length > 0),
    { name: 'createdOn', label: filterTexts.createdOn, control: 'day', ...own },
  ]
}

/** The words of an operator for a field. */
export function operatorWords(field: Field) {
  return field.control === 'day' ? dayOperatorTexts : operatorTexts
}

interface Saying {
  readonly fields: readonly Field[]
  readonly titles: Titles
  readonly language: Language
}

/** The condition as one sentence: 状态等于“已公布”，且（完成日期不早于 2026-01-01，或经费未填）. */
export function filterInWords(group: Group, saying: Saying): string {
  const { language } = saying
  const said = group.parts.map((part) =>
    isGroup(part) ? sayIn(language, filterTexts.group, { said: filterInWords(part, saying) }) : lineInWords(part, saying),
  )
  return said.join(sayIn(language, group.join === 'all' ? filterTexts.and : filterTexts.or))
}

function lineInWords({ field: name, operator, value }: Line, { fields, titles, language }: Saying): string {
  const field = fields.find((one) => one.name === name)
  if (!field) return name
  const words = [sayIn(language, field.label), sayIn(language, operatorWords(field)[operator])]
  return [...words, ...(takesValue(operator) ? [printValue(field, value, { titles, language })] : [])].join(' ')
}
