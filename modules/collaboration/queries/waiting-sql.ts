import { isNever, settled } from '#engine/access/settled.ts'
import type { Actor } from '#engine/define/actor.ts'
import type { Expression } from '#engine/define/expression.ts'
import type { Due, Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { columnName, literal, quoted } from '#engine/derive/columns.ts'
import { nextMoves } from '#engine/derive/waiting.ts'
import { kindOf } from '#engine/kinds/index.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { type Bind, settledSql, type Terms } from '#engine/store/expression-sql.ts'

/** What the step is called on a button. */
export function nextLabel(register: Register, move: string): Words {
  const { next, label } = register.moves[move]!
  return typeof next === 'object' ? next : label
}

/** The register that the field `under` names. */
export function targetOf(register: Register): string | undefined {
  const field = register.under === undefined ? undefined : register.fields[register.under]
  return field && kindOf(field).refersTo?.(field)
}

/** A step that may wait for somebody, by its place among all: a number sorts and groups at a fraction of the price of two names. */
export interface Step {
  readonly number: number
  readonly register: Register
  readonly move: string
}

/** Every step of every register, in the order of their names. */
export function stepsOf({ catalogue }: Pick<Store, 'catalogue'>): readonly Step[] {
  return catalogue.all
    .flatMap((register) => [...new Set(nextMoves(register).map(({ move }) => move))].map((move) => ({ register, move })))
    .sort((one, other) => compare(one.register.name, other.register.name) || compare(one.move, other.move))
    .map((step, number) => ({ ...step, number }))
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

export interface WaitingQuestion {
  readonly store: Store
  /** Whose roles decide what is asked for. */
  readonly actor: Pick<Actor, 'roles'>
  readonly terms: Terms
  readonly bind: Bind
  /** Places of the values that many branches use: working days, the day, the zone. */
  readonly days: () => string
  readonly today: () => string
  readonly zone: () => string
}

/** A state in which the post may make a step, under one of these rights: the first that holds says for which step an entry waits. */
interface Possible {
  readonly step: Step
  readonly state: string
  readonly own: Condition
  readonly before: readonly Condition[]
}

interface Condition {
  readonly right: Expression
  /** The day that must be over first. */
  readonly waitsFor: string | undefined
}

/** Branches of the union: entries in a state whose next move the post may make, with the day by which it should. What the post can never do is not asked for. */
export function waitingSql(steps: readonly Step[], question: WaitingQuestion): readonly string[] {
  return [...Map.groupBy(steps, ({ register }) => register)].flatMap(([register, own]) => {
    const alike = Map.groupBy(possible(register, own, question.actor), ({ own: condition, before }) => JSON.stringify([condition, before]))
    return [...alike.values()].map((group) => branch(register, group, question))
  })
}

/** The steps that a post may ever make. */
export function stepsFor(steps: readonly Step[], actor: Pick<Actor, 'roles'>): readonly Step[] {
  return steps.filter(({ register, move }) => !isNever(rightTo(register, 'read', actor)) && !isNever(rightTo(register, move, actor)))
}

/** Every register that the statement over these steps reads: their own, and those in which a day stands by which they are due. */
export function registersRead({ catalogue }: Pick<Store, 'catalogue'>, steps: readonly Step[]): readonly Register[] {
  const read = steps.flatMap(({ register, move }) => {
    const due = register.moves[move]?.due
    const field = due && 'ref' in due && due.ref !== undefined ? register.fields[due.ref] : undefined
    return field ? [register, catalogue.need(kindOf(field).refersTo!(field))] : [register]
  })
  return [...new Set(read)]
}

function possible(register: Register, steps: readonly Step[], actor: Pick<Actor, 'roles'>): readonly Possible[] {
  const inState = Map.groupBy(nextMoves(register), ({ state }) => state)
  return [...inState].flatMap(([state, moves]) => {
    const offered = moves.flatMap(({ move }) => steps.find((step) => step.move === move) ?? [])
    const conditions = offered.map(({ move }) => ({
      right: rightTo(register, move, actor),
      waitsFor: waits(register.moves[move]?.due),
    }))
    return offered.map((step, at) => ({ step, state, own: conditions[at]!, before: conditions.slice(0, at) }))
  })
}

function branch(register: Register, alike: readonly Possible[], question: WaitingQuestion): string {
  const { store, actor, terms, bind } = question
  const { own, before } = alike[0]!
  const conditions = [
    `state in (${alike.map(({ state }) => literal(state)).join(', ')})`,
    settledSql(rightTo(register, 'read', actor), register, terms, bind),
    conditionSql(register, own, question),
    ...before.map((each) => `(${conditionSql(register, each, question)}) is not true`),
  ]
  const under = register.under ? columnOfOwn(register.under) : 'null::uuid'
  const step = byState(alike, ({ number }) => String(number))
  const due = byState(alike, ({ move }) => dueSql(register, register.moves[move]?.due, question))
  return `select ${step} as step, id, ${under} as under, changed_at as since, ${due} as due
    from ${tableOf(store, register)} own where ${conditions.join(' and ')}`
}

/** States with the same value are asked together: each subquery is planned once. */
function byState(alike: readonly Possible[], of: (step: Step) => string): string {
  const byValue = Map.groupBy(alike, ({ step }) => of(step))
  if (byValue.size === 1) return of(alike[0]!.step)
  const cases = [...byValue].map(([value, own]) => `when state in (${own.map(({ state }) => literal(state)).join(', ')}) then ${value}`)
  return `case ${cases.join(' ')} end`
}

function conditionSql(register: Register, { right, waitsFor }: Condition, { terms, bind, today }: WaitingQuestion): string {
  const waited = waitsFor === undefined ? '' : ` and coalesce(${columnOfOwn(waitsFor)} < ${today()}::date, true)`
  return `${settledSql(right, register, terms, bind)}${waited}`
}

function rightTo(register: Register, what: string, actor: Pick<Actor, 'roles'>): Expression {
  return settled(register.access[what] ?? { always: false }, actor)
}

/** The day by which an entry should have been moved, as SQL over its row. */
export function dueSql(register: Register, due: Due | undefined, question: WaitingQuestion): string {
  if (!due) return 'null::date'
  const { store, days, zone } = question
  if ('workingDays' in due) return `(${days()}::date[])[width_bucket(${startOf(due, zone)}, ${days()}::date[]) + ${due.workingDays}]`
  if (due.ref === undefined) return columnOfOwn(due.field)
  const field = register.fields[due.ref]!
  const other = store.catalogue.need(kindOf(field).refersTo!(field))
  return `(select other.${quoted(columnName(due.field))} from ${tableOf(store, other)} other where other.id = own.${quoted(columnName(due.ref))})`
}

/** From the day in the field, or the day on which the entry came to its state. */
function startOf({ from }: Extract<Due, { workingDays: number }>, zone: () => string): string {
  return from === undefined ? `(changed_at at time zone ${zone()})::date` : columnOfOwn(from)
}

/** The field whose day must be over before a step is asked for. */
export function waits(due: Due | undefined): string | undefined {
  return due && 'waits' in due && due.waits ? due.from : undefined
}

const columnOfOwn = (field: string) => quoted(columnName(field))
