import { settled } from '#engine/access/settled.ts'
import type { Actor } from '#engine/define/actor.ts'
import { areaRange } from '#engine/define/area-code.ts'
import type { Comparison, Expression } from '#engine/define/expression.ts'
import type { Register } from '#engine/define/register.ts'
import { columnOf } from '#engine/derive/columns.ts'

export type Bind = (value: unknown) => string

/** Collects the values of a statement: `bind(5)` → `$1`. */
export function binder(values: unknown[]): Bind {
  return (value) => `$${values.push(value)}`
}

/** Who asks, as SQL: values of the statement, or columns where a condition is asked for many people at once. */
export interface Terms {
  readonly unit: () => string
  readonly person: () => string
  /** Area codes from … below. */
  readonly area: () => readonly [from: string, below: string]
}

/** The same condition that `holds` answers, as SQL over the register's table. Never null: an empty field makes a comparison false. */
export function toSql(expression: Expression, register: Register, actor: Actor, bind: Bind): string {
  return settledSql(settled(expression, actor), register, termsOf(actor, bind), bind)
}

/** One person, as values. */
export function termsOf({ unit, person, area }: Actor, bind: Bind): Terms {
  return { unit: () => bind(unit), person: () => bind(person), area: () => boundRange(area, bind) }
}

/** A condition whose roles are answered already, for whom the terms speak of. */
export function settledSql(expression: Expression, register: Register, terms: Terms, bind: Bind): string {
  const joined = (parts: readonly Expression[], word: string, empty: string) =>
    parts.length === 0 ? empty : `(${parts.map((part) => settledSql(part, register, terms, bind)).join(word)})`
  if ('all' in expression) return joined(expression.all, ' and ', 'true')
  if ('any' in expression) return joined(expression.any, ' or ', 'false')
  if ('not' in expression) return `(${settledSql(expression.not, register, terms, bind)}) is not true`
  if ('always' in expression) return String(expression.always)
  if ('field' in expression) return comparison(expression, register, terms, bind)
  if ('role' in expression) throw new Error(`whether somebody is ${expression.role} is to be settled before`)
  if ('ownUnit' in expression) return `${column(register, expression.ownUnit)} = ${terms.unit()}`
  if ('ownPerson' in expression) return `${column(register, expression.ownPerson)} = ${terms.person()}`
  return inRange(column(register, expression.withinArea), terms.area())
}

function comparison(expression: Comparison, register: Register, terms: Terms, bind: Bind): string {
  const name = column(register, expression.field)
  if ('is' in expression) return `${name} = ${bind(expression.is)}`
  if ('oneOf' in expression) return `${name} = any(${bind([...expression.oneOf])})`
  if ('atLeast' in expression) return `${ordered(register, expression.field)} >= ${bind(expression.atLeast)}`
  if ('atMost' in expression) return `${ordered(register, expression.field)} <= ${bind(expression.atMost)}`
  if ('filled' in expression) return filled(register, expression.field, expression.filled)
  if ('has' in expression) return `${name} collate "und-x-icu" ilike ${bind(`%${escapeLike(expression.has)}%`)}`
  if ('within' in expression) return inRange(name, boundRange(expression.within, bind))
  return `exists (select from jsonb_array_elements(case when jsonb_typeof(${name}) = 'array' then ${name} else '[]' end) as item(cells) where ${inRow(expression.some, terms, bind)})`
}

function inRow(expression: Expression, terms: Terms, bind: Bind): string {
  if ('all' in expression)
    return expression.all.length === 0 ? 'true' : `(${expression.all.map((each) => inRow(each, terms, bind)).join(' and ')})`
  if ('any' in expression)
    return expression.any.length === 0 ? 'false' : `(${expression.any.map((each) => inRow(each, terms, bind)).join(' or ')})`
  if ('not' in expression) return `(${inRow(expression.not, terms, bind)}) is not true`
  if ('always' in expression) return String(expression.always)
  if ('ownUnit' in expression) return `coalesce((item.cells ->> ${bind(expression.ownUnit)}::text) = (${terms.unit()})::text, false)`
  if (!('field' in expression)) return 'false'
  const name = bind(expression.field)
  const cell = `(item.cells ->> ${name}::text)`
  if ('is' in expression) return `coalesce(${cell} = ${bind(String(expression.is))}, false)`
  if ('oneOf' in expression) return `coalesce(${cell} = any(${bind(expression.oneOf.map(String))}), false)`
  if ('filled' in expression)
    return `(coalesce(item.cells -> ${name}::text, 'null') not in ('null', '""', '[]')) = ${String(expression.filled)}`
  return 'false'
}

function boundRange(area: string, bind: Bind): readonly [from: string, below: string] {
  const [from, below] = areaRange(area)
  return [bind(from), bind(below)]
}

function inRange(name: string, [from, below]: readonly [from: string, below: string]): string {
  return `(${name} >= ${from} and ${name} < ${below})`
}

function filled(register: Register, field: string, wanted: boolean): string {
  const { sql, type } = columnOf(register, field)!
  const isFilled =
    type === 'text'
      ? `coalesce(${sql}, '') <> ''`
      : type === 'jsonb'
        ? `coalesce(${sql}, 'null') not in ('null', '[]', '""')`
        : `${sql} is not null`
  return wanted ? `(${isFilled})` : `not (${isFilled})`
}

/** Text is ordered by code point, as in memory; a name list's pinyin order is for people. */
function ordered(register: Register, field: string): string {
  const { sql, type } = columnOf(register, field)!
  return type === 'text' ? `${sql} collate "C"` : sql
}

function column(register: Register, field: string): string {
  const found = columnOf(register, field)
  if (!found) throw new Error(`${register.name} has no field ${field}`)
  return found.sql
}

/** 50% → 50\% */
export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`)
}
