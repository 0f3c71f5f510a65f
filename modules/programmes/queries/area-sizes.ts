import type { Store } from '#engine/store/context.ts'
import { areaTitles } from '#modules/directory/index.ts'
import type { AreaSize, AreaSizes } from '#policy-text/index.ts'
import { publishedValues } from './statistics.ts'

/** The statistical indicators by which plans of areas of unlike size are compared. */
const SIZES = { population: 'resident_population', gdp: 'gdp' } as const

const IN_BASE: Readonly<Record<string, number>> = { 人: 1, 万人: 1e4, 元: 1, 万元: 1e4, 亿元: 1e8, 万亿元: 1e12 }
const A_YEAR = /^\d{4}$/

/** The sizes of an area, and its code. */
export interface AreaOfCode extends AreaSizes {
  readonly code: string
}

/** Every area with its population and gross regional product by year, as confirmed statistics give them. */
export async function areaSizes(store: Store): Promise<readonly AreaOfCode[]> {
  const [titles, values] = await Promise.all([areaTitles(store), publishedValues(store, Object.values(SIZES))])
  const of = (area: string, wanted: string): readonly AreaSize[] =>
    values.flatMap(({ code, unit, area: own, period, value }) => {
      const factor = IN_BASE[unit]
      if (code !== wanted || own !== area || factor === undefined || !A_YEAR.test(period)) return []
      return [{ year: period, value: Number(value) * factor, printed: `${value}${unit}` }]
    })
  return [...titles].map(([code, area]) => ({ code, area, population: of(code, SIZES.population), gdp: of(code, SIZES.gdp) }))
}
