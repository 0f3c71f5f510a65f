import type { ListLook } from '#contract/views.ts'
import { misfits } from '#engine/access/fits.ts'
import { type Expression, expressionSchema, fieldsOf } from '#engine/define/expression.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { columnOf } from '#engine/derive/columns.ts'
import { chosenValues } from '#engine/derive/facets.ts'
import { kindOf } from '#engine/kinds/index.ts'

/** What of a view can still be asked of the register, and what cannot, in words. */
export interface CheckedLook {
  readonly list: ListLook
  readonly faults: readonly Words[]
}

/**
 * Holds a view against the register as it is defined today: a field, state, choice or order that is gone is left out and told. Of a condition
 * nothing is kept when a part of it is gone: what is left would ask something else.
 */
export function checkedLook(register: Register, look: ListLook): CheckedLook {
  const { state, sort, filter, f, columns, by, ...rest } = look
  const states = keptValues(state?.split(',') ?? [], (code) => Object.hasOwn(register.states, code), unknownState)
  const fields = Object.entries(f ?? {}).map(([name, codes]) => ({ name, codes, against: againstChoice(register, name, codes) }))
  const fit = fields.filter(({ against }) => against.length === 0)
  const shown = keptValues(columns ?? [], (name) => isColumn(register, name), unknownField)
  const condition = filter === undefined ? undefined : againstFilter(register, filter)
  const sortable = sort === undefined || isSort(register, sort)
  const grouped = by === undefined || isChoice(register, by)
  return {
    list: {
      ...rest,
      ...(states.kept.length > 0 && { state: states.kept.join() }),
      ...(sort !== undefined && sortable && { sort }),
      ...(filter !== undefined && condition?.length === 0 && { filter }),
      ...(fit.length > 0 && { f: Object.fromEntries(fit.map(({ name, codes }) => [name, codes])) }),
      ...(shown.kept.length > 0 && { columns: shown.kept }),
      ...(by !== undefined && grouped && { by }),
    },
    faults: [
      ...states.faults,
      ...fields.flatMap(({ against }) => against),
      ...(condition ?? []),
      ...(sortable ? [] : [unknownField(sort)]),
      ...shown.faults,
      ...(grouped ? [] : [unknownField(by)]),
    ],
  }
}

/** Columns of a list that are no fields. */
const OWN_COLUMNS = ['no', 'state', 'changedAt']

function isColumn(register: Register, name: string): boolean {
  return OWN_COLUMNS.includes(name) || Object.hasOwn(register.fields, name)
}

function isSort(register: Register, sort: string): boolean {
  return [...(register.sorts ?? []), 'changedAt', 'no'].includes(sort.replace(/^-/, ''))
}

function isChoice(register: Register, name: string): boolean {
  return Object.hasOwn(register.fields, name) && 'codes' in register.fields[name]!
}

function againstChoice(register: Register, name: string, codes: readonly string[]): readonly Words[] {
  if (!isOpen(register, name)) return [unknownField(name)]
  const field: object = register.fields[name] ?? {}
  const known = 'codes' in field ? Object.keys(field.codes as object) : undefined
  const gone = known ? codes.filter((code) => code !== '' && !known.includes(code)) : []
  return [...gone.map(unknownCode), ...misfits(chosenValues(register, name, codes), register)]
}

function againstFilter(register: Register, filter: string): readonly Words[] {
  const read = readCondition(filter)
  if (!read) return [{ zh: '筛选条件无法识别', en: 'the condition cannot be read' }]
  const closed = fieldsOf(read).find((name) => !isOpen(register, name))
  return closed === undefined ? misfits(read, register) : [unknownField(closed)]
}

function readCondition(json: string): Expression | undefined {
  try {
    return expressionSchema.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}

/** Personal data is neither shown nor asked for. */
function isOpen(register: Register, name: string): boolean {
  const column = columnOf(register, name)
  return column !== undefined && !(column.definition && kindOf(column.definition).mask)
}

function keptValues(values: readonly string[], isKnown: (value: string) => boolean, fault: (value: string) => Words) {
  return { kept: values.filter(isKnown), faults: values.filter((value) => !isKnown(value)).map(fault) }
}

function unknownField(name: string): Words {
  return { zh: `台账已没有字段“${name}”`, en: `the register has no field ${name} any more` }
}

function unknownState(code: string): Words {
  return { zh: `台账已没有状态“${code}”`, en: `the register has no state ${code} any more` }
}

/** A code that no list knows any more. */
export function unknownCode(code: string): Words {
  return { zh: `代码“${code}”已不存在`, en: `the code ${code} does not exist any more` }
}
