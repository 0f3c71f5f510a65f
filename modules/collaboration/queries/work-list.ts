import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { type WorkList, workListInput } from '#contract/work-list.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import { engineTable } from '#engine/store/context.ts'
import { readCursor, writeCursor } from '#engine/store/cursor.ts'
import { binder } from '#engine/store/expression-sql.ts'
import { type Asked, query } from '#engine/store/query.ts'
import { ask, poolReader, titlesOf } from '#engine/store/read.ts'
import { areaTitles } from '#modules/directory/index.ts'
import { nextLabel, nextMoves, targetOf, waitingSql } from './waiting-sql.ts'
import { type WorkingCalendar, workingCalendar, workingDayAfter, workingDaysUntil } from './working-calendar.ts'

type Input = z.output<typeof workListInput>

/** From so many under one call, batch or document the list shows one line for all of them. */
const MANY = 5
/** Working days before the day on which something is due. */
export const SOON_DAYS = 2

/** What waits for the holder of a post: entries in a state whose next move is this post's to make; what is due first, then what waits longest. */
export const workList = query({
  name: 'collaboration.work-list',
  label: { zh: '工作台', en: 'Work list' },
  input: workListInput,
  right: { always: true },
  async run(asked, input) {
    const print = createHash('sha256')
      .update(JSON.stringify([asked.actor.post, { ...input, cursor: undefined, limit: undefined }]))
      .digest('base64url')
      .slice(0, 12)
    const after = input.cursor === undefined ? undefined : readCursor<After>(asked.store, input.cursor, print)
    if (after === null) return staleCursor()
    const calendar = await workingCalendar(asked.store)
    const [found, areas, copied] = await Promise.all([waiting(asked, input, calendar, after), areaTitles(asked.store), unreadCopies(asked)])
    const items = await asItems(asked, found.lines, calendar, areas)
    const last = found.lines.length === input.limit ? found.lines.at(-1) : undefined
    return {
      items,
      ...(last && { cursor: writeCursor(asked.store, [last.due ?? 'infinity', last.since, last.id], print) }),
      counts: { ...totals(found.kinds), copied },
      kinds: found.kinds.map(({ register, move, count }) => {
        const definition = asked.store.catalogue.need(register)
        return { register, registerTitle: definition.title, move, moveLabel: nextLabel(definition, move), count }
      }),
    } satisfies WorkList
  },
})

/** A page marker of another question, or one that was altered. */
export function staleCursor(): Refusal {
  return refuse(
    'invalid',
    'list.stale-cursor',
    '翻页位置已失效，请从第一页重新查看',
    'the page marker is no longer valid; start from the first page',
  )
}

/** How much waits for a person, and how much of it is due. */
export async function counted(asked: Asked, calendar: WorkingCalendar): Promise<Pick<WorkList['counts'], 'todo' | 'overdue' | 'soon'>> {
  return totals((await waiting(asked, { limit: 1 }, calendar, undefined)).kinds)
}

type After = readonly [due: string, since: string, id: string]

interface Line {
  readonly register: string
  readonly id: string
  readonly no: number
  readonly title: string | null
  readonly state: string
  readonly area: string | null
  readonly under: string | null
  readonly since: string
  readonly move: string
  readonly due: string | null
  readonly many: number
}

interface Kind {
  readonly register: string
  readonly move: string
  readonly count: number
  readonly overdue: number
  readonly soon: number
}

interface Found {
  readonly lines: readonly Line[]
  readonly kinds: readonly Kind[]
}

