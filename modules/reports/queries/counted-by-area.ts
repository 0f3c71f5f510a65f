import type { PlaceFigure } from '#contract/reports.ts'
import { cityOf } from '#engine/define/area-code.ts'
import { type Period, parsePeriod } from '#engine/define/period.ts'
import type { Store } from '#engine/store/context.ts'
import { allAreas } from '#modules/directory/index.ts'
import { countedIndicators } from '#modules/plans/index.ts'
import { aroundFigures, figureOf } from '#modules/programmes/index.ts'

/** What one city or zone sees of itself: counted, nothing typed. */
export interface PlaceFigures {
  readonly area: string
  readonly title: string
  readonly figures: readonly PlaceFigure[]
}

/** Every city and zone that is valid on the day, in GB/T 2260 order, with its counted figures; `frozen` reads one snapshot. */
export async function countedByArea(frozen: Store, period: Period, asOf: string): Promise<readonly PlaceFigures[]> {
  const places = (await allAreas(frozen)).filter(
    ({ level, fromOn, untilOn }) =>
      (level === 'city' || level === 'zone') && String(fromOn ?? '') <= asOf && (untilOn === null || String(untilOn) >= asOf),
  )
  const around = aroundFigures(frozen, asOf)
  const told: { readonly total: Told; readonly quarter: Told }[] = []
  for (const found of countedIndicators(frozen.catalogue))
    told.push({
      total: await figureOf({ store: frozen }, found, parsePeriod(`to:${period.to}`)!, around),
      quarter: await figureOf({ store: frozen }, found, period, around),
    })
  return places.map(({ code, title }) => ({
    area: String(code),
    title: String(title),
    figures: told.map(({ total, quarter }): PlaceFigure => {
      const { code: indicator, title: words, unit } = total.indicator
      const of = (figure: Told, measure: string) => valueAt(figure.byArea, String(code), measure)
      return {
        code: indicator,
        title: words.zh,
        unit: unit.zh,
        total: of(total, total.counted),
        quarter: of(quarter, quarter.counted),
        reserve: of(total, 'reserve'),
        underway: of(total, 'underway'),
      }
    }),
  }))
}

type Told = Awaited<ReturnType<typeof figureOf>>

function valueAt(rows: Told['byArea'], area: string, measure: string): string {
  const city = rows.find((row) => row.area === cityOf(area))
  const row = city?.area === area ? city : city?.zones.find((zone) => zone.area === area)
  return row?.values[measure] ?? '0'
}
