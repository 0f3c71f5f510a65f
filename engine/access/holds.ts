import type { Actor } from '#engine/define/actor.ts'
import { areaRange } from '#engine/define/area-code.ts'
import type { Comparison, Expression, Scalar } from '#engine/define/expression.ts'
import type { Register } from '#engine/define/register.ts'
import { kindOf } from '#engine/kinds/index.ts'

/** An entry by the names of its fields and of the system’s own columns. */
export type Row = Readonly<Record<string, unknown>>

/** Whether a condition holds for this entry and this person. `engine/store` renders the same condition as SQL. */
export function holds(expression: Expression, register: Register, row: Row, actor: Actor): boolean {
  if ('all' in expression) return expression.all.every((each) => holds(each, register, row, actor))
  if ('any' in expression) return expression.any.some((each) => holds(each, register, row, actor))
  if ('not' in expression) return !holds(expression.not, register, row, actor)
  if ('always' in expression) return expression.always
  if ('field' in expression) return compares(expression, register, row, actor)
  if ('role' in expression) return actor.roles.has(expression.role)
  if ('ownUnit' in expression) return row[expression.ownUnit] === actor.unit
  if ('ownPerson' in expression) return row[expression.ownPerson] === actor.person
  return isWithin(row[expression.withinArea], actor.area)
}

function compares(comparison: Comparison, register: Register, row: Row, actor: Actor): boolean {
  const value = row[comparison.field]
  if ('filled' in comparison) return isFilled(value) === comparison.filled
  if (value === null || value === undefined) return false
  if ('is' in comparison) return equals(register, comparison.field, value, comparison.is)
  if ('oneOf' in comparison) return comparison.oneOf.some((each) => equals(register, comparison.field, value, each))
  if ('atLeast' in comparison) return order(register, comparison.field, value, comparison.atLeast) >= 0
  if ('atMost' in comparison) return order(register, comparison.field, value, comparison.atMost) <= 0
  if ('has' in comparison) return String(value).toLowerCase().includes(comparison.has.toLowerCase())
  if ('within' in comparison) return isWithin(value, comparison.within)
  return Array.isArray(value) && value.some((cells: Row) => holdsInRow(comparison.some, cells, actor))
}

/** Inside `some`, values are cells: compared as the text they are written with. */
function holdsInRow(expression: Expression, cells: Row, actor: Actor): boolean {
  if ('all' in expression) return expression.all.every((each) => holdsInRow(each, cells, actor))
  if ('any' in expression) return expression.any.some((each) => holdsInRow(each, cells, actor))
  if ('not' in expression) return !holdsInRow(expression.not, cells, actor)
  if ('always' in expression) return expression.always
  if ('ownUnit' in expression) return cells[expression.ownUnit] === actor.unit
  if (!('field' in expression)) return false
  const cell = cells[expression.field]
  if ('filled' in expression) return isFilled(cell) === expression.filled
  if (cell === null || cell === undefined) return false
  if ('is' in expression) return String(cell) === String(expression.is)
  if ('oneOf' in expression) return expression.oneOf.some((each) => String(each) === String(cell))
  return false
}

/** Whether a field holds anything: not null, not an empty text, not an empty list. */
export function isFilled(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
}

function isWithin(code: unknown, area: string): boolean {
  const [from, below] = areaRange(area)
  return typeof code === 'string' && code >= from && code < below
}

/** As `order`, without looking for the first character in which texts differ. */
function equals(register: Register, field: string, value: unknown, other: Scalar): boolean {
  const definition = register.fields[field]
  const compare = definition && kindOf(definition).compare
  if (compare) return compare(value, other) === 0
  return typeof value === 'number' ? value === Number(other) : String(value) === String(other)
}

function order(register: Register, field: string, value: unknown, other: Scalar): number {
  const definition = register.fields[field]
  const compare = definition && kindOf(definition).compare
  if (compare) return compare(value, other)
  if (typeof value === 'number') return value - Number(other)
  return byCodePoint(String(value), String(other))
}

/** As PostgreSQL orders under collation "C": by code point, where JavaScript's < goes by UTF-16 unit. */
function byCodePoint(one: string, other: string): number {
  const end = Math.min(one.length, other.length)
  for (let at = 0; at < end; at++) {
    const [left, right] = [one.charCodeAt(at), other.charCodeAt(at)]
    if (left !== right) return rankOf(left) - rankOf(right)
  }
  return one.length - other.length
}

/** Halves of a pair stand for characters above all that are one unit. */
function rankOf(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}
