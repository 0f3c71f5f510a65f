import { z } from 'zod'
import { misfits } from '#engine/access/fits.ts'
import { columnName, columnOf, SYSTEM_COLUMNS } from '#engine/derive/columns.ts'
import { kindOf, kinds } from '#engine/kinds/index.ts'
import { fieldWordsShape } from '#engine/kinds/kind.ts'
import { countingRuleSchema } from './counting.ts'
import { type Expression, expressionSchema } from './expression.ts'
import type { Register } from './register.ts'
import { wordsSchema } from './words.ts'

const fieldSchemas = Object.entries(kinds).map(([name, kind]) =>
  z.strictObject({ kind: z.literal(name), ...fieldWordsShape, ...kind.options }),
)
const check = z.strictObject({ that: expressionSchema, otherwise: wordsSchema, field: z.string().exactOptional() })
const names = z.array(z.string())

const schema = z.strictObject({
  // 40 and not 63: the version table and its indexes carry the name too.
  name: z.string().regex(/^[a-z][a-z0-9_]{0,30}$/),
  title: wordsSchema,
  basis: z.string().min(1),
  fields: z.record(z.string().regex(/^[a-z][A-Za-z0-9]{0,40}$/), z.discriminatedUnion('kind', fieldSchemas as never)),
  sections: z.array(z.strictObject({ label: wordsSchema, fields: names })).exactOptional(),
  states: z.record(
    z.string(),
    z.strictObject({
      label: wordsSchema,
      moves: z.record(z.string(), z.string()),
      editable: z.boolean().exactOptional(),
      tone: z.enum(['plain', 'waiting', 'good', 'bad', 'warning']).exactOptional(),
    }),
  ),
  moves: z.record(
    z.string(),
    z.strictObject({
      label: wordsSchema,
      reason: z.enum(['optional', 'required']).exactOptional(),
      needs: z.array(check).exactOptional(),
      via: names.exactOptional(),
      next: z.boolean().exactOptional(),
      tone: z.enum(['main', 'danger']).exactOptional(),
    }),
  ),
  access: z.record(z.string(), expressionSchema),
  createVia: names.exactOptional(),
  initial: z.string(),
  titleField: z.string().exactOptional(),
  area: z.string().exactOptional(),
  search: names.exactOptional(),
  columns: names.exactOptional(),
  sorts: names.exactOptional(),
  checks: z.array(check).exactOptional(),
  likeness: z.array(names).exactOptional(),
  filedFor: z.strictObject({ field: z.string(), unit: z.string() }).exactOptional(),
  counting: z.record(z.string(), countingRuleSchema).exactOptional(),
})

/** A definition made at run time (JSON) becomes the same thing that a file defines, or an error that lists every fault. */
export function parseRegister(json: unknown): Register {
  const definition = schema.parse(json) as unknown as Register
  const faults = faultsOf(definition)
  if (faults.length > 0) throw new Error(`${definition.name}: ${faults.join('; ')}`)
  return definition
}

/** What the types check for shipped definitions, checked for those made at run time, and what types cannot see. */
export function faultsOf(register: Register): readonly string[] {
  return [...moveFaults(register), ...rightFaults(register), ...fieldFaults(register), ...countingFaults(register)]
}

function moveFaults({ states, moves, initial }: Register): readonly string[] {
  const used = Object.entries(states).flatMap(([state, { moves: out }]) => Object.entries(out).map(([move, to]) => ({ state, move, to })))
  return [
    ...(states[initial] ? [] : [`initial state ${initial} does not exist`]),
    ...used.filter(({ move }) => !moves[move]).map(({ state, move }) => `state ${state} names the unknown move ${move}`),
    ...used.filter(({ to }) => !states[to]).map(({ move, to }) => `move ${move} leads to the unknown state ${to}`),
  ]
}

const COMMON_RIGHTS = ['read', 'create', 'edit']

function rightFaults({ access, moves }: Register): readonly string[] {
  return [
    ...Object.keys(access)
      .filter((right) => !COMMON_RIGHTS.includes(right) && !moves[right])
      .map((right) => `access names the unknown move ${right}`),
    ...(access['read'] ? [] : ['access says nothing of read']),
    ...Object.entries(access)
      .filter(([, rule]) => speaksOfNot(rule))
      .map(([right]) => `the right ${right} says “not”; rights only add up`),
  ]
}

function speaksOfNot(expression: Expression): boolean {
  if ('not' in expression) return true
  const parts = 'all' in expression ? expression.all : 'any' in expression ? expression.any : []
  return parts.some(speaksOfNot)
}

function fieldFaults(register: Register): readonly string[] {
  const {
    search = [],
    columns = [],
    sorts = [],
    sections = [],
    checks = [],
    area,
    titleField = 'title',
    likeness = [],
    filedFor,
  } = register
  const conditions = [
    ...Object.values(register.access),
    ...checks.map(({ that }) => that),
    ...Object.values(register.moves).flatMap(({ needs = [] }) => needs.map(({ that }) => that)),
  ]
  const named = [
    ...search,
    ...columns,
    ...sorts,
    ...sections.flatMap((section) => section.fields),
    ...likeness.flat(),
    titleField,
    ...(area ? [area] : []),
    ...(filedFor ? [filedFor.field, filedFor.unit] : []),
  ]
  const unknown = [...new Set(named)].filter((field) => !columnOf(register, field)).map((field) => `no field is named ${field}`)
  return [...unknown, ...nameFaults(register), ...conditions.flatMap((each) => misfits(each, register)).map(({ en }) => en)]
}

/** Columns of the table besides those that every program may name. */
const TABLES_OWN = ['tokens', 'changedXid', 'recordedTo']
/** PostgreSQL cuts names at 63 bytes without a word. */
const LONGEST_NAME = 63

function nameFaults({ name: register, fields, sorts = [] }: Register): readonly string[] {
  const indexed = new Set([...sorts, ...Object.keys(fields).filter((name) => kindOf(fields[name]!).refersTo?.(fields[name]!))])
  const longest = (name: string) => (indexed.has(name) ? `${register}_version__ref_${columnName(name)}` : columnName(name))
  return Object.keys(fields).flatMap((name) => [
    ...(Object.hasOwn(SYSTEM_COLUMNS, name) || TABLES_OWN.includes(name)
      ? [`every register has a column ${name}; give the field another name`]
      : []),
    ...(longest(name).length > LONGEST_NAME
      ? [`${longest(name)} would be too long a name in the database; give the field ${name} a shorter one`]
      : []),
  ])
}

function countingFaults(register: Register): readonly string[] {
  const { counting = {}, fields, area } = register
  return Object.entries(counting).flatMap(([indicator, rule]) => [
    ...(area && fields[area]?.required ? [] : [`${indicator} counts, but the register has no area that is always filled`]),
    ...(rule.measures[rule.counted] ? [] : [`${indicator}: ${rule.counted} is not a measure`]),
    ...rule.terms.filter(({ measure }) => !rule.measures[measure]).map(({ measure }) => `${indicator}: ${measure} is not a measure`),
    ...rule.terms
      .filter(({ countsOn }) => columnOf(register, countsOn)?.type !== 'date')
      .map(({ countsOn }) => `${indicator}: ${countsOn} is not a day of this register`),
    ...rule.terms.flatMap(({ when }) => misfits(when, register)).map(({ en }) => `${indicator}: ${en}`),
  ])
}
