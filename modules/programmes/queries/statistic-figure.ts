import type { Figure } from '#contract/figures.ts'
import { endOfDay, parsePeriod } from '#engine/define/period.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Words } from '#engine/define/words.ts'
import type { Asked } from '#engine/store/query.ts'
import { areaTitles } from '#modules/directory/index.ts'
import { today } from '#platform/clock/clock.ts'
import { shownValue } from '../rules/statistic-settings.ts'
import { forecastOfStatistic, type Judging, lightOfStatistic, USUAL_JUDGING, unlikeUnits } from '../rules/statistic-standing.ts'
import { unitsIn } from '../rules/statistic-units.ts'
import { type HeldTarget, targetOf } from './held-target.ts'
import { type Statistics, type StatisticValue, statisticsOf } from './statistics.ts'

/** An indicator whose values are published, against its target; nothing when there is no such indicator. */
export async function statisticFigure({ store }: Pick<Asked, 'store'>, code: string, asOf?: string): Promise<Figure | Refusal | undefined> {
  const found = (await statisticsOf(store, [code], asOf)).get(code)
  if (!found) return undefined
  if (!found.latest) return noneYet(found)
  const day = asOf ?? today(store.clock, store.timeZone)
  const [held, titles] = await Promise.all([targetOf(store, code, asOf && endOfDay(asOf, store.timeZone)), areaTitles(store)])
  const { latest, series, areas, title, unit, meaning, settings } = found
  const shown = (value: string) => shownValue(value, settings.decimals)
  const named = (each: StatisticValue) => ({ ...each, value: shown(each.value), areaTitle: titles.get(each.area) ?? each.area })
  const target = held && heldAs(held, found)
  return {
    indicator: { code, title, unit: { zh: unit, en: unit }, register: 'statistic', ruleVersion: 1, rule: [ruleWords(meaning)] },
    counted: 'value',
    period: { code: 'all', title: { zh: '最新公布', en: 'As last published' }, from: null, to: null },
    asOf: { day, now: asOf === undefined },
    target: held?.target ?? null,
    measures: [{ measure: 'value', title: { zh: '公布值', en: 'As published' }, value: shown(latest.value), detail: false }],
    value: shown(latest.value),
    settings: [],
    parts: [],
    light: held ? (target ? lightOfStatistic(latest, target, judgingOf(found), day) : unlikeUnits(held.target.unit, unit)) : null,
    path: null,
    forecast: target ? forecastOfStatistic(series, target.until, unit) : null,
    byArea: [],
    byGroup: [],
    byMonth: [],
    statistic: { latest: named(latest), series: series.map(named), areas: areas.map(named), settings },
    restated: { period: null, months: [] },
    computedAt: store.clock.now().toISOString(),
  }
}

/** The target in the unit of the indicator, its pace from the baseline that the settings name; undefined when the units measure other things. */
function heldAs({ target, baseline, from, until }: HeldTarget, { unit, series, settings: { baselinePeriod } }: Statistics) {
  const scale = unitsIn(target.unit, unit)
  if (scale === undefined) return undefined
  const chosen = baselinePeriod === null ? undefined : series.findLast(({ period }) => period === baselinePeriod)
  return {
    value: Number(target.value) * scale,
    comparator: target.comparator,
    baseline: chosen ? Number(chosen.value) : baseline === null ? null : Number(baseline) * scale,
    from: chosen ? (parsePeriod(chosen.period)?.to ?? from) : from,
    until,
  }
}

function judgingOf({ unit, settings: { accrual, onTrackPercent, atRiskPercent } }: Statistics): Judging {
  const onTrack = onTrackPercent === null ? USUAL_JUDGING.onTrack : onTrackPercent / 100
  const atRisk = atRiskPercent === null ? USUAL_JUDGING.atRisk : atRiskPercent / 100
  return { unit, accrual: accrual ?? USUAL_JUDGING.accrual, onTrack, atRisk: Math.min(atRisk, onTrack) }
}

function ruleWords(meaning: string | null): Words {
  const said = '按来源文件公布的数值，同一统计期有修订的以最后公布的为准'
  return {
    zh: meaning === null ? said : `${meaning}；${said}`,
    en: 'the value that the source document published; of a revised period the one published last',
  }
}

function noneYet({ title }: Statistics): Refusal {
  return refuse(
    'not_found',
    'statistic.none',
    `“${title.zh}”按统计数据跟踪，还没有已确认的数值；请在台账“统计数据”中录入并由处长确认`,
    `“${title.en}” is followed by statistics, and no confirmed value is known; enter one in the register of statistics and have the head confirm it`,
  )
}