/** All of it in one statement over all registers: what waits, its counts, and the page that was asked for. */
async function waiting({ store, actor }: Asked, input: Input, calendar: WorkingCalendar, after: After | undefined): Promise<Found> {
  const values: unknown[] = []
  const bind = binder(values)
  const [days, today, zone] = [bind(calendar.days), bind(calendar.today), bind(store.timeZone)]
  const soon = `${bind(workingDayAfter(calendar, SOON_DAYS))}::date`
  const registers = store.catalogue.all.filter((register) => nextMoves(register).length > 0)
  const branches = registers.map((register) => waitingSql(register, { store, actor, bind, days, today, zone }))
  const asked = [
    ...(input.register ? [`register = ${bind(input.register)}`] : []),
    ...(input.move ? [`move = ${bind(input.move)}`] : []),
    ...(input.under ? [`under = ${bind(input.under)}`] : []),
    ...(input.lateness === 'overdue' ? [`due < ${today}::date`] : []),
    ...(input.lateness === 'soon' ? [`due between ${today}::date and ${soon}`] : []),
  ]
  const single = input.under !== undefined || input.single === 'yes'
  const beyond = after
    ? `(coalesce(due, 'infinity'), since, id) > (${bind(after[0])}::date, ${bind(after[1])}::timestamptz, ${bind(after[2])}::uuid)`
    : 'true'
  const text = `with items as materialized (${branches.join(' union all ')}),
    lines as (select *, ${single ? '1' : `case when under is null or count(*) over own < ${MANY} then 1 else count(*) over own end`} as many,
      ${single ? '1' : 'row_number() over (own order by due nulls last, since, id)'} as nth
      from items where ${asked.join(' and ') || 'true'} window own as (partition by register, move, under))
    select (select coalesce(json_agg(kind), '[]') from (select register, move, count(*)::int as count,
        (count(*) filter (where due < ${today}::date))::int as overdue, (count(*) filter (where due between ${today}::date and ${soon}))::int as soon
        from items group by register, move order by register, move) kind) as kinds,
      (select coalesce(json_agg(line), '[]') from (select register, id, no, title, state, area, under, since, move, due, many::int as many from lines
        where (many = 1 or nth = 1) and ${beyond} order by coalesce(due, 'infinity'), since, id limit ${bind(input.limit)}) line) as lines`
  const [row] = await ask(poolReader(store), text, values)
  return row as unknown as Found // the two columns named above
}

function totals(kinds: readonly Kind[]): Pick<WorkList['counts'], 'todo' | 'overdue' | 'soon'> {
  const sum = (of: 'count' | 'overdue' | 'soon') => kinds.reduce((total, kind) => total + kind[of], 0)
  return { todo: sum('count'), overdue: sum('overdue'), soon: sum('soon') }
}

async function asItems(
  { store }: Asked,
  lines: readonly Line[],
  calendar: WorkingCalendar,
  areas: ReadonlyMap<string, string>,
): Promise<WorkList['items']> {
  const titles = await titlesUnder({ store }, lines)
  const soon = workingDayAfter(calendar, SOON_DAYS)
  return lines.map(({ register: name, id, no, title, state, area, under, since, move, due, many }) => {
    const register = store.catalogue.need(name)
    const { label, tone = 'plain' } = register.states[state]!
    const target = targetOf(register)
    return {
      register: name,
      registerTitle: register.title,
      id,
      no,
      title: title ?? '',
      state,
      stateLabel: label,
      tone,
      areaTitle: areas.get(area ?? '') ?? area ?? '',
      move,
      moveLabel: nextLabel(register, move),
      since: new Date(since).toISOString(),
      due,
      lateness: due === null ? null : due < calendar.today ? 'overdue' : due <= soon ? 'soon' : null,
      days: due === null ? null : Math.abs(workingDaysUntil(calendar, due)),
      under: under !== null && target !== undefined ? { register: target, id: under, title: titles[under] ?? '' } : null,
      many,
    }
  })
}

/** Names of calls, batches and documents; whoever has work under one may know what it is called. */
async function titlesUnder({ store }: Pick<Asked, 'store'>, lines: readonly Line[]): Promise<Record<string, string>> {
  const wanted = Map.groupBy(
    lines.filter(({ under }) => under !== null),
    ({ register }) => targetOf(store.catalogue.need(register)) ?? '',
  )
  const found = await Promise.all(
    [...wanted].map(([target, own]) => titlesOf(poolReader(store), store, target, [...new Set(own.map(({ under }) => under!))])),
  )
  return Object.assign({}, ...found)
}

async function unreadCopies({ store, actor }: Asked): Promise<number> {
  const [row] = await ask(
    poolReader(store),
    `select count(*)::int as count from ${engineTable(store, 'copy')} where state = 'unread' and person = $1`,
    [actor.person],
  )
  return Number(row?.['count'] ?? 0)
}
