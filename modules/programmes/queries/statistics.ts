import { isProvince } from '#engine/define/area-code.ts'
import { endOfDay, parsePeriod } from '#engine/define/period.ts'
import type { Words } from '#engine/define/words.ts'
import { pastTableOf, type Store, tableOf } from '#engine/store/context.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { today } from '#platform/clock/clock.ts'
import { statistic } from '../registers/statistic.register.ts'
import { statisticalIndicator } from '../registers/statistical-indicator.register.ts'

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
  /** Of the province, by period. */
  readonly series: readonly StatisticValue[]
  readonly latest: StatisticValue | undefined
  /** Of other areas, each with its latest. */
  readonly areas: readonly StatisticValue[]
}

/** The statistical indicators with these codes, by code; a code that is none is left out. */
export async function statisticsOf(store: Store, codes: readonly string[], asOf?: string): Promise<ReadonlyMap<string, Statistics>> {
  if (codes.length === 0) return new Map()
  const reader = poolReader(store)
  const [indicators, values] = await Promise.all([
    ask(
      reader,
      `select code, title, title_en, unit, meaning from ${tableOf(store, statisticalIndicator)} where code = any($1) order by code`,
      [codes],
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
      const title = { zh: String(row['title']), en: String(row['title_en'] ?? row['title']) }
      const areas = [...others.values()].toSorted((a, b) => a.area.localeCompare(b.area))
      return [code, { code, title, unit: text(row['unit']) ?? '', meaning: text(row['meaning']), series, latest: series.at(-1), areas }]
    }),
  )
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
