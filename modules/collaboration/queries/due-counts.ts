import type { Actor } from '#engine/define/actor.ts'
import { areaRange } from '#engine/define/area-code.ts'
import { askFor } from '#engine/store/ask-for.ts'
import type { Store } from '#engine/store/context.ts'
import { binder, type Terms } from '#engine/store/expression-sql.ts'
import { poolReader } from '#engine/store/read.ts'
import { number, text } from '#platform/db/columns.ts'
import { daysOf } from './waiting.ts'
import { stepsFor, stepsOf, waitingSql } from './waiting-sql.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** How much of what waits for the holder of a post is due. */
export interface DueCount {
  readonly person: string
  readonly post: string
  readonly overdue: number
  readonly soon: number
}

/** Of all holders for whom something is due: one statement for all who have the same roles, as they may make the same steps. */
export async function dueCounts(store: Store, holders: readonly Actor[], calendar: WorkingCalendar): Promise<readonly DueCount[]> {
  const alike = Map.groupBy(holders, ({ roles }) => [...roles].sort().join(' '))
  const counted: DueCount[] = []
  for (const own of alike.values()) counted.push(...(await countsOf(store, own, calendar)))
  return counted
}

const DUE = { person: text, post: text, overdue: number, soon: number }
const HOLDER: Terms = { unit: () => 'holder.unit', person: () => 'holder.person', area: () => ['holder.first', 'holder.below'] }

async function countsOf(store: Store, holders: readonly Actor[], calendar: WorkingCalendar): Promise<readonly DueCount[]> {
  const [actor] = holders
  const steps = actor ? stepsFor(stepsOf(store), actor) : []
  if (!actor || steps.length === 0) return []
  const values: unknown[] = []
  const bind = binder(values)
  const days = daysOf(store, calendar, bind)
  const branches = waitingSql(steps, { store, actor, terms: HOLDER, bind, ...days })
  const ranges = holders.map(({ area }) => areaRange(area))
  const columns = [
    `${bind(holders.map(({ person }) => person))}::uuid[]`,
    `${bind(holders.map(({ post }) => post))}::uuid[]`,
    `${bind(holders.map(({ unit }) => unit))}::uuid[]`,
    `${bind(ranges.map(([first]) => first))}::text[]`,
    `${bind(ranges.map(([, below]) => below))}::text[]`,
  ]
  const sql = `select holder.person, holder.post, (count(*) filter (where due < ${days.today()}::date))::int as overdue,
      (count(*) filter (where due >= ${days.today()}::date))::int as soon
    from unnest(${columns.join(', ')}) as holder(person, post, unit, first, below) cross join lateral (${branches.join(' union all ')}) items
    where due <= ${days.soon()}::date group by holder.person, holder.post`
  return askFor(poolReader(store), DUE, sql, values)
}
