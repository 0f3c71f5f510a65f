import type { Field } from '../api/types.ts'

/** A condition as the API takes it: a part of the engine's one language of conditions. */
export type Filter =
  | { readonly all: readonly Filter[] }
  | { readonly any: readonly Filter[] }
  | { readonly not: Filter }
  | { readonly field: string; readonly is: Value }
  | { readonly field: string; readonly has: string }
  | { readonly field: string; readonly within: string }
  | { readonly field: string; readonly atLeast: Value }
  | { readonly field: string; readonly atMost: Value }
  | { readonly field: string; readonly filled: boolean }

type Value = string | number | boolean

/** What a line of the editor can say of a field. */
export type Operator = 'is' | 'isNot' | 'has' | 'hasNot' | 'within' | 'atLeast' | 'atMost' | 'filled' | 'empty'

/** One condition about one field. */
export interface Line {
  readonly key: number
  readonly field: string
  readonly operator: Operator
  readonly value: unknown
}

/** Conditions of which all, or any, must hold. */
export interface Group {
  readonly key: number
  readonly join: 'all' | 'any'
  readonly parts: readonly (Line | Group)[]
}

let keys = 0
const nextKey = () => ++keys

const WORDS: readonly Operator[] = ['has', 'hasNot', 'is', 'filled', 'empty']
const AMOUNTS: readonly Operator[] = ['atLeast', 'atMost', 'is', 'filled', 'empty']
const NAMES: readonly Operator[] = ['is', 'isNot', 'filled', 'empty']
const OPERATORS: Readonly<Record<string, readonly Operator[]>> = {
  line: WORDS,
  paragraph: WORDS,
  uscc: WORDS,
  amount: AMOUNTS,
  number: AMOUNTS,
  decimal: AMOUNTS,
  year: AMOUNTS,
  day: AMOUNTS,
  choice: NAMES,
  picker: NAMES,
  term: NAMES,
  area: ['within', 'is', 'filled', 'empty'],
  check: NAMES,
  rows: ['filled', 'empty'],
  files: ['filled', 'empty'],
}

/** What can be said of a field; nothing of personal data and of what only programs read. */
export function operatorsOf({ control }: Pick<Field, 'control'>): readonly Operator[] {
  return OPERATORS[control] ?? []
}

/** Whether the operator asks for a value beside it. */
export function takesValue(operator: Operator): boolean {
  return operator !== 'filled' && operator !== 'empty'
}

/** A new line about a field. */
export function newLine({ name, control }: Pick<Field, 'name' | 'control'>): Line {
  return { key: nextKey(), field: name, operator: operatorsOf({ control })[0] ?? 'filled', value: null }
}

/** A new group. */
export function newGroup(join: Group['join'], parts: Group['parts']): Group {
  return { key: nextKey(), join, parts }
}

/** Whether a part is a group. */
export const isGroup = (part: Line | Group): part is Group => 'parts' in part

/** The lines that still want a value. */
export function unfinished(group: Group): readonly Line[] {
  return group.parts.flatMap((part) =>
    isGroup(part) ? unfinished(part) : takesValue(part.operator) && isNothing(part.value) ? [part] : [],
  )
}

const isNothing = (value: unknown) => value === null || value === undefined || value === ''

/** The condition that the editor shows; nothing when it has no line. */
export function toFilter({ join, parts }: Group): Filter | undefined {
  const said = parts.flatMap((part) => (isGroup(part) ? (toFilter(part) ?? []) : lineToFilter(part)))
  if (said.length === 0) return undefined
  if (said.length === 1) return said[0]
  return join === 'all' ? { all: said } : { any: said }
}

function lineToFilter({ field, operator, value }: Line): Filter {
  const given = typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
  if (operator === 'filled' || operator === 'empty') return { field, filled: operator === 'filled' }
  if (operator === 'isNot') return { not: { field, is: given } }
  if (operator === 'hasNot') return { not: { field, has: String(given) } }
  if (operator === 'has') return { field, has: String(given) }
  if (operator === 'within') return { field, within: String(given) }
  if (operator === 'atLeast') return { field, atLeast: given }
  return operator === 'atMost' ? { field, atMost: given } : { field, is: given }
}

/** The editor's lines of a condition; undefined for what the editor cannot show, such as a condition written by hand. */
export function fromFilter(filter: unknown): Group | undefined {
  const part = partOf(filter)
  return part === undefined || isGroup(part) ? part : newGroup('all', [part])
}

function partOf(filter: unknown): Line | Group | undefined {
  if (!isRecord(filter)) return undefined
  if ('all' in filter) return groupOf('all', filter['all'])
  if ('any' in filter) return groupOf('any', filter['any'])
  const turned = isRecord(filter['not']) ? filter['not'] : undefined
  const { field, ...said } = turned ?? filter
  const [[name, value] = ['', undefined]] = Object.entries(said)
  const operator = operatorNamed(name, value, turned !== undefined)
  if (typeof field !== 'string' || operator === undefined || Object.keys(said).length !== 1) return undefined
  return { key: nextKey(), field, operator, value: takesValue(operator) ? value : null }
}

function groupOf(join: Group['join'], parts: unknown): Group | undefined {
  if (!Array.isArray(parts)) return undefined
  const known = parts.flatMap((each) => partOf(each) ?? [])
  return known.length === parts.length ? newGroup(join, known) : undefined
}

function operatorNamed(name: string, value: unknown, turned: boolean): Operator | undefined {
  if (name === 'filled' && !turned) return value === false ? 'empty' : 'filled'
  if (name === 'is') return turned ? 'isNot' : 'is'
  if (name === 'has') return turned ? 'hasNot' : 'has'
  return !turned && (name === 'within' || name === 'atLeast' || name === 'atMost') ? name : undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A condition out of an address, where it stands as JSON; undefined for what is none. */
export function readFilter(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
