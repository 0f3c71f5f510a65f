import { importCalendarInput } from '#contract/calendar.ts'
import type { Expression } from '#engine/define/expression.ts'
import { refuse } from '#engine/define/refusal.ts'
import type { Call } from '#engine/store/call.ts'
import { command } from '#engine/store/command.ts'
import { holiday } from '../registers/holiday.register.ts'
import { calendarOf, type KnownCalendar, readTable, yearsBetween } from '../rules/calendar-table.ts'

export const importCalendar = command({
  name: 'selection.import-calendar',
  label: { zh: '导入节假日安排', en: 'Import a calendar' },
  input: importCalendarInput,
  right: { any: [{ role: 'planner' }, { role: 'division_head' }, { role: 'administrator' }] },
  async run(call, { year, basis, rows }) {
    const { days, faults } = readTable(year, rows)
    if (faults.length > 0)
      return refuse(
        'invalid',
        'calendar.table',
        `${year} 年的日期表有 ${faults.length} 处错误，请逐行改正后再导入`,
        `the table of ${year} has ${faults.length} faults; mend each line and import it again`,
        { faults },
      )
    const earlier = await call.find(holiday, keptFor(year, year))
    call.move(holiday, earlier, 'replace')
    call.create(
      holiday,
      days.map((each) => ({ ...each, year, basis })),
    )
    return { year, days: days.length, replaced: earlier.length }
  },
})

/** What is known of the working days from one day to another. */
export async function calendarFor(call: Call, from: string, to: string): Promise<KnownCalendar> {
  const years = yearsBetween(from, to)
  const kept = years.length === 0 ? [] : await call.find(holiday, keptFor(years[0]!, years.at(-1)!))
  return calendarOf(from, to, kept)
}

function keptFor(first: number, last: number): Expression {
  return {
    all: [
      { field: 'state', is: 'valid' },
      { field: 'year', atLeast: first },
      { field: 'year', atMost: last },
    ],
  }
}
