import { type LateList, lateInput } from '#contract/work-list.ts'
import type { Expression } from '#engine/define/expression.ts'
import type { Register } from '#engine/define/register.ts'
import type { Words } from '#engine/define/words.ts'
import { columnName, literal, quoted } from '#engine/derive/columns.ts'
import { tableOf } from '#engine/store/context.ts'
import { binder, termsOf, toSql } from '#engine/store/expression-sql.ts'
import { type Asked, query } from '#engine/store/query.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { areaTitles, type Role, roles } from '#modules/directory/index.ts'
import { type DueStep, dueSteps } from './late-filter.ts'
import { daysOf } from './waiting.ts'
import { dueSql, nextLabel, type WaitingQuestion, waits } from './waiting-sql.ts'
import { type WorkingCalendar, workingCalendar, workingDaysUntil } from './working-calendar.ts'

/** Who is late: entries the reader may see whose next step is overdue, whoever should make it, by city and step; the longest first. */
export const late = query({
  name: 'collaboration.late',
  label: { zh: '逾期事项', en: 'What is overdue' },
  input: lateInput,
  right: { always: true },
  async run(asked) {
    const calendar = await workingCalendar(asked.store)
    const [rows, areas] = await Promise.all([overdue(asked, calendar), areaTitles(asked.store)])
    return { lines: rows.map((row) => asLine(asked, row, calendar, areas)) } satisfies LateList
  },
})

interface Row {
  readonly register: string
  readonly state: string
  readonly move: string
  readonly city: string | null
  readonly count: number
  readonly due: string
}

async function overdue(asked: Asked, calendar: WorkingCalendar): Promise<readonly Row[]> {
  const values: unknown[] = []
  const bind = binder(values)
  const question = {
    store: asked.store,
    actor: asked.actor,
    terms: termsOf(asked.actor, bind),
    bind,
    ...daysOf(asked.store, calendar, bind),
  }
  const branches = asked.store.catalogue.all.flatMap((register) =>
    dueSteps(register).map((step) => branch(register, step, asked, question)),
  )
  if (branches.length === 0) return []
  const text = `select register, state, move, city, count(*)::int as count, min(due)::text as due from (${branches.join(' union all ')}) steps
    where due < ${question.today()}::date group by 1, 2, 3, 4 order by 6, 4, 1, 2`
  return (await ask(poolReader(asked.store), text, values)) as unknown as readonly Row[] // the columns named above
}

function branch(register: Register, { state, move, due }: DueStep, { actor }: Asked, question: WaitingQuestion): string {
  const waited = waits(due)
  const city = register.area ? `rpad(left(${quoted(columnName(register.area))}, 4), 6, '0')` : 'null'
  return `select ${literal(register.name)} as register, ${literal(state)} as state, ${literal(move)} as move, ${city} as city, ${dueSql(register, due, question)} as due
    from ${tableOf(question.store, register)} own where state = ${literal(state)} and ${toSql(register.access['read'] ?? { always: false }, register, actor, question.bind)}
      ${waited ? `and coalesce(${quoted(columnName(waited))} < ${question.today()}::date, true)` : ''}`
}

function asLine({ store }: Asked, row: Row, calendar: WorkingCalendar, areas: ReadonlyMap<string, string>): LateList['lines'][number] {
  const register = store.catalogue.need(row.register)
  return {
    register: row.register,
    registerTitle: register.title,
    state: row.state,
    move: row.move,
    moveLabel: nextLabel(register, row.move),
    city: row.city,
    cityTitle: row.city === null ? null : (areas.get(row.city) ?? row.city),
    by: [...rolesIn(register.access[row.move] ?? { always: false })].map((role): Words => roles[role as Role] ?? { zh: role, en: role }),
    count: row.count,
    due: row.due,
    days: -workingDaysUntil(calendar, row.due),
    list: { state: row.state, late: 1, ...placeOf(register, row.city) },
  }
}

/** 省直 is the province itself and not all that lies in it; null is what names no place. */
function placeOf({ area }: Register, city: string | null): Pick<LateList['lines'][number]['list'], 'area' | 'f'> {
  if (area === undefined) return {}
  if (city === null) return { f: { [area]: [''] } }
  return city.endsWith('0000') ? { f: { [area]: [city] } } : { area: city }
}

/** The roles that a right names, outside of what it denies. */
function rolesIn(right: Expression): ReadonlySet<string> {
  if ('all' in right) return new Set(right.all.flatMap((part) => [...rolesIn(part)]))
  if ('any' in right) return new Set(right.any.flatMap((part) => [...rolesIn(part)]))
  return new Set('role' in right ? [right.role] : [])
}
