import { isDeepStrictEqual } from 'node:util'
import { type Figure, figureInput, type Overview } from '#contract/figures.ts'
import { inWords } from '#engine/access/in-words.ts'
import { daysOf } from '#engine/define/counting.ts'
import { endOfDay, type Period, parsePeriod } from '#engine/define/period.ts'
import { type Refusal, refuse } from '#engine/define/refusal.ts'
import type { Words } from '#engine/define/words.ts'
import type { FigureCell } from '#engine/derive/contributions.ts'
import { countedWith, signsOf } from '#engine/derive/counted-with.ts'
import { asKnown } from '#engine/store/as-known.ts'
import { ledgerTables, type Store, tableOf } from '#engine/store/context.ts'
import type { FigureQuestion } from '#engine/store/figure-question.ts'
import { figureCells, isInTotals } from '#engine/store/figures.ts'
import { kept } from '#engine/store/kept.ts'
import { type Asked, query } from '#engine/store/query.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { rememberedAnswer } from '#engine/store/remembered.ts'
import { allAreas, area, areaGroup, groupsOn, person } from '#modules/directory/index.ts'
import { type CountedIndicator, countedIndicators, plan, policyDocument, target } from '#modules/plans/index.ts'
import { today } from '#platform/clock/clock.ts'
import { figureSetting } from '../registers/figure-setting.register.ts'
import { heldCells, type NamedArea, rowsByArea, rowsByGroup, rowsByMonth, sumsByMeasure, withoutMonths } from '../rules/figure-tables.ts'
import { type Light, lightOf } from '../rules/light.ts'
import { forecastOf, pathTo } from '../rules/pace.ts'
import { partFigure } from '../rules/settings.ts'
import { type HeldTarget, targetOf } from './held-target.ts'
import { daysBefore, recordedSince, weekOf } from './recorded-since.ts'
import { restatedIn, restatingRows } from './restated.ts'
import { shownSettings } from './settings.ts'
import { decidedSettings } from './standing.ts'
import { statisticFigure } from './statistic-figure.ts'

const INSIDE = { always: true }
const DAYS_OF_WEEK = 7

/** One counted indicator against its target: by area, by month, for a period and as of a day. */
export const figure = query({
  name: 'programmes.figure',
  label: { zh: '指标', en: 'Figure' },
  input: figureInput,
  right: INSIDE,
  async run(asked, { indicator, period: code, asOf }) {
    const found = countedIndicators(asked.store.catalogue).find((each) => each.code === indicator)
    if (!found) return (await statisticFigure(asked, indicator, asOf)) ?? unknownIndicator(indicator)
    const period = parsePeriod(code ?? 'all')
    if (!period) return badPeriod(code ?? '')
    const before = figures(asked.store).get(keyOf(asked.store, found, period, asOf))?.told
    // Settings hardly ever change, so what restates the figure is asked for beside it, by those that held last.
    const early = before && restatingRows(asked.store, found, period, before)
    early?.catch(() => {}) // told where it is waited for
    const told = await figureOf(asked, found, period, aroundFigures(asked.store, asOf))
    const rows = isDeepStrictEqual(before?.settings, told.settings) ? early : undefined
    return { ...told, restated: await restatedIn(asked, found, period, told, rows) } satisfies Figure
  },
})

/** Every counted indicator as a tile. */
export const overview = query({
  name: 'programmes.overview',
  label: { zh: '总览', en: 'Overview' },
  input: figureInput.pick({ asOf: true }),
  right: INSIDE,
  async run(asked, { asOf }) {
    const { store } = asked
    const around = aroundFigures(store, asOf)
    const [all, week] = await Promise.all([
      Promise.all(countedIndicators(store.catalogue).map((each) => figureOf(asked, each, parsePeriod('all')!, around))),
      recordedSince(store, daysBefore(asOf ?? today(store.clock, store.timeZone), DAYS_OF_WEEK), asOf),
    ])
    const tiles = all.map(({ period: _all, asOf: _day, byGroup: _groups, statistic: _none, computedAt: _instant, ...tile }) => ({
      ...tile,
      week: weekOf(tile, week),
    }))
    return { tiles, computedAt: store.clock.now().toISOString() } satisfies Overview
  },
})

/** What figures are held against and named by, as of a day: the same object until something of it changes. */
interface Beside {
  readonly areas: readonly NamedArea[]
  readonly groups: Awaited<ReturnType<typeof groupsOn>>
  readonly decided: Awaited<ReturnType<typeof decidedSettings>>
  /** By indicator, from the first question on. */
  readonly targets: Map<string, Promise<Targets>>
}

