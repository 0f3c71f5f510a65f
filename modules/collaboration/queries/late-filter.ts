import type { Expression } from '#engine/define/expression.ts'
import { endOfDay } from '#engine/define/period.ts'
import type { Due, Register } from '#engine/define/register.ts'
import { columnName, quoted } from '#engine/derive/columns.ts'
import { nextMoves } from '#engine/derive/waiting.ts'
import { kindOf } from '#engine/kinds/index.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { dayBefore, type WorkingCalendar, workingCalendar, workingDayBefore } from './working-calendar.ts'

/** A state, and the step that is late in it when its day has passed. */
export interface DueStep {
  readonly state: string
  readonly move: string
  readonly due: Due
}

/** The first step of each state that is due by a day; what may be done instead of it is not late. */
export function dueSteps(register: Register): readonly DueStep[] {
  const first = new Map(
    nextMoves(register)
      .toReversed()
      .map(({ state, move }) => [state, move]),
  )
  return [...first].flatMap(([state, move]) => {
    const { due } = register.moves[move]!
    return due ? [{ state, move, due }] : []
  })
}

/** Entries whose next step is overdue, whoever should make it, as a condition of the list: the same entries that `late` counts. */
export async function lateFilter(store: Store, register: Register, day?: string): Promise<Expression> {
  const calendar = await workingCalendar(store, day)
  const parts = dueSteps(register).map(
    async ({ state, due }): Promise<Expression> => ({
      all: [{ field: 'state', is: state }, await passed(store, register, due, calendar)],
    }),
  )
  return { any: await Promise.all(parts) }
}

async function passed(store: Store, register: Register, due: Due, calendar: WorkingCalendar): Promise<Expression> {
  const yesterday = dayBefore(calendar.today)
  if ('workingDays' in due) {
    const last = dayBefore(workingDayBefore(calendar, due.workingDays))
    return due.from === undefined ? { field: 'changedAt', atMost: endOfDay(last, store.timeZone) } : { field: due.from, atMost: last }
  }
  if (due.ref === undefined) return { field: due.field, atMost: yesterday }
  const field = register.fields[due.ref]!
  const other = store.catalogue.need(kindOf(field).refersTo!(field))
  const text = `select id from ${tableOf(store, other)} where ${quoted(columnName(due.field))} <= $1::date`
  return { field: due.ref, oneOf: (await ask(poolReader(store), text, [yesterday])).map(({ id }) => String(id)) }
}
