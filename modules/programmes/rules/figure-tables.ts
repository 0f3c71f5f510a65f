import type { Figure } from '#contract/figures.ts'
import { cityOf, isProvince } from '#engine/define/area-code.ts'
import { addDecimals, negated } from '#engine/define/decimals.ts'
import type { FigureCell } from '#engine/derive/contributions.ts'
import type { SignedMeasure } from '#engine/derive/counted-with.ts'

export interface NamedArea {
  readonly code: string
  readonly title: string
  readonly level: string
}

/** The province's figure of each measure. */
export function sumsByMeasure(cells: readonly FigureCell[], measures: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    measures.map((measure) => [measure, addDecimals(cells.filter((cell) => cell.measure === measure).map(({ amount }) => amount))]),
  )
}

/**
 * One row a city in GB/T 2260 order, then 省直 for what belongs to no city, so that the rows add up to the province.
 * A city that is no longer in the list of areas keeps its row under its code as long as something counts there.
 */
export function rowsByArea(cells: readonly FigureCell[], areas: readonly NamedArea[], measures: readonly string[]): Figure['byArea'] {
  const province = areas.find(({ level }) => level === 'province')
  const cities = areas.filter(({ level }) => level === 'city')
  const known = new Set(cities.map(({ code }) => code))
  const strays = [...new Set(cells.map(({ area }) => cityOf(area)))].filter((code) => !known.has(code) && !isProvince(code))
  const rows = [...cities, ...strays.map((code) => ({ code, title: code }))].sort((a, b) => (a.code < b.code ? -1 : 1))
  return [
    ...rows.map(({ code, title }) => ({
      area: code,
      title,
      values: sumsByMeasure(
        cells.filter((cell) => cityOf(cell.area) === code),
        measures,
      ),
    })),
    ...(province
      ? [
          {
            area: province.code,
            title: '省直',
            values: sumsByMeasure(
              cells.filter((cell) => isProvince(cell.area)),
              measures,
            ),
          },
        ]
      : []),
  ]
}

/** Each month of a measure with its own and the running total; months without change between the first and the last are shown as 0. */
export function rowsByMonth(cells: readonly FigureCell[], measure: string): Figure['byMonth'] {
  const own = cells.filter((cell) => cell.measure === measure)
  const months = own.map(({ month }) => month).sort()
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return []
  let running = '0'
  return monthsBetween(first, last).map((month) => {
    const value = addDecimals(own.filter((cell) => cell.month === month).map(({ amount }) => amount))
    running = addDecimals([running, value])
    return { month, value, running }
  })
}

/** The cells of what is held against the target, as cells of the counted measure. */
export function heldCells(cells: readonly FigureCell[], counted: string, signs: readonly SignedMeasure[]): readonly FigureCell[] {
  return signs.flatMap(({ measure, sign }) =>
    cells
      .filter((cell) => cell.measure === measure)
      .map((cell) => ({ ...cell, measure: counted, amount: sign === 1 ? cell.amount : negated(cell.amount) })),
  )
}

function monthsBetween(first: string, last: string): readonly string[] {
  const months: string[] = []
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month)
  return months
}

function nextMonth(month: string): string {
  const [year = 0, at = 0] = month.split('-').map(Number)
  return at === 12 ? `${year + 1}-01` : `${year}-${String(at + 1).padStart(2, '0')}`
}