interface Targets {
  readonly held: HeldTarget | undefined
  readonly ofParts: ReadonlyMap<string, string>
}

/** What all figures as of a day share, asked for once however many there are. */
export interface Around {
  readonly asOf: string | undefined
  readonly beside: () => Promise<Beside>
}

/** Areas, groups of areas, settings and targets, from the first figure on that needs them. */
export function aroundFigures(store: Store, asOf: string | undefined): Around {
  let asked: Promise<Beside> | undefined
  return { asOf, beside: () => (asked ??= besideFigures(store, asOf)) }
}

const BESIDE = [area, areaGroup, figureSetting, person, plan, policyDocument, target]

function besideFigures(store: Store, asOf: string | undefined): Promise<Beside> {
  const day = asOf ?? today(store.clock, store.timeZone)
  return rememberedAnswer(store, {
    tables: BESIDE.map((register) => tableOf(store, register)),
    key: JSON.stringify(['beside figures', asOf ?? null, day]),
    work: async () => {
      const [areas, groups, decided] = await Promise.all([
        allAreas(store) as Promise<readonly unknown[]> as Promise<readonly NamedArea[]>,
        groupsOn(store, day),
        decidedSettings(store, asOf),
      ])
      return { areas, groups, decided, targets: new Map() }
    },
  })
}

async function targetsBeside(store: Store, { targets }: Beside, found: CountedIndicator, asOf: string | undefined): Promise<Targets> {
  const known = targets.get(found.code)
  if (known) return known
  const until = asOf && endOfDay(asOf, store.timeZone)
  const asked = Promise.all([targetOf(store, found.code, until), targetsOfParts(store, found, until)])
  const told = asked.then(([held, ofParts]) => ({ held, ofParts }))
  targets.set(found.code, told)
  told.catch(() => targets.delete(found.code))
  return told
}

type Told = Omit<Figure, 'restated' | 'computedAt'>

interface KeptFigure {
  readonly cells: readonly FigureCell[]
  readonly beside: Beside
  readonly told: Told
}

const MOST_KEPT = 100
const figures = kept((_store: Store) => new Map<string, KeptFigure>())

/**
 * The figure of one indicator: what counts, what it is held against, and by which settings. What counts and what stands beside it are asked for at
 * once, each known by whether it is still the same object: an entry that is published leaves areas, settings and targets as they were.
 */
export async function figureOf(
  { store }: Pick<Asked, 'store'>,
  found: CountedIndicator,
  period: Period,
  around: Around,
): Promise<Omit<Figure, 'restated'>> {
  const [cells, beside] = await Promise.all([cellsOf(store, found, period, around.asOf), around.beside()])
  const key = keyOf(store, found, period, around.asOf)
  const known = figures(store)
  const before = known.get(key)
  const isSame = before?.cells === cells && before.beside === beside
  const told = isSame ? before.told : await workedOut(store, found, period, { asOf: around.asOf, cells, beside })
  known.delete(key)
  known.set(key, { cells, beside, told })
  if (known.size > MOST_KEPT) known.delete(known.keys().next().value!)
  return { ...told, computedAt: store.clock.now().toISOString() }
}

/** A figure of now is another on the next day: its light and its areas are. */
function keyOf({ clock, timeZone }: Store, { code, rule }: CountedIndicator, period: Period, asOf: string | undefined): string {
  return JSON.stringify([code, rule.version, period.code, asOf ?? null, asOf ?? today(clock, timeZone)])
}

/** Cells of now are kept by whom they come from; what was known on a past day is remembered here. */
function cellsOf(store: Store, { code, rule }: CountedIndicator, period: Period, asOf: string | undefined): Promise<readonly FigureCell[]> {
  const question: FigureQuestion = {
    indicator: code,
    ruleVersion: rule.version,
    from: period.from ?? undefined,
    to: period.to ?? undefined,
    asOf: asOf && endOfDay(asOf, store.timeZone),
  }
  if (isInTotals(question)) return figureCells(store, question)
  return rememberedAnswer(store, {
    tables: ledgerTables(store),
    key: JSON.stringify(['cells', question]),
    work: () => figureCells(store, question),
  })
}

interface Parts {
  readonly asOf: string | undefined
  readonly cells: readonly FigureCell[]
  readonly beside: Beside
}

