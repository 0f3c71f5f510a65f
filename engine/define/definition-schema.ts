import { z } from 'zod'
import { kinds } from '#engine/kinds/index.ts'
import { fieldWordsShape } from '#engine/kinds/kind.ts'
import { countingRuleSchema } from './counting.ts'
import { expressionSchema, fieldsOf } from './expression.ts'
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
  ]
}

const SYSTEM = new Set(['id', 'no', 'state', 'version', 'createdAt', 'createdOn', 'createdBy', 'changedAt', 'changedBy'])

function fieldFaults(register: Register): readonly string[] {
  const { fields, search = [], columns = [], sorts = [], sections = [], checks = [], area, titleField = 'title', likeness = [] } = register
  const expressions = [
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
    ...expressions.flatMap(fieldsOf),
  ]
  return [...new Set(named)].filter((field) => !fields[field] && !SYSTEM.has(field)).map((field) => `no field is named ${field}`)
}

function countingFaults({ counting = {}, fields, area }: Register): readonly string[] {
  return Object.entries(counting).flatMap(([indicator, rule]) => [
    ...(area ? [] : [`${indicator} counts, but the register has no area`]),
    ...(rule.measures[rule.counted] ? [] : [`${indicator}: ${rule.counted} is not a measure`]),
    ...rule.terms.filter(({ measure }) => !rule.measures[measure]).map(({ measure }) => `${indicator}: ${measure} is not a measure`),
    ...rule.terms
      .flatMap(({ when, countsOn }) => [countsOn, ...fieldsOf(when)])
      .filter((field) => !fields[field] && !SYSTEM.has(field))
      .map((field) => `${indicator}: no field is named ${field}`),
  ])
}
