import type { Figure, Overview } from '#contract/figures.ts'
import { addDecimals, negated } from '#engine/define/decimals.ts'
import { endOfDay } from '#engine/define/period.ts'
import { signsOf } from '#engine/derive/counted-with.ts'
import { engineTable, type Store } from '#engine/store/context.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { countedIndicators } from '#modules/plans/index.ts'

/** What was recorded after the end of a day, of every indicator and measure. */
export interface Recorded {
  readonly since: string
  readonly sums: ReadonlyMap<string, string>
  readonly store: Store
}

/** One statement for all indicators, by the instants at which contributions were recorded. */
export async function recordedSince(store: Store, since: string, asOf: string | undefined): Promise<Recorded> {
  const text = `select indicator, rule_version as version, measure, sum(amount)::text as amount from ${engineTable(store, 'contribution')}
    where recorded_at > $1 and ($2::timestamptz is null or recorded_at <= $2) group by 1, 2, 3 having sum(amount) <> 0`
  const rows = await ask(poolReader(store), text, [endOfDay(since, store.timeZone), asOf ? endOfDay(asOf, store.timeZone) : null])
  return {
    since,
    store,
    sums: new Map(
      rows.map((row) => [keyOf(String(row['indicator']), Number(row['version']), String(row['measure'])), String(row['amount'])]),
    ),
  }
}

/** What it changed in one figure. */
export function weekOf(
  { indicator, settings }: Pick<Figure, 'indicator' | 'settings'>,
  { since, sums, store }: Recorded,
): Overview['tiles'][number]['week'] {
  const { rule } = countedIndicators(store.catalogue).find(({ code }) => code === indicator.code)!
  const of = (measure: string) => sums.get(keyOf(indicator.code, rule.version, measure)) ?? '0'
  const choices = Object.fromEntries(settings.map(({ setting, choice }) => [setting, choice]))
  return {
    since,
    value: addDecimals(signsOf(rule, choices).map(({ measure, sign }) => (sign === 1 ? of(measure) : negated(of(measure))))),
    measures: Object.keys(rule.measures).flatMap((measure) => (of(measure) === '0' ? [] : [{ measure, value: of(measure) }])),
  }
}

/** The day so many days before another. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}

const keyOf = (indicator: string, version: number, measure: string) => `${indicator}\n${version}\n${measure}`
