import type { Figure, Overview } from '#contract/figures.ts'
import { cityOf } from '#engine/define/area-code.ts'
import { endOfDay } from '#engine/define/period.ts'
import { countedWith } from '#engine/derive/counted-with.ts'
import { engineTable, type Store } from '#engine/store/context.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { countedIndicators } from '#modules/plans/index.ts'
import { sumsByMeasure } from '../rules/figure-tables.ts'

/** What was recorded after the end of a day, of every indicator and measure. */
export interface Recorded {
  readonly since: string
  readonly changes: ReadonlyMap<string, readonly Change[]>
  readonly store: Store
}

interface Change {
  readonly measure: string
  readonly area: string
  readonly amount: string
}

/** One statement for all indicators and areas, by the instants at which contributions were recorded. */
export async function recordedSince(store: Store, since: string, asOf: string | undefined): Promise<Recorded> {
  const text = `select indicator, rule_version as version, measure, area, sum(amount)::text as amount from ${engineTable(store, 'contribution')}
    where recorded_at > $1 and ($2::timestamptz is null or recorded_at <= $2) group by 1, 2, 3, 4 having sum(amount) <> 0`
  const rows = await ask(poolReader(store), text, [endOfDay(since, store.timeZone), asOf ? endOfDay(asOf, store.timeZone) : null])
  const changes = Map.groupBy(
    rows.map((row) => ({
      key: keyOf(String(row['indicator']), Number(row['version'])),
      measure: String(row['measure']),
      area: String(row['area']),
      amount: String(row['amount']),
    })),
    ({ key }) => key,
  )
  return { since, store, changes }
}

/** What it changed in one figure: in the whole province, and in each city and zone as they stand in its rows. */
export function weekOf(
  { indicator, settings, byArea }: Pick<Figure, 'indicator' | 'settings' | 'byArea'>,
  { since, changes, store }: Recorded,
): Overview['tiles'][number]['week'] {
  const { rule } = countedIndicators(store.catalogue).find(({ code }) => code === indicator.code)!
  const own = changes.get(keyOf(indicator.code, rule.version)) ?? []
  const measures = Object.keys(rule.measures)
  const sums = sumsByMeasure(own, measures)
  const choices = Object.fromEntries(settings.map(({ setting, choice }) => [setting, choice]))
  const inCities = Map.groupBy(own, ({ area }) => cityOf(area))
  const areas = byArea.flatMap(({ area, zones }) => [
    { area, changes: inCities.get(area) ?? [] },
    ...zones.map((zone) => ({ area: zone.area, changes: own.filter((change) => change.area === zone.area) })),
  ])
  return {
    since,
    value: countedWith(rule, sums, choices),
    measures: measures.flatMap((measure) => (sums[measure] === '0' ? [] : [{ measure, value: sums[measure]! }])),
    areas: areas.flatMap(({ area, changes }) => (changes.length === 0 ? [] : [{ area, values: sumsByMeasure(changes, measures) }])),
  }
}

/** The day so many days before another. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}

const keyOf = (indicator: string, version: number) => `${indicator}\n${version}`
