import type { Figure } from '#contract/figures.ts'
import { cityOf, isProvince } from '#engine/define/area-code.ts'
import { addDecimals, negated } from '#engine/define/decimals.ts'
import type { FigureCell } from '#engine/derive/contributions.ts'
import type { SignedMeasure } from '#engine/derive/counted-with.ts'
import { isInGroup, type NamedGroup } from './group-rows.ts'

export interface NamedArea {
  readonly code: string
  readonly title: string
  readonly level: string
  readonly untilOn?: string | null
}

/** The sum of each measure. */
export function sumsByMeasure(
  cells: readonly Pick<FigureCell, 'measure' | 'amount'>[],
  measures: readonly string[],
): Record<string, string> {
  const byMeasure = Map.groupBy(cells, ({ measure }) => measure)
  return Object.fromEntries(measures.map((measure) => [measure, addDecimals((byMeasure.get(measure) ?? []).map(({ amount }) => amount))]))
}

/** The same sums whatever their months: a province has some 600 of 2,000 cells, and every table by areas goes through all of them. */
export function withoutMonths(cells: readonly FigureCell[]): readonly FigureCell[] {
  const own = Map.groupBy(cells, ({ measure, area }) => `${measure} ${area}`)
  return [...own.values()].map((all) => ({ ...all[0]!, month: '', amount: addDecimals(all.map(({ amount }) => amount)) }))
}

/**
 * One row a city in GB/T 2260 order, then 省直 for what belongs to no city, so that the rows add up to the province.
 * A city that has left the province, or is no longer in the list of areas, keeps its row under the name it had and its code
 * as long as something counts there.
 */
export function rowsByArea(
  cells: readonly FigureCell[],
  areas: readonly NamedArea[],
  measures: readonly string[],
  day = LAST_DAY,
): Figure['byArea'] {
  const province = areas.find(({ level }) => level === 'province')
  const byCity = Map.groupBy(cells, ({ area }) => cityOf(area))
  const cities = citiesOn(areas, day, new Set(byCity.keys()))
  const known = new Set(cities.map(({ code }) => code))
  const strays = [...byCity.keys()].filter((code) => !known.has(code) && !isProvince(code))
  const rows = [...cities, ...strays.map((code) => ({ code, title: code }))].sort((a, b) => (a.code < b.code ? -1 : 1))
  return [
    ...rows.map(({ code, title }) => ({
      area: code,
      title,
      values: sumsByMeasure(byCity.get(code) ?? [], measures),
      zones: zonesOf(code, byCity.get(code) ?? [], areas, measures),
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
            zones: [],
          },
        ]
      : []),
  ]
}

/** 其中: the zones of a city in which something counts, under the newest name of each. */
function zonesOf(
  city: string,
  cells: readonly FigureCell[],
  areas: readonly NamedArea[],
  measures: readonly string[],
): Figure['byArea'][number]['zones'] {
  const counted = Map.groupBy(cells, ({ area }) => area)
  const zones = areas.filter(({ code, level }) => level === 'zone' && cityOf(code) === city && counted.has(code))
  const inOrder = zones.toSorted((a, b) => ((a.untilOn ?? LAST_DAY) < (b.untilOn ?? LAST_DAY) ? -1 : 1))
  const titles = [...new Map(inOrder.map(({ code, title }) => [code, title]))].sort(([a], [b]) => (a < b ? -1 : 1))
  return titles.map(([area, title]) => ({ area, title, values: sumsByMeasure(counted.get(area) ?? [], measures) }))
}

const LAST_DAY = '9999-12-31'

/** One row a code: cities valid on the day, and those before it where something counts; the name is the latest of those. */
function citiesOn(areas: readonly NamedArea[], day: string, counted: ReadonlySet<string>): readonly NamedArea[] {
  const rows = areas.filter(({ level, code, untilOn }) => level === 'city' && ((untilOn ?? LAST_DAY) >= day || counted.has(code)))
  const inOrder = rows.toSorted((a, b) => ((a.untilOn ?? LAST_DAY) < (b.untilOn ?? LAST_DAY) ? -1 : 1))
  return [...new Map(inOrder.map((row) => [row.code, row])).values()]
}

/** One row a group of areas. Groups overlap and leave areas out, so their sums do not add up to the province. */
export function rowsByGroup(cells: readonly FigureCell[], groups: readonly NamedGroup[], measures: readonly string[]): Figure['byGroup'] {
  const byArea = Map.groupBy(cells, ({ area }) => area)
  return groups.map(({ code, title, members }) => {
    const own = [...byArea].flatMap(([area, all]) => (isInGroup(area, { members }) ? all : []))
    return { group: code, title, values: sumsByMeasure(own, measures) }
  })
}

/** Each month of a measure with its own and the running total; months without change between the first and the last are shown as 0. */
export function rowsByMonth(cells: readonly FigureCell[], measure: string): Figure['byMonth'] {
  const own = Map.groupBy(
    cells.filter((cell) => cell.measure === measure),
    ({ month }) => month,
  )
  const months = [...own.keys()].sort()
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return []
  let running = '0'
  return monthsBetween(first, last).map((month) => {
    const value = addDecimals((own.get(month) ?? []).map(({ amount }) => amount))
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
