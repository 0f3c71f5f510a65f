import type { Actor } from '#engine/define/actor.ts'
import type { Due, Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { columnName, quoted } from '#engine/derive/columns.ts'
import { kindOf } from '#engine/kinds/index.ts'
import { type Store, tableOf, titleColumn } from '#engine/store/context.ts'
import { type Bind, toSql } from '#engine/store/expression-sql.ts'

/** A step that the work list offers in a state. */
export interface NextMove {
  readonly state: string
  readonly move: string
}

/** The moves marked `next`, state by state: all that the work list knows of a register. */
export function nextMoves(register: Register): readonly NextMove[] {
  return Object.entries(register.states).flatMap(([state, { moves }]) =>
    Object.keys(moves)
      .filter((move) => register.moves[move]?.next)
      .map((move) => ({ state, move })),
  )
}

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

export interface WaitingQuestion {
  readonly store: Store
  readonly actor: Actor
  readonly bind: Bind
  /** Places of the values that every branch uses: working days, the day, the zone. */
  readonly days: string
  readonly today: string
  readonly zone: string
}

/** One branch of the union: the entries of a register in a state whose next move the post may make, with the day by which it should. */
export function waitingSql(register: Register, question: WaitingQuestion): string {
  const { store, actor, bind } = question
  const moves = nextMoves(register)
  const state = columnOfOwn('state')
  const right = (move: string) => toSql(register.access[move] ?? { always: false }, register, actor, bind)
  const cases = moves.map(
    (each) => `when ${state} = ${bind(each.state)} and ${right(each.move)}${waits(register, each.move, question)} then ${bind(each.move)}`,
  )
  const states = bind([...new Set(moves.map((each) => each.state))])
  const under = register.under ? `${columnOfOwn(register.under)}::uuid` : 'null::uuid'
  const area = register.area ? columnOfOwn(register.area) : `''`
  return `select ${bind(register.name)}::text as register, id, no, ${titleColumn(register)}::text as title, state, ${area}::text as area, ${under} as under,
      changed_at as since, move, ${dueSql(register, question)} as due
    from (select own.*, (case ${cases.join(' ')} end)::text as move from ${tableOf(store, register)} own
      where state = any(${states}) and ${toSql(register.access['read'] ?? { always: false }, register, actor, bind)}) own where move is not null`
}

/** `case move when … then day end`, for the moves of this register that are due by some day. */
function dueSql(register: Register, question: WaitingQuestion): string {
  const named = [...new Set(nextMoves(register).map(({ move }) => move))]
  const cases = named.flatMap((move) => {
    const { due } = register.moves[move]!
    return due ? [`when ${question.bind(move)} then ${dayOf(register, due, question)}`] : []
  })
  return cases.length === 0 ? 'null::date' : `case move ${cases.join(' ')} end`
}

function dayOf(register: Register, due: Due, { store, days, zone }: WaitingQuestion): string {
  if ('workingDays' in due) return `(${days}::date[])[width_bucket(${startOf(due, zone)}, ${days}::date[]) + ${due.workingDays}]`
  if (due.ref === undefined) return columnOfOwn(due.field)
  const field = register.fields[due.ref]!
  const other = store.catalogue.need(kindOf(field).refersTo!(field))
  return `(select other.${quoted(columnName(due.field))} from ${tableOf(store, other)} other where other.id = own.${quoted(columnName(due.ref))})`
}

/** From the day in the field, or the day on which the entry came to its state. */
function startOf({ from }: Extract<Due, { workingDays: number }>, zone: string): string {
  return from === undefined ? `(changed_at at time zone ${zone})::date` : columnOfOwn(from)
}

function waits(register: Register, move: string, { today }: WaitingQuestion): string {
  const due = register.moves[move]?.due
  return due && 'waits' in due && due.waits && due.from ? ` and coalesce(${columnOfOwn(due.from)} < ${today}::date, true)` : ''
}

const columnOfOwn = (field: string) => quoted(columnName(field))
