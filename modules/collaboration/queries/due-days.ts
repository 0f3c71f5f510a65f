import { binder, termsOf } from '#engine/store/expression-sql.ts'
import type { Asked } from '#engine/store/query.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { daysOf } from './waiting.ts'
import { stepsFor, stepsOf, waitingSql } from './waiting-sql.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** By which day the holder of a post should make the next step of these entries of a register; those without such a day are left out. */
export async function dueDays(
  { store, actor }: Asked,
  name: string,
  entries: readonly string[],
  calendar: WorkingCalendar,
): Promise<ReadonlyMap<string, string>> {
  const steps = stepsFor(stepsOf(store), actor).filter(({ register }) => register.name === name)
  if (steps.length === 0) return new Map()
  const values: unknown[] = []
  const bind = binder(values)
  const branches = waitingSql(steps, { store, actor, terms: termsOf(actor, bind), bind, ...daysOf(store, calendar, bind) })
  const text = `select id, due::text as due from (${branches.join(' union all ')}) waiting where id = any(${bind([...entries])}) and due is not null`
  return new Map((await ask(poolReader(store), text, values)).map(({ id, due }) => [String(id), String(due)]))
}
