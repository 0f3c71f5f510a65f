import type { FieldFault } from '#engine/define/refusal.ts'
import type { Words } from '#engine/define/words.ts'
import { type Calendar, WEEKENDS_ONLY } from '#engine/define/working-days.ts'

/** What is known of some years, and of which years nothing is. */
export interface KnownCalendar {
  readonly calendar: Calendar
  /** Years that the days asked about touch and that have no table. */
  readonly missing: readonly number[]
}

/** Before any table is imported. */
export const NO_TABLE: KnownCalendar = { calendar: WEEKENDS_ONLY, missing: [] }

/** A line of a table as somebody pasted it. */
export interface TableRow {
  readonly day: string
  readonly type: string
  readonly name: string
}

export interface TableDay {
  readonly day: string
  readonly dayType: 'off' | 'working_weekend'
  readonly title: string
}

/** The calendar of the days from one to another, out of the holidays that are kept for their years. */
export function calendarOf(from: string, to: string, kept: readonly { day: string; dayType: string; year: number }[]): KnownCalendar {
  const years = new Set(kept.map(({ year }) => year))
  const daysOf = (type: string) => new Set(kept.filter(({ dayType }) => dayType === type).map(({ day }) => day))
  return {
    calendar: { daysOff: daysOf('off'), workingWeekends: daysOf('working_weekend') },
    missing: yearsBetween(from, to).filter((year) => !years.has(year)),
  }
}

/** The years two days touch, both included; none when the days stand the wrong way round or are centuries apart. */
export function yearsBetween(from: string, to: string): readonly number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return last < first || last - first > 5 ? [] : Array.from({ length: last - first + 1 }, (_each, at) => first + at)
}

/** What must be said of a count of working days that touches a year without a table. */
export function remarksOn({ missing }: KnownCalendar): readonly Words[] {
  return missing.map((year) => ({
    zh: `${year} 年节假日安排尚未导入，仅扣除周末`,
    en: `the holidays of ${year} have not been imported; only weekends are taken off`,
  }))
}

const TYPES: Readonly<Record<string, TableDay['dayType']>> = {
  off: 'off',
  休: 'off',
  放假: 'off',
  working_weekend: 'working_weekend',
  班: 'working_weekend',
  上班: 'working_weekend',
  调休上班: 'working_weekend',
}

/** The days of a table of one year, or every fault of it, each with its line. */
export function readTable(
  year: number,
  rows: readonly TableRow[],
): { readonly days: readonly TableDay[]; readonly faults: readonly FieldFault[] } {
  const faults = rows.flatMap((row, at) =>
    [...faultsOfRow(year, row), ...(rows.findIndex(({ day }) => day === row.day) < at ? [TWICE(row.day)] : [])].map((message) => ({
      path: `rows.${at}`,
      message: { zh: `第 ${at + 1} 行：${message.zh}`, en: `line ${at + 1}: ${message.en}` },
    })),
  )
  const days = rows.map(({ day, type, name }) => ({ day, dayType: TYPES[type] ?? 'off', title: name }))
  return { days, faults }
}

const TWICE = (day: string): Words => ({ zh: `${day} 前面已有`, en: `${day} stands above already` })

function faultsOfRow(year: number, { day, type, name }: TableRow): readonly Words[] {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) === true
  const kind = TYPES[type]
  const weekday = isDay ? new Date(`${day}T00:00:00Z`).getUTCDay() : undefined
  return [
    ...say(!isDay, `“${day}”不是日期，应如 ${year}-10-01`, `“${day}” is no day; expected one such as ${year}-10-01`),
    ...say(isDay && !day.startsWith(`${year}-`), `${day} 不在 ${year} 年`, `${day} does not lie in ${year}`),
    ...say(!kind, `类型“${type}”应为“放假”或“调休上班”`, `the type “${type}” should be off or working_weekend`),
    ...say(
      kind === 'working_weekend' && weekday !== undefined && weekday !== 0 && weekday !== 6,
      `${day} 不是周末，无须调休上班`,
      `${day} is no weekend and is worked on anyway`,
    ),
    ...say(name === '', '缺名称', 'it has no name'),
  ]
}

function say(stands: boolean, zh: string, en: string): readonly Words[] {
  return stands ? [{ zh, en }] : []
}
