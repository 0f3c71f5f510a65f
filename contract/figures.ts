import { z } from 'zod'
import { words } from './problem.ts'
import { standingSetting } from './programmes.ts'

/**
 * Two choices that are never mixed. `period` (by countsOn): 2026, 2026H1, 2026Q3, 2026-09 or to:2026-09-30 (from the beginning up to that day), all.
 * `asOf` (by recordedAt): a day; what was known at its end. Default now.
 */
export const figureInput = z.object({ indicator: z.string(), period: z.string().optional(), asOf: z.iso.date().optional() })

export const measureFigure = z.object({
  measure: z.string(),
  title: words,
  value: z.string(),
  /** Told below the figures themselves: a part, or what does not count. */
  detail: z.boolean(),
})

/** A stretch of time whose figure is no longer what was reported at its end, or holds entries that were withdrawn since. */
export const restatement = z.object({
  code: z.string(),
  title: words,
  /** What was known at its end. */
  was: z.string(),
  now: z.string(),
  /** The figure now without entries that were withdrawn (撤销). */
  without: z.string(),
  words,
  /** The entries that make the difference, as far as the person may read them. */
  entries: z.array(
    z.object({
      id: z.uuid(),
      no: z.int(),
      title: z.string(),
      cause: z.enum(['late', 'revoked']),
      amount: z.string(),
      recordedAt: z.string(),
      act: words,
      reason: z.string().nullable(),
      document: z.object({ no: z.string(), title: z.string(), day: z.string() }).nullable(),
    }),
  ),
  /** How many more there are that the person may not read. */
  hidden: z.int(),
})

/** A value as a document published it; `id` is the entry in the register of statistics. */
const publishedValue = z.object({
  id: z.uuid(),
  area: z.string(),
  areaTitle: z.string(),
  period: z.string(),
  value: z.string(),
  source: z.string(),
  sourceNo: z.string().nullable(),
  knownOn: z.string(),
})

/** What was chosen for a statistical indicator; null where nobody has. `id` is its entry, where it is changed and has its history. */
const statisticSettings = z.object({
  id: z.uuid(),
  publisher: z.string().nullable(),
  frequency: z.enum(['year', 'half', 'quarter', 'month']).nullable(),
  dueDays: z.int().nullable(),
  accrual: z.enum(['level', 'yearToDate', 'ofPeriod']).nullable(),
  decimals: z.int().nullable(),
  baselinePeriod: z.string().nullable(),
  onTrackPercent: z.int().nullable(),
  atRiskPercent: z.int().nullable(),
  /** Name of the unit. */
  enteredBy: z.string().nullable(),
  confirmedBy: z.enum(['head', 'leader']).nullable(),
})

/** GET /queries/programmes.figure?indicator=…&period=…&asOf=… */
export const figure = z.object({
  indicator: z.object({
    code: z.string(),
    title: words,
    unit: words,
    register: z.string(),
    ruleVersion: z.int(),
    /** The rule in words, one sentence a term. */ rule: z.array(words),
  }),
  /** The measure that is held against the target. */
  counted: z.string(),
  period: z.object({ code: z.string(), title: words, from: z.string().nullable(), to: z.string().nullable() }),
  asOf: z.object({ day: z.string(), now: z.boolean() }),
  target: z
    .object({
      id: z.uuid(),
      value: z.string(),
      high: z.string().nullable(),
      unit: z.string(),
      comparator: z.string(),
      deadline: z.string().nullable(),
      quote: z.string(),
      document: z.uuid(),
      documentTitle: z.string(),
      item: z.uuid(),
      start: z.int(),
      end: z.int(),
    })
    .nullable(),
  measures: z.array(measureFigure),
  /** What is held against the target: the counted measure, with what the settings in force that day add or take off. */
  value: z.string(),
  /** Questions the plan's text leaves open, with the answers in force that day. */
  settings: z.array(standingSetting),
  /** Named parts of the headline, each with its own figure and, where the plan says one, its own target. */
  parts: z.array(
    z.object({ part: z.string(), title: words, value: z.string(), target: z.string().nullable(), measures: z.array(z.string()) }),
  ),
  /** Light that explains itself; absent without a target. */
  light: z.object({ code: z.enum(['done', 'normal', 'warning', 'behind', 'not_started']), title: words, why: words }).nullable(),
  /** The even pace to the target on the day asked for; absent without a target or dates, and for a period of its own. */
  path: z.object({ from: z.string(), until: z.string(), share: z.number(), expected: z.number() }).nullable(),
  /** What the pace of the last months would lead to by the deadline; an extrapolation and named as one. */
  forecast: z.object({ by: z.string(), low: z.number(), likely: z.number(), high: z.number(), method: words }).nullable(),
  /** Cities in GB/T 2260 order, then 省直; the sum of each column is the province. `area` is the code; 省直 has the province's code. */
  byArea: z.array(
    z.object({
      area: z.string(),
      title: z.string(),
      values: z.record(z.string(), z.string()),
      /** 其中: zones of the city where something counts; their figures are part of the city's and never added to it. */
      zones: z.array(z.object({ area: z.string(), title: z.string(), values: z.record(z.string(), z.string()) })),
    }),
  ),
  /** Groups of areas, such as 科创圈. They overlap and leave areas out: the rows do not add up to the province. */
  byGroup: z.array(z.object({ group: z.string(), title: z.string(), values: z.record(z.string(), z.string()) })),
  /** Months by countsOn of what is held against the target, each with its own and the running total. */
  byMonth: z.array(z.object({ month: z.string(), value: z.string(), running: z.string() })),
  /** Of an indicator that no register counts: its published values with their sources; null for one that is counted. */
  statistic: z
    .object({ latest: publishedValue, series: z.array(publishedValue), areas: z.array(publishedValue), settings: statisticSettings })
    .nullable(),
  /** Where what is held against the target is no longer what was reported: the period itself, once it is over, and its months. */
  restated: z.object({ period: restatement.nullable(), months: z.array(restatement) }),
  computedAt: z.iso.datetime(),
})

