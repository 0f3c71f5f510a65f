import { z } from 'zod'
import { misfits } from '#engine/access/fits.ts'
import { columnName, columnOf, SYSTEM_COLUMNS } from '#engine/derive/columns.ts'
import { kindOf, kinds } from '#engine/kinds/index.ts'
import { fieldWordsShape } from '#engine/kinds/kind.ts'
import { type CountingRule, countingRuleSchema, daysOf } from './counting.ts'
import { decisionFaults } from './decision-faults.ts'
import { dueFaults } from './due-faults.ts'
import { type Expression, expressionSchema } from './expression.ts'
import { type Register, TELLINGS } from './register.ts'
import { wordsSchema } from './words.ts'

/** What the calendar of the work list reaches: 250 working days are a year. */
const MOST_WORKING_DAYS = 250

const fieldSchemas = Object.entries(kinds).map(([name, kind]) =>
  z.strictObject({ kind: z.literal(name), ...fieldWordsShape, ...kind.options }),
)
const check = z.strictObject({ that: expressionSchema, otherwise: wordsSchema, field: z.string().exactOptional() })
const names = z.array(z.string())

const due = z.union([
  z.strictObject({ field: z.string(), ref: z.string().exactOptional() }),
  z.strictObject({
    workingDays: z.int().min(0).max(MOST_WORKING_DAYS),
    from: z.string().exactOptional(),
    waits: z.boolean().exactOptional(),
  }),
])

const decision = z.strictObject({
  label: wordsSchema,
  moves: z.strictObject({ propose: z.string(), takeOut: z.string(), openNotice: z.string().exactOptional(), publish: z.string() }),
  writes: z.strictObject({
    batch: z.string().exactOptional(),
    documentNo: z.string(),
    documentTitle: z.string(),
    documentDate: z.string(),
    countsOn: z.string().exactOptional(),
  }),
  distinct: z
    .strictObject({ field: z.string(), by: z.string(), from: expressionSchema, loses: z.string().exactOptional() })
    .exactOptional(),
})

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
      next: z.union([z.boolean(), wordsSchema]).exactOptional(),
      due: due.exactOptional(),
      tells: z.enum(TELLINGS).exactOptional(),
      hears: expressionSchema.exactOptional(),
      invites: z.string().exactOptional(),
      tone: z.enum(['main', 'danger']).exactOptional(),
      asks: names.exactOptional(),
      proposes: z.record(z.string(), z.strictObject({ yearEndOf: z.string() })).exactOptional(),
      stamps: z.record(z.string(), expressionSchema).exactOptional(),
    }),
  ),
  access: z.record(z.string(), expressionSchema),
  createVia: names.exactOptional(),
  initial: z.string(),
  titleField: z.string().exactOptional(),
  area: z.string().exactOptional(),
  under: z.string().exactOptional(),
  search: names.exactOptional(),
  columns: names.exactOptional(),
  sorts: names.exactOptional(),
  checks: z.array(check).exactOptional(),
  likeness: z.array(names).exactOptional(),
  keys: z.record(z.string(), z.array(names.min(1))).exactOptional(),
  decisions: z.record(z.string().regex(/^[a-z][a-z0-9_]{0,30}$/), decision).exactOptional(),
  places: z.string().exactOptional(),
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
  return [
    ...moveFaults(register),
    ...rightFaults(register),
    ...fieldFaults(register),
    ...shownFaults(register),
    ...keyFaults(register),
    ...decisionFaults(register),
    ...dueFaults(register),
    ...countingFaults(register),
  ]
}

function moveFaults(register: Register): readonly string[] {
  const { states, moves, initial } = register
  const kindIn = (field: string) => register.fields[field]?.kind
  const used = Object.entries(states).flatMap(([state, { moves: out }]) => Object.entries(out).map(([move, to]) => ({ state, move, to })))
  return [
    ...(states[initial] ? [] : [`initial state ${initial} does not exist`]),
    ...used.filter(({ move }) => !moves[move]).map(({ state, move }) => `state ${state} names the unknown move ${move}`),
    ...used.filter(({ to }) => !states[to]).map(({ move, to }) => `move ${move} leads to the unknown state ${to}`),
    ...Object.entries(moves).flatMap(([move, { asks = [], proposes = {}, stamps = {} }]) => [
      ...asks.filter((field) => !register.fields[field]).map((field) => `move ${move} asks for the unknown field ${field}`),
      ...Object.entries(proposes)
        .filter(([field, { yearEndOf }]) => !asks.includes(field) || kindIn(field) !== 'day' || kindIn(yearEndOf) !== 'year')
        .map(([field]) => `move ${move} proposes for ${field}, which must be a day it asks for, the end of a year`),
      ...Object.keys(stamps)
        .filter((field) => kindIn(field) !== 'day')
        .map((field) => `move ${move} stamps ${field}, which is no day`),
    ]),
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

/** The column that stands for the rows of a sub-table is one of them. */
function shownFaults({ fields }: Register): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    'shows' in field && field.shows !== undefined && field.columns[field.shows] === undefined
      ? [`${name} shows the unknown column ${field.shows}`]
      : [],
  )
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
    ...Object.values(register.moves).flatMap(({ needs = [], stamps = {}, hears }) => [
      ...needs.map(({ that }) => that),
      ...Object.values(stamps),
      ...(hears ? [hears] : []),
    ]),
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
    ...Object.values(register.fields).flatMap((field) => ('cityOf' in field ? [field.cityOf] : [])),
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

function keyFaults({ keys = {}, fields }: Register): readonly string[] {
  return Object.entries(keys).flatMap(([key, groups]) => [
    ...(fields[key]?.kind === 'json' && fields[key].system ? [] : [`the key ${key} must be a field of kind json that the system writes`]),
    ...groups
      .flat()
      .filter((source) => !hasSource(fields, source))
      .map((source) => `the key ${key} is made of the unknown field ${source}`),
  ])
}

function hasSource(fields: Register['fields'], source: string): boolean {
  const [field = '', column] = source.split('.')
  const definition = fields[field]
  return definition !== undefined && (column === undefined || (definition.kind === 'rows' && definition.columns[column] !== undefined))
}

function countingFaults(register: Register): readonly string[] {
  const { counting = {}, fields, area } = register
  return Object.entries(counting).flatMap(([indicator, rule]) => [
    ...measureFaults(rule).map((measure) => `${indicator}: ${measure} is not a measure`),
    ...Object.entries(rule.settings ?? {})
      .filter(([, { choices, standard }]) => !choices[standard])
      .map(([setting, { standard }]) => `${indicator}: the setting ${setting} has no choice ${standard}`),
    ...(area && fields[area]?.required ? [] : [`${indicator} counts, but the register has no area that is always filled`]),
    ...rule.terms
      .flatMap(daysOf)
      .filter((day) => columnOf(register, day)?.type !== 'date')
      .map((day) => `${indicator}: ${day} is not a day of this register`),
    ...rule.terms.flatMap(({ when }) => misfits(when, register)).map(({ en }) => `${indicator}: ${en}`),
  ])
}

/** Names of measures that a rule uses and has not. */
function measureFaults({ measures, counted, terms, parts = {}, settings = {} }: CountingRule): readonly string[] {
  const used = [
    counted,
    ...terms.map(({ measure }) => measure),
    ...Object.values(parts).flatMap((part) => part.measures),
    ...Object.values(settings).flatMap(({ choices }) => Object.values(choices).flatMap(({ plus = [], minus = [] }) => [...plus, ...minus])),
  ]
  return [...new Set(used)].filter((measure) => !measures[measure])
}
