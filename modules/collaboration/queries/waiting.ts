import type { z } from 'zod'
import type { workListInput } from '#contract/work-list.ts'
import { engineTable } from '#engine/store/context.ts'
import { binder, termsOf } from '#engine/store/expression-sql.ts'
import type { Asked } from '#engine/store/query.ts'
import { poolReader } from '#engine/store/read.ts'
import { countedRows } from '#engine/store/remembered.ts'
import { copy } from '../registers/copy.register.ts'
import { registersRead, type Step, stepsFor, stepsOf, type WaitingQuestion, waitingSql } from './waiting-sql.ts'
import { type WorkingCalendar, workingDayAfter } from './working-calendar.ts'

/** From so many under one call, batch or document the list shows one line for all of them. */
const MANY = 5
/** Working days before the day on which something is due. */
export const SOON_DAYS = 2

type Input = z.output<typeof workListInput>

/** Where a page begins: after this due day (`infinity` for none), instant and entry. */
export type After = readonly [due: string, since: string, id: string]

/** An entry that waits, or the first of many alike. */
export interface Line {
  readonly step: number
  readonly id: string
  readonly under: string | null
  readonly since: string
  readonly due: string | null
  readonly many: number
}

/** How much waits for one step. */
export interface Kind {
  readonly step: number
  readonly count: number
  readonly overdue: number
  readonly soon: number
}

/** What waits for the holder of a post. */
export interface Found {
  /** What the numbers of kinds and lines stand for. */
  readonly steps: readonly Step[]
  readonly lines: readonly Line[]
  readonly kinds: readonly Kind[]
  /** Copies that are not marked as read. */
  readonly copied: number
}

/**
 * All of it in one statement: what waits, as numbers and days alone, its counts, and the page that was asked for. Asked again only when an entry
 * of these registers has changed: PostgreSQL plans 18 branches and puts 5,000 items in order in 14 ms of its time, and looks for changes in 0.3.
 */
export async function waiting(asked: Asked, input: Input, calendar: WorkingCalendar, after: After | undefined): Promise<Found> {
  const { store, actor } = asked
  const steps = stepsOf(store)
  const own = stepsFor(steps, actor)
  const values: unknown[] = []
  const bind = binder(values)
  const question = { store, actor, bind, terms: termsOf(actor, bind), ...daysOf(store, calendar, bind) }
  const copied = `(select count(*)::int from ${engineTable(store, 'copy')} where state = 'unread' and person = ${bind(actor.person)}) as copied`
  const nothing = `select '[]'::json as kinds, '[]'::json as lines, ${copied}`
  const text = own.length === 0 ? nothing : `${waitingText(own, question, input, after)}, ${copied}`
  const [row] = await countedRows(poolReader(store), store, [...registersRead(store, own), copy], { text, values })
  return { steps, ...(row as unknown as Omit<Found, 'steps'>) } // the columns named above
}

interface Days extends WaitingQuestion {
  readonly soon: () => string
}

function waitingText(own: readonly Step[], question: Days, input: Input, after: After | undefined): string {
  const { today, soon } = question
  return `with items as materialized (${waitingSql(own, question).join(' union all ')}),
      kinds as (select step, count(*)::int as count, (count(*) filter (where due < ${today()}::date))::int as overdue,
        (count(*) filter (where due between ${today()}::date and ${soon()}::date))::int as soon from items group by step),
      page as (${pageSql(own, question, input, after)})
    select (select coalesce(json_agg(kinds order by step), '[]') from kinds) as kinds, (select coalesce(json_agg(page), '[]') from page) as lines`
}

/** Entries one by one, except that many for one step under the same call, batch or document are one line. */
function pageSql(own: readonly Step[], question: Days, input: Input, after: After | undefined): string {
  const { bind } = question
  const wanted = wantedSql(own, question, input)
  const single = input.under !== undefined || input.single === 'yes'
  const lines = single
    ? `select step, id, under, since, due, 1 as many from items where ${wanted}`
    : `select step, id, under, since, due, 1 as many from items where under is null and ${wanted}
      union all select step, id, under, since, due, case when many < ${MANY} then 1 else many end as many
      from (select items.*, (count(*) over own)::int as many, row_number() over (own order by due nulls last, since, id) as nth
        from items where under is not null and ${wanted} window own as (partition by step, under)) grouped where many < ${MANY} or nth = 1`
  const beyond = after
    ? `where (coalesce(due, 'infinity'), since, id) > (${bind(after[0])}::date, ${bind(after[1])}::timestamptz, ${bind(after[2])}::uuid)`
    : ''
  return `select * from (${lines}) lines ${beyond} order by coalesce(due, 'infinity'), since, id limit ${bind(input.limit)}`
}

function wantedSql(own: readonly Step[], { bind, today, soon }: Days, input: Input): string {
  const steps = own.filter(
    ({ register, move }) =>
      (input.register === undefined || register.name === input.register) && (input.move === undefined || move === input.move),
  )
  return (
    [
      ...(steps.length < own.length ? [`step = any(${bind(steps.map(({ number }) => number))}::int[])`] : []),
      ...(input.under ? [`under = ${bind(input.under)}`] : []),
      ...(input.lateness === 'overdue' ? [`due < ${today()}::date`] : []),
      ...(input.lateness === 'soon' ? [`due between ${today()}::date and ${soon()}::date`] : []),
    ].join(' and ') || 'true'
  )
}

/** The places of days in the statement; what no branch asks for has none, because PostgreSQL could not tell its type. */
export function daysOf(store: Asked['store'], calendar: WorkingCalendar, bind: WaitingQuestion['bind']) {
  const once = (value: unknown) => {
    let place: string | undefined
    return () => (place ??= bind(value))
  }
  return {
    days: once(calendar.days),
    today: once(calendar.today),
    soon: once(workingDayAfter(calendar, SOON_DAYS)),
    zone: once(store.timeZone),
  }
}
