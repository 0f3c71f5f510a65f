import { z } from 'zod'
import { type CalendarView, type NoticeDays, noticeDaysInput } from '#contract/calendar.ts'
import { workingDays } from '#engine/define/working-days.ts'
import { askFor } from '#engine/store/ask-for.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { query } from '#engine/store/query.ts'
import { poolReader } from '#engine/store/read.ts'
import { type Columned, number, text } from '#platform/db/columns.ts'
import { holiday } from '../registers/holiday.register.ts'
import { calendarOf, remarksOn, yearsBetween } from '../rules/calendar-table.ts'
import { LEAST_NOTICE_DAYS } from '../rules/decide-batch.ts'

/** The years that have a table, with their days. */
export const calendarView = query({
  name: 'selection.calendar',
  label: { zh: '节假日安排', en: 'Calendar' },
  input: z.object({}),
  right: { always: true },
  async run({ store }): Promise<CalendarView> {
    const kept = await keptDays(store, 0, 9999)
    const years = [...new Set(kept.map(({ year }) => year))].toSorted((a, b) => b - a)
    return {
      years: years.map((year) => {
        const own = kept.filter((each) => each.year === year)
        return { year, basis: own[0]!.basis, days: own.map(({ day, dayType, title }) => ({ day, dayType, title })) }
      }),
    }
  },
})

/** How many working days a notice over these days has, and what is not known of them. */
export const noticeDaysQuery = query({
  name: 'selection.notice-days',
  label: { zh: '公示工作日', en: 'Working days of a notice' },
  input: noticeDaysInput,
  right: { always: true },
  async run({ store }, { from, to }): Promise<NoticeDays> {
    const years = yearsBetween(from, to)
    const kept = years.length === 0 ? [] : await keptDays(store, years[0]!, years.at(-1)!)
    const known = calendarOf(from, to, kept)
    const days = years.length === 0 ? 0 : workingDays(from, to, known.calendar)
    return { workingDays: days, least: LEAST_NOTICE_DAYS, remarks: [...remarksOn(known)] }
  },
})

const DAY = { day: text, dayType: text, title: text, year: number, basis: text }

async function keptDays(store: Store, first: number, last: number): Promise<readonly Columned<typeof DAY>[]> {
  const sql = `select day::text as day, day_type as "dayType", title, year, basis from ${tableOf(store, holiday)}
    where state = 'valid' and year between $1 and $2 order by day`
  return askFor(poolReader(store), DAY, sql, [first, last])
}
