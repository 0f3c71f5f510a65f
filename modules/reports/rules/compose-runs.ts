import type { Run } from '#contract/paper.ts'
import type { FigureRef, TemplateRun } from '#contract/report-template.ts'
import type { FrozenFigure, ReportFacts } from '#contract/reports.ts'
import { addDecimals, negated } from '#engine/define/decimals.ts'
import { dayInChinese } from '#engine/define/period.ts'
import { type Told, withNetWords } from './net-words.ts'

/** The words of a paragraph with the frozen figures in them, each a door to its page as of the same day. */
export function runsOf(runs: readonly TemplateRun[], facts: ReportFacts): readonly Run[] {
  return withNetWords(
    runs.flatMap((run): readonly Told[] => {
      if (typeof run === 'string') return [{ run: { text: run } }]
      if ('say' in run) return [{ run: { text: run.say === 'period' ? facts.period.title : dayInChinese(facts.asOf) } }]
      const [first, ...more] = figureRun(run, facts)
      if (first === undefined) return []
      return [{ run: first, ...(run.as === 'value' && { value: first.text }) }, ...more.map((each) => ({ run: each }))]
    }),
  )
}

/** A figure of the report; the template was checked against those there are, and every one it names was frozen. */
export function frozen({ figures }: ReportFacts, code: string, period: 'total' | 'quarter'): FrozenFigure {
  const found = figures[`${code} ${period}`]
  if (!found) throw new Error(`the report has not frozen ${code} ${period}`)
  return found
}

/** Which number of a figure: of one measure, of one area. */
interface Behind {
  readonly area?: string | undefined
  readonly measure?: string | undefined
}

/** Where a figure of the report opens: the same indicator, stretch and day, and what lies behind one of its numbers. */
export function doorOf(facts: ReportFacts, code: string, period: 'total' | 'quarter', { area, measure }: Behind = {}): string {
  const stretch = period === 'quarter' ? facts.period.code : `to:${facts.period.to}`
  const behind = { ...(area !== undefined && { area }), ...(measure !== undefined && { measure }) }
  const search = new URLSearchParams({ period: stretch, asOf: facts.asOf, ...behind })
  return `/figures/${code}?${search.toString()}`
}

function figureRun(ref: FigureRef, facts: ReportFacts): readonly Run[] {
  const figure = frozen(facts, ref.figure, ref.period)
  const link = doorOf(facts, ref.figure, ref.period, ref)
  const value = valueOf(figure, ref)
  switch (ref.as) {
    case 'value': {
      const was =
        ref.period === 'total' && ref.measure === undefined && ref.area === undefined ? facts.previous?.figures[ref.figure] : undefined
      return [{ text: value, link, ...(was !== undefined && was !== value && { was }) }]
    }
    case 'change':
      return changed(value, facts.previous?.figures[ref.figure], figure.unit)
    case 'share':
      return [{ text: shareOf(value, figure.target), link }]
    case 'target':
      return [{ text: figure.target ?? '（未设目标）', link }]
    case 'light':
      return [{ text: figure.light ?? '（未设目标，不判断）' }]
  }
}

function valueOf(figure: FrozenFigure, { measure, area }: FigureRef): string {
  if (area === undefined) return measure === undefined ? figure.value : (figure.measures[measure] ?? '0')
  const rows = figure.byArea.flatMap((row) => [row, ...row.zones])
  return rows.find((row) => row.area === area)?.values[measure ?? figure.counted] ?? '0'
}

/** （较上期增加3项）; nothing where there is no last edition. */
function changed(now: string, before: string | undefined, unit: string): readonly Run[] {
  if (before === undefined) return []
  const by = addDecimals([now, negated(before)])
  if (by === '0') return [{ text: '（与上期持平）' }]
  return [{ text: by.startsWith('-') ? `（较上期减少${by.slice(1)}${unit}）` : `（较上期增加${by}${unit}）` }]
}

export function shareOf(value: string, target: string | null): string {
  return target === null || Number(target) === 0 ? '—' : `${((Number(value) / Number(target)) * 100).toFixed(1)}%`
}