async function workedOut(store: Store, found: CountedIndicator, period: Period, { asOf, cells, beside }: Parts): Promise<Told> {
  const { code, register, rule } = found
  const day = today(store.clock, store.timeZone)
  const { areas, groups, decided } = beside
  const { held, ofParts: partTargets } = await targetsBeside(store, beside, found, asOf)
  const measures = Object.keys(rule.measures)
  const inAreas = withoutMonths(cells)
  const sums = sumsByMeasure(inAreas, measures)
  const settings = shownSettings(found, decided)
  const choices = Object.fromEntries(settings.map(({ setting, choice }) => [setting, choice]))
  const value = countedWith(rule, sums, choices)
  const byMonth = rowsByMonth(heldCells(cells, rule.counted, signsOf(rule, choices)), rule.counted)
  return {
    indicator: { code, title: rule.title, unit: rule.unit, register, ruleVersion: rule.version, rule: ruleWords(store, register, rule) },
    counted: rule.counted,
    period: { code: period.code, title: period.title, from: period.from, to: period.to },
    asOf: { day: asOf ?? day, now: asOf === undefined },
    target: held?.target ?? null,
    measures: measures.map((measure) => ({
      measure,
      title: rule.measures[measure]!,
      value: sums[measure]!,
      detail: rule.details?.includes(measure) ?? false,
    })),
    value,
    settings,
    parts: Object.entries(rule.parts ?? {}).map(([part, { title, measures: own }]) => {
      return { part, title, value: partFigure(rule, sums, part), target: partTargets.get(part) ?? null, measures: [...own] }
    }),
    // A quarter's own figure is not held against the target of the whole plan.
    light: held && period.from === null ? lightFor(held, value, asOf ?? day, rule.unit) : null,
    ...paceFor(period.from === null ? held : undefined, value, byMonth, asOf ?? day, rule.unit),
    byArea: rowsByArea(inAreas, areas, measures, asOf ?? day),
    byGroup: rowsByGroup(inAreas, groups, measures),
    byMonth,
    statistic: null,
  }
}

function ruleWords(store: Store, name: string, rule: CountedIndicator['rule']): Words[] {
  const register = store.catalogue.need(name)
  return rule.terms.map(({ measure, when, countsOn, amount = 1 }) => {
    const title = rule.measures[measure]!
    const labels = daysOf({ countsOn }).map((day) => register.fields[day]?.label ?? { zh: '录入日期', en: 'date entered' })
    const label = { zh: labels.map(({ zh }) => zh).join('、'), en: labels.map(({ en }) => en).join(', ') }
    const words = inWords(when, register)
    return amount > 0
      ? { zh: `${title.zh}：${words.zh}；按${label.zh}计入`, en: `${title.en}: ${words.en}; counted by ${label.en}` }
      : { zh: `${title.zh}：${words.zh}；自${label.zh}起减去`, en: `${title.en}: ${words.en}; taken off by ${label.en}` }
  })
}

/** What the latest confirmed plan asks of each named part. */
async function targetsOfParts(
  store: Store,
  { code, rule }: CountedIndicator,
  asOf: string | undefined,
): Promise<ReadonlyMap<string, string>> {
  if (!rule.parts) return new Map()
  const text = `select distinct on (part) part, low from ${asKnown(store, target, '$2')} target
    where indicator = $1 and part is not null and state = 'active' and low is not null and relation is distinct from 'restated'
    order by part, "createdAt" desc, id desc`
  const rows = await ask(poolReader(store), text, [code, asOf ?? null])
  return new Map(rows.map(({ part, low }) => [String(part), String(low)]))
}

function lightFor({ target: { value }, from, until }: HeldTarget, actual: string, day: string, unit: Words): Light {
  return lightOf({ actual: Number(actual), target: Number(value), from, until, today: day, unit })
}

/** The line to the target and what the last months would lead to, where there is a target with dates. */
function paceFor(
  held: HeldTarget | undefined,
  value: string,
  months: Figure['byMonth'],
  day: string,
  unit: Words,
): Pick<Figure, 'path' | 'forecast'> {
  if (!held?.from || !held.until) return { path: null, forecast: null }
  const target = Number(held.target.value)
  return {
    path: pathTo(target, held.from, held.until, day),
    forecast: Number(value) >= target ? null : forecastOf({ actual: Number(value), months, until: held.until, today: day, unit }),
  }
}

export function unknownIndicator(code: string): Refusal {
  return refuse('not_found', 'indicator.unknown', `没有指标 ${code}`, `there is no indicator ${code}`)
}

export function badPeriod(code: string): Refusal {
  return refuse(
    'invalid',
    'period.invalid',
    `“${code}”不是统计期；应为 2026、2026H1、2026Q3、2026-09、to:2026-09-30 或 all`,
    `“${code}” is no period; use 2026, 2026H1, 2026Q3, 2026-09, to:2026-09-30 or all`,
    {
      faults: [{ path: 'period', message: { zh: '统计期格式不对', en: 'not a period' } }],
    },
  )
}
