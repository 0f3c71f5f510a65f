import type { Figure } from '#contract/figures.ts'

const MONTHS = 12

/** The twelve months up to that of a day, each with its own figure; a month in which nothing counted is 0. */
export function lastMonths(byMonth: Figure['byMonth'], day: string): readonly { readonly month: string; readonly value: string }[] {
  const own = new Map(byMonth.map(({ month, value }) => [month, value]))
  const [year = 0, at = 0] = day.split('-').map(Number)
  return Array.from({ length: MONTHS }, (_, place) => {
    const month = new Date(Date.UTC(year, at - MONTHS + place, 1)).toISOString().slice(0, 7)
    return { month, value: own.get(month) ?? '0' }
  })
}
