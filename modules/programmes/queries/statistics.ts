import { isProvince } from '#engine/define/area-code.ts'
import { endOfDay, parsePeriod } from '#engine/define/period.ts'
import type { Words } from '#engine/define/words.ts'
import { asKnown } from '#engine/store/as-known.ts'
import { pastTableOf, type Store, tableOf } from '#engine/store/context.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { orgUnit } from '#modules/directory/index.ts'
import { today } from '#platform/clock/clock.ts'
import { statistic } from '../registers/statistic.register.ts'
import { statisticalIndicator } from '../registers/statistical-indicator.register.ts'
import type { Accrual, Frequency } from '../rules/statistic-settings.ts'
import { soFar, USUAL_JUDGING } from '../rules/statistic-standing.ts'

/** One published value of an indicator. */
export interface StatisticValue {
  readonly id: string
  readonly area: string
  readonly period: string
  readonly value: string
  readonly source: string
  readonly sourceNo: string | null
  readonly knownOn: string
}

/** A statistical indicator with the values known on a day; of a period that was revised, the one published last. */
export interface Statistics {
  readonly code: string
  readonly title: Words
  readonly unit: string
  readonly meaning: string | null
  readonly settings: StatisticSettings
  /** Of the province, by period. */
  readonly series: readonly StatisticValue[]
  /** The last of the province; of figures that are added up the sum of its year. */
  readonly latest: StatisticValue | undefined
  /** Of other areas, each with its latest. */
  readonly areas: readonly StatisticValue[]
}

/** What somebody has chosen for an indicator, as it stood on the day; null where nobody has. */
export interface StatisticSettings {
  /** Of the entry in the register of statistical indicators. */
  readonly id: string
  readonly publisher: string | null
  readonly frequency: Frequency | null
  readonly dueDays: number | null
  readonly accrual: Accrual | null
  readonly decimals: number | null
  readonly baselinePeriod: string | null
  readonly onTrackPercent: number | null
  readonly atRiskPercent: number | null
  readonly enteredBy: string | null
  readonly confirmedBy: 'head' | 'leader' | null
}

/** The statistical indicators with these codes, by code; a code that is none is left out. */
export async function statisticsOf(store: Store, codes: readonly string[], asOf?: string): Promise<ReadonlyMap<string, Statistics>> {
  if (codes.length === 0) return new Map()
  const reader = poolReader(store)
  const [indicators, values] = await Promise.all([
    ask(
      reader,
      // Named as it is now; its settings and unit as they were known then, a day before it was entered knows none.
      `select known.*, own.id, own.code, own.title, own.title_en as "titleEn", own.meaning, coalesce(known.unit, own.unit) as unit, unit.title as "enteredByTitle"
        from ${tableOf(store, statisticalIndicator)} own left join ${asKnown(store, statisticalIndicator, '$2')} known on known.id = own.id
        left join ${tableOf(store, orgUnit)} unit on unit.id = known."enteredBy" where own.code = any($1) order by own.code`,
      [codes, asOf ? endOfDay(asOf, store.timeZone) : null],
    ),
    ask(
      reader,
      knownValues(store, asOf),
      asOf ? [codes, asOf, endOfDay(asOf, store.timeZone)] : [codes, today(store.clock, store.timeZone)],
    ),
  ])
  return new Map(
    indicators.map((row) => {
      const code = String(row['code'])
      const own = values
        .filter((each) => each['code'] === code)
        .map(valueOf)
        .toSorted(byPeriod)
      const series = own.filter(({ area }) => isProvince(area))
      const others = new Map(own.filter(({ area }) => !isProvince(area)).map((each) => [each.area, each]))
      const title = { zh: String(row['title']), en: String(row['titleEn'] ?? row['title']) }
      const areas = [...others.values()].toSorted((a, b) => a.area.localeCompare(b.area))
      const said = { code, title, unit: text(row['unit']) ?? '', meaning: text(row['meaning']), settings: settingsOf(row) }
      const last = series.at(-1)
      const latest = last && { ...last, ...soFar(series, said.settings.accrual ?? USUAL_JUDGING.accrual) }
      return [code, { ...said, series, latest, areas }]
    }),
  )
}

function settingsOf(row: Readonly<Record<string, unknown>>): StatisticSettings {
  const whole = (field: string) => (row[field] === null || row[field] === undefined ? null : Number(row[field]))
  return {
    id: String(row['id']),
    publisher: text(row['publisher']),
    frequency: text(row['frequency']) as Frequency | null, // one of the codes of its field
    dueDays: whole('dueDays'),
    accrual: text(row['accrual']) as Accrual | null, // one of the codes of its field
    decimals: whole('decimals'),
    baselinePeriod: text(row['baselinePeriod']),
    onTrackPercent: whole('onTrackPercent'),
    atRiskPercent: whole('atRiskPercent'),
    enteredBy: text(row['enteredByTitle']),
    confirmedBy: text(row['confirmedBy']) as StatisticSettings['confirmedBy'], // one of the codes of its field
  }
}

/** The values of some indicators as they are known today, each with its indicator's code and unit. */
export async function publishedValues(
  store: Store,
  codes: readonly string[],
): Promise<readonly (StatisticValue & { readonly code: string; readonly unit: string })[]> {
  const found = await ask(poolReader(store), knownValues(store, undefined), [codes, today(store.clock, store.timeZone)])
  return found.map((row) => ({ ...valueOf(row), code: String(row['code']), unit: text(row['unit']) ?? '' }))
}

/** Confirmed values that were published by the day, as they stood then. */
function knownValues(store: Store, asOf: string | undefined): string {
  const columns = 'id, indicator, area, period, value, source_title, source_no, known_on, state, changed_at'
  const versions = asOf
    ? `(select ${columns} from ${tableOf(store, statistic)} where changed_at <= $3)
       union all (select ${columns} from ${pastTableOf(store, statistic)} where changed_at <= $3 and recorded_to > $3)`
    : `select ${columns} from ${tableOf(store, statistic)}`
  return `select distinct on (own.indicator, own.area, own.period) indicator.code, indicator.unit, own.id, own.area, own.period, own.value::text as value,
      own.source_title, own.source_no, own.known_on::text as known_on
    from (${versions}) as own join ${tableOf(store, statisticalIndicator)} indicator on indicator.id = own.indicator
    where indicator.code = any($1) and own.state = 'confirmed' and own.known_on <= $2
    order by own.indicator, own.area, own.period, own.known_on desc, own.changed_at desc, own.id desc`
}

function valueOf(row: Readonly<Record<string, unknown>>): StatisticValue {
  return {
    id: String(row['id']),
    area: String(row['area']),
    period: String(row['period']),
    value: plain(String(row['value'])),
    source: String(row['source_title']),
    sourceNo: text(row['source_no']),
    knownOn: String(row['known_on']),
  }
}

/** 2.310000 → 2.31. */
function plain(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal
}

/** By the day a period ends; of two that end alike the longer one is the later. */
function byPeriod(a: StatisticValue, b: StatisticValue): number {
  const [left, right] = [a, b].map(({ period }) => parsePeriod(period))
  return (left?.to ?? '').localeCompare(right?.to ?? '') || (right?.from ?? '').localeCompare(left?.from ?? '')
}

function text(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value)
}
