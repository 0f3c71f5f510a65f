import type { Figure, FigureMatrix } from '#contract/figures.ts'
import { figureTexts } from '../../../texts/texts-figures.ts'
import type { useSay } from '../../../texts/use-say.ts'
import { thousands } from '../../../values/money.ts'
import { sumOf } from '../arithmetic.ts'
import { ranked } from '../ranked.ts'
import { shadeClass } from '../shade.ts'
import type { Sheet, SheetCell } from './sheet.ts'

type Say = ReturnType<typeof useSay>
type AreaRow = Figure['byArea'][number]

/** A column of a table by area: what it is called, and its value for a city or a zone. */
export interface AreaColumn {
  readonly title: string
  readonly valueOf: (area: string) => string
}

/** A number as it is printed and as a sheet program reads it. */
export const figureCell = (value: string): SheetCell => ({ text: thousands(value), raw: value })

/** Cities, their zones as parts of them, and the province as the sum of its cities. */
export function areaSheet(areas: readonly AreaRow[], columns: readonly AreaColumn[], say: Say): Sheet {
  const row = (area: string, name: SheetCell) => [name, ...columns.map(({ valueOf }) => figureCell(valueOf(area)))]
  return {
    head: [say(figureTexts.area), ...columns.map(({ title }) => title)],
    rows: areas.flatMap(({ area, title, zones }) => [
      row(area, { text: title }),
      ...zones.map((zone) => row(zone.area, { text: say(figureTexts.within, { title: zone.title }), within: true })),
    ]),
    foot: [{ text: say(figureTexts.province) }, ...columns.map(({ valueOf }) => figureCell(sumOf(areas.map(({ area }) => valueOf(area)))))],
  }
}

/** The columns of a figure by area: its measures without details. */
export function measureColumns({ byArea, measures }: Pick<Figure, 'byArea' | 'measures'>, say: Say): readonly AreaColumn[] {
  const values = new Map(byArea.flatMap((row) => [row, ...row.zones]).map((row) => [row.area, row.values]))
  return measures
    .filter(({ detail }) => !detail)
    .map(({ measure, title }) => ({ title: say(title), valueOf: (area) => values.get(area)?.[measure] ?? '0' }))
}

/** Groups of areas; they overlap, so there is no sum. */
export function groupSheet({ byGroup, measures }: Figure, say: Say): Sheet {
  const shown = measures.filter(({ detail }) => !detail)
  return {
    head: [say(figureTexts.group), ...shown.map(({ title }) => say(title))],
    rows: byGroup.map(({ title, values }) => [{ text: title }, ...shown.map(({ measure }) => figureCell(values[measure] ?? '0'))]),
  }
}

/** Months, each with its own figure, the running total, and the sentence where it is restated. */
export function monthSheet({ byMonth, restated }: Figure, say: Say): Sheet {
  const sentences = new Map(restated.months.map(({ code, words }) => [code, say(words)]))
  return {
    head: [say(figureTexts.month), say(figureTexts.ofMonth), say(figureTexts.running), say(figureTexts.restatedMark)],
    rows: byMonth.map(({ month, value, running }) => [
      { text: month },
      figureCell(value),
      figureCell(running),
      { text: sentences.has(month) ? '※' : '', raw: sentences.get(month) ?? '' },
    ]),
  }
}

/** A comparison: rows against columns with sums at both edges, shaded where it is a heat table. */
export function matrixSheet({ by, dimensions, columns, rows, total, partial }: FigureMatrix, most: readonly number[], say: Say): Sheet {
  const overTime = isOverTime(columns)
  return {
    head: [
      say(dimensions.find((each) => each.by === by)?.title ?? figureTexts.comparisonRows),
      ...columns.map(({ title }) => say(title)),
      ...(overTime ? [say(figureTexts.total)] : []),
    ],
    rows: rows.map((row) => [
      { text: say(row.title) },
      ...row.values.map((value, at) => ({
        ...figureCell(value),
        ...(most[at] !== undefined && { shade: shadeClass(Number(value), most[at]) }),
      })),
      ...(overTime ? [figureCell(row.total)] : []),
    ]),
    foot: [
      { text: say(partial ? figureTexts.province : figureTexts.total) },
      ...total.values.map(figureCell),
      ...(overTime ? [figureCell(total.total)] : []),
    ],
  }
}

/** Largest first, with bars. */
export function rankingSheet(rows: ReturnType<typeof rankedRows>, title: string, say: Say): Sheet {
  const most = Math.max(1, ...rows.map(({ figure }) => Number(figure)))
  return {
    head: [title, say(figureTexts.rank), say(figureTexts.total)],
    rows: rows.map((row) => [
      { text: say(row.title) },
      { text: String(row.rank) },
      { ...figureCell(row.figure), bar: Number(row.figure) / most },
    ]),
  }
}

/** Rows of a comparison by what is held against the target, or by their sum over time, largest first. */
export function rankedRows({ columns, rows }: FigureMatrix, counted: string) {
  const at = columns.findIndex(({ code }) => code === counted)
  return ranked(rows.map((row) => ({ ...row, figure: at === -1 ? row.total : (row.values[at] ?? '0') })))
}

/** Whether the columns are stretches of time: these have a sum. */
export const isOverTime = (columns: FigureMatrix['columns']) => columns.some(({ code }) => /^\d{4}/.test(code))

/** What is darkest in each column: of its own column between measures, of all where columns are stretches of time. */
export function darkest({ columns, rows }: FigureMatrix): readonly number[] {
  const all = Math.max(...rows.flatMap(({ values }) => values.map(Number)))
  return columns.map((_column, at) => (isOverTime(columns) ? all : Math.max(...rows.map(({ values }) => Number(values[at])))))
}
