import type { Outline } from '../clauses.ts'
import { numberOf } from '../numerals.ts'
import type { Comparator, Qualifier, Target } from '../plan-draft.ts'
import { bodyPosition, pageQuoteOf, type Reading } from '../reading.ts'
import type { Draft } from './drafts.ts'
import type { TableRow } from './tables.ts'

/** The figure in a cell, read like the words of a sentence: “>7” exceeds, “[5]” is a sum over the years. */
interface TableFigure {
  readonly value: number | readonly [number, number]
  readonly unit: string | null
  readonly qualifier: Qualifier
  readonly comparator: Comparator
  readonly deadline: number | null
  readonly period: 'per_year' | 'cumulative' | null
}

const CELL = /([-+]?\d[\d,]*(?:\.\d+)?)(?:[-—~](\d[\d.]*))?(%|‰|个百分点|[万亿]?[家个项人件元名]|万|亿)?/

const BINDINGS = [
  ['at_least', 'at_least', /≥|>=|不低于|不少于|以上/],
  ['exceed', 'more_than', />|超过|大于/],
  ['about', 'about', /约|左右/],
] as const satisfies readonly (readonly [Qualifier, Comparator, RegExp])[]

function figureOf(row: TableRow): TableFigure | null {
  const match = CELL.exec(row.value)
  const first = numberOf(match?.[1]?.replace('+', '') ?? /[第前]([一二三四五六七八九十]{1,3})/.exec(row.value)?.[1] ?? '')
  if (first === null) return null
  const second = match?.[2] === undefined ? null : numberOf(match[2])
  const unit = unitOf(row, match?.[3])
  const bound = BINDINGS.find(([, , pattern]) => pattern.test(row.value))
  return {
    value: second === null ? first : [first, second],
    unit,
    qualifier: second !== null ? 'range' : (bound?.[0] ?? plainQualifier(row, unit)),
    comparator:
      second !== null ? 'between' : (bound?.[1] ?? (/≤|<=|前/.test(row.value) ? 'at_most' : /</.test(row.value) ? 'less_than' : 'equal')),
    deadline: row.year,
    period: row.kind === 'cumulative' ? 'cumulative' : row.kind === 'change' || /年均/.test(row.name) ? 'per_year' : null,
  }
}

function unitOf(row: TableRow, printed: string | undefined): string | null {
  if (row.kind === 'change' && printed === undefined && row.unit !== '%') return '%'
  return row.unit ?? printed ?? null
}

function plainQualifier(row: TableRow, unit: string | null): Qualifier {
  if (unit !== '%' && unit !== '‰') return 'exact'
  return row.kind === 'change' || /增长|增速|降低|下降|提高/.test(row.name) ? 'growth_rate' : 'ratio'
}

/** What other columns say: the value the plan starts from, 约束性 or 预期性. */
function tableExtras({ nature, baseline }: TableRow): Pick<Target, 'nature' | 'baseline'> {
  const from = baseline === null ? null : numberOf(/-?\d[\d,]*(?:\.\d+)?/.exec(baseline)?.[0] ?? '')
  return {
    ...(nature === null || !/^(约束|预期)/.test(nature) ? {} : { nature: nature.startsWith('约束') ? 'binding' : 'anticipatory' }),
    ...(from === null ? {} : { baseline: from }),
  }
}

/** The figures of the tables of indicators. */
export function tableTargets(reading: Reading, outline: Outline): readonly Draft[] {
  return reading.tables.flatMap((table) =>
    table.rows.flatMap((row): Draft[] => {
      const figure = figureOf(row)
      if (!figure) return []
      const position = bodyPosition(reading, row.start)
      const parent = outline.headings[outline.headingAt(position) ?? -1]
      return [
        {
          ...pageQuoteOf(reading, row.start, row.end),
          metric: row.name,
          value: figure.value,
          unit: figure.unit,
          qualifier: figure.qualifier,
          comparator: figure.comparator,
          deadline: figure.deadline?.toString() ?? null,
          period: figure.period,
          parentQuote: parent ? reading.source.slice(parent.start, parent.end) : null,
          ...tableExtras(row),
          clause: outline.clauseAt(position),
          confidence: 0.85,
          why: { zh: '指标表中的目标值', en: 'the target column of a table of indicators' },
        },
      ]
    }),
  )
}
