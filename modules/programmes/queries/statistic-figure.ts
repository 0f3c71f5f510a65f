import type { Figure } from '#contract/figures.ts'
import { endOfDay } from '#engine/define/period.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Words } from '#engine/define/words.ts'
import type { Asked } from '#engine/store/query.ts'
import { areaTitles } from '#modules/directory/index.ts'
import { today } from '#platform/clock/clock.ts'
import { forecastOfStatistic, lightOfStatistic } from '../rules/statistic-standing.ts'
import { type HeldTarget, targetOf } from './held-target.ts'
import { type Statistics, type StatisticValue, statisticsOf } from './statistics.ts'

/** An indicator whose values are published, against its target; nothing when there is no such indicator. */
export async function statisticFigure({ store }: Pick<Asked, 'store'>, code: string, asOf?: string): Promise<Figure | Refusal | undefined> {
  const found = (await statisticsOf(store, [code], asOf)).get(code)
  if (!found) return undefined
  if (!found.latest) return noneYet(found)
  const day = asOf ?? today(store.clock, store.timeZone)
  const [held, titles] = await Promise.all([targetOf(store, code, asOf && endOfDay(asOf, store.timeZone)), areaTitles(store)])
  const { latest, series, areas, title, unit, meaning } = found
  const named = (each: StatisticValue) => ({ ...each, areaTitle: titles.get(each.area) ?? each.area })
  return {
    indicator: { code, title, unit: { zh: unit, en: unit }, register: 'statistic', ruleVersion: 1, rule: [ruleWords(meaning)] },
    counted: 'value',
    period: { code: 'all', title: { zh: '最新公布', en: 'As last published' }, from: null, to: null },
    asOf: { day, now: asOf === undefined },
    target: held?.target ?? null,
    measures: [{ measure: 'value', title: { zh: '公布值', en: 'As published' }, value: latest.value, detail: false }],
    value: latest.value,
    settings: [],
    parts: [],
    light: held ? lightOfStatistic(latest, heldAs(held), unit, day) : null,
    path: null,
    forecast: held ? forecastOfStatistic(series, held.until, unit) : null,
    byArea: [],
    byGroup: [],
    byMonth: [],
    statistic: { latest: named(latest), series: series.map(named), areas: areas.map(named) },
    restated: { period: null, months: [] },
    computedAt: store.clock.now().toISOString(),
  }
}

function heldAs({ target, baseline, from, until }: HeldTarget) {
  return { value: Number(target.value), comparator: target.comparator, baseline: baseline === null ? null : Number(baseline), from, until }
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