/** GET /queries/programmes.overview — one tile each, with what was recorded in the seven days before the day asked for. */
export const overview = z.object({
  tiles: z.array(
    figure
      .pick({
        indicator: true,
        counted: true,
        target: true,
        measures: true,
        value: true,
        settings: true,
        parts: true,
        light: true,
        path: true,
        forecast: true,
        byArea: true,
        byMonth: true,
      })
      .extend({
        /** Since the end of the day `since`: what is held against the target, each measure that changed, and cities and zones in which one did. */
        week: z.object({
          since: z.string(),
          value: z.string(),
          measures: z.array(z.object({ measure: z.string(), value: z.string() })),
          areas: z.array(z.object({ area: z.string(), values: z.record(z.string(), z.string()) })),
        }),
      }),
  ),
  computedAt: z.iso.datetime(),
})

/** GET /queries/programmes.figure-entries?indicator&measure&area&month&period&asOf&cursor — the entries behind a figure. `area` 320000 means 省直; `group` is the code of a group of areas. */
export const figureEntriesInput = figureInput.extend({
  measure: z.string(),
  area: z.string().optional(),
  group: z.string().optional(),
  month: z.string().optional(),
  /** Only what was recorded after the end of this day. */
  since: z.iso.date().optional(),
  /** Only entries with the value `class` in the field `by`, as known on the day asked for; an empty one is none. */
  by: z.string().optional(),
  class: z.string().optional(),
})
export const figureEntries = z.object({
  total: z.string(),
  /** What the value `class` is called; null unless one was asked for. */
  classTitle: words.nullable(),
  entries: z.array(
    z.object({
      id: z.uuid(),
      no: z.int(),
      title: z.string(),
      state: z.string(),
      stateLabel: words,
      area: z.string(),
      areaTitle: z.string(),
      countsOn: z.string(),
      amount: z.string(),
      recordedAt: z.string(),
    }),
  ),
  /** More entries than the first 500 lie behind the figure. */
  cut: z.boolean(),
})

/**
 * GET /queries/programmes.matrix — a figure in rows and columns, to compare. Rows are cities (`area`), groups of areas of one kind
 * (`group:circle`, as they stood on the day) or the values of a field of the register (its classes, its choices); columns the measures, or stretches of time by countsOn. `measure` is what is compared over time;
 * unless said, what is held against the target.
 */
export const matrixInput = figureInput.extend({
  measure: z.string().optional(),
  by: z.string().default('area'),
  columns: z.enum(['measure', 'year', 'half', 'quarter', 'month']).default('measure'),
})
const matrixHead = z.object({ code: z.string(), title: words })
export const matrix = z.object({
  indicator: z.object({ code: z.string(), title: words, unit: words, register: z.string() }),
  /** What is compared over time: a measure, or what is held against the target when null. */
  measure: z.string().nullable(),
  by: z.string(),
  /** What rows can be, the one for cities first. */
  dimensions: z.array(z.object({ by: z.string(), title: words })),
  columns: z.array(matrixHead),
  /** `overlaps`: titles of other rows that share areas with this one. */
  rows: z.array(matrixHead.extend({ values: z.array(z.string()), total: z.string(), overlaps: z.array(z.string()) })),
  /** Rows overlap or leave areas out: the total is the province’s and not their sum. */
  partial: z.boolean(),
  total: z.object({ values: z.array(z.string()), total: z.string() }),
  asOf: z.object({ day: z.string(), now: z.boolean() }),
  period: z.object({ code: z.string(), title: words }),
  computedAt: z.iso.datetime(),
})

export type FigureMatrix = z.infer<typeof matrix>
export type Restatement = z.infer<typeof restatement>
export type Figure = z.infer<typeof figure>
export type Overview = z.infer<typeof overview>
export type FigureEntries = z.infer<typeof figureEntries>
