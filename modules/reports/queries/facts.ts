import type { ReportTemplate } from '#contract/report-template.ts'
import type { FrozenFigure, FrozenList, ReportFacts } from '#contract/reports.ts'
import type { Actor } from '#engine/define/actor.ts'
import { endOfDay, type Period, parsePeriod } from '#engine/define/period.ts'
import { isRefusal } from '#engine/define/refusal.ts'
import type { Store } from '#engine/store/context.ts'
import { type CountedIndicator, countedIndicators } from '#modules/plans/index.ts'
import { type Around, aroundFigures, figureEntries, figureOf, figuresIn, restatedIn } from '#modules/programmes/index.ts'
import { previousEdition } from './previous.ts'
import { returnsFor } from './returns.ts'

/** What a report is asked to hold. */
export interface FactsQuestion {
  readonly template: ReportTemplate
  readonly period: Period & { readonly from: string; readonly to: string }
  readonly asOf: string
}

/**
 * Every figure, list and return that a template asks for, as known at the end of a day. `frozen` reads one snapshot: a batch that is being
 * published meanwhile is in all of them or in none.
 */
export async function frozenFacts(frozen: Store, actor: Actor, { template, period, asOf }: FactsQuestion): Promise<ReportFacts> {
  const known = new Map(countedIndicators(frozen.catalogue).map((each) => [each.code, each]))
  const asked = { store: frozen, actor }
  const around = aroundFigures(frozen, asOf)
  const previous = await previousEdition(frozen, template.code, period.to)
  const since = previous && endOfDay(previous.asOf, frozen.timeZone)
  const figures: [string, FrozenFigure][] = []
  for (const code of figuresIn(template)) {
    const found = known.get(code)! // the template was checked against these
    figures.push([`${code} total`, await frozenFigure(asked, found, parsePeriod(`to:${period.to}`)!, around, since)])
    figures.push([`${code} quarter`, await frozenFigure(asked, found, period, around, null)])
  }
  return {
    period: { code: period.code, title: period.title.zh, from: period.from, to: period.to },
    asOf,
    frozenAt: frozen.clock.now().toISOString(),
    figures: Object.fromEntries(figures),
    lists: Object.fromEntries(
      await Promise.all(listsIn(template).map(async (code) => [code, await listOf(asked, known.get(code)!, period.code, asOf)])),
    ),
    returns: await returnsFor(frozen, period.code),
    previous,
  }
}

interface Reading {
  readonly store: Store
  readonly actor: Actor
}

/** `since`: only what was restated after the last edition is told in the next one. */
async function frozenFigure(
  asked: Reading,
  found: CountedIndicator,
  period: Period,
  around: Around,
  since: string | null,
): Promise<FrozenFigure> {
  const told = await figureOf(asked, found, period, around)
  const restated = since === null ? [] : (await restatedIn(asked, found, period, told)).months
  // A stretch “up to a day” is held against the target like the whole; its light is that of the whole as of the day.
  const whole = period.from === null ? await figureOf(asked, found, parsePeriod('all')!, around) : undefined
  return {
    code: found.code,
    title: told.indicator.title.zh,
    unit: told.indicator.unit.zh,
    counted: told.counted,
    value: told.value,
    target: told.target?.value ?? null,
    light: whole?.light?.title.zh ?? null,
    measures: Object.fromEntries(told.measures.map(({ measure, value }) => [measure, value])),
    byArea: told.byArea,
    byMonth: told.byMonth,
    restated: restated
      .filter(({ entries }) => since !== null && entries.some(({ recordedAt }) => recordedAt > since))
      .slice(-MOST_RESTATED)
      .map(({ words }) => words.zh),
  }
}

/** More would bury the report; the figure's page has them all. */
const MOST_RESTATED = 6

function listsIn({ blocks, attachments }: ReportTemplate): readonly string[] {
  const all = [...blocks, ...attachments.flatMap((each) => each.blocks)]
  return [...new Set(all.flatMap((block) => (block.is === 'list' ? [block.figure] : [])))]
}

async function listOf(asked: Reading, { code, rule, register }: CountedIndicator, period: string, asOf: string): Promise<FrozenList> {
  const found = await figureEntries.run(asked, { indicator: code, measure: rule.counted, period, asOf })
  // The template was checked against the indicators, and the period by the input: a list that is refused is no empty list.
  if (isRefusal(found)) throw new Error(found.words.en)
  const rows = found.entries.map(({ id, no, title, areaTitle, countsOn }) => ({ id, no, title, area: areaTitle, countsOn }))
  return {
    register,
    rows: rows.toSorted((a, b) => (a.countsOn === b.countsOn ? a.no - b.no : a.countsOn < b.countsOn ? -1 : 1)),
    total: found.total,
    cut: found.cut,
  }
}
