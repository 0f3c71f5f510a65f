import type { Target } from '../plan-draft.ts'
import { quoteOf } from '../reading.ts'
import type { Range } from '../sentences.ts'
import type { Standing } from './deadlines.ts'
import { GROUNDS, type Ground } from './judge.ts'
import { jointOf } from './kinds.ts'
import { afterNumber, type Place, parentOf, trimmed } from './places.ts'
import { metricName, type Scope, sharedBinding } from './scope.ts'
import { NEAR, type Segment } from './segments.ts'

/** A target before it is known which others it restates or is a part of. */
export type Draft = Omit<Target, 'id' | 'restates' | 'partOf' | 'kind'>

interface DraftInput {
  readonly place: Place
  readonly segment: Segment
  readonly ground: Ground
  readonly standing: Standing
  readonly clause: Range
  readonly scope: Scope
}

/** One figure of a sentence with all that its words say of it. */
export function draftOf({ place, segment, ground, standing, clause, scope }: DraftInput): Draft {
  const { reading, outline, offset, text, written } = place
  const binding = sharedBinding(scope, text, segment)
  const { start, end } = afterNumber(place, trimmed(written, segment))
  const unit = segment.quantity.unit === '' ? null : printedUnit(place, segment)
  const position = offset + start
  // The metric is read first: it may find years that several figures share.
  const metric = metricName(written, segment, start, scope)
  const lead = text.slice(Math.max(clause.start, segment.quantity.start - NEAR), segment.quantity.start)
  return {
    ...quoteOf(reading, position, offset + end),
    metric,
    value: segment.quantity.value,
    unit: segment.quantity.unit === '%' ? '%' : unit,
    qualifier: binding.qualifier,
    comparator: binding.comparator,
    ...(binding.strive && binding.qualifier !== 'strive' ? { strive: true as const } : {}),
    ...(binding.direction ? { direction: binding.direction } : {}),
    ...extrasOf(metric, lead),
    deadline: scope.years[0] ?? standing.yearAt(segment.quantity.start)?.toString() ?? null,
    period: periodOf(lead, segment) ?? (scope.yearly && segment.quantity.unitClass === 'count' ? 'per_year' : null),
    parentQuote: parentOf(place, position),
    clause: outline.clauseAt(position),
    confidence: GROUNDS[ground].confidence,
    why: { zh: GROUNDS[ground].zh, en: GROUNDS[ground].en },
  }
}

/** The unit as printed, without what only says “and some more”: “10余条” counts 条. */
function printedUnit({ reading, offset }: Place, { quantity }: Segment): string {
  const { quote } = quoteOf(reading, offset + quantity.unitStart, offset + quantity.unitEnd)
  return quantity.andMore ? quote.replace(/[余多餘]/, '') : quote
}

/** What a figure says besides: joint things, where it starts from, whether it binds. */
function extrasOf(metric: string, lead: string): Pick<Draft, 'jointOf' | 'baseline' | 'nature'> {
  const joint = jointOf(metric)
  const from = /[由从](?:20\d\d年的?|目前的?)?(\d+(?:\.\d+)?)[^,\d]{0,6}(?:提|增|上|扩|升|降|下|减|缩|压|发展)/.exec(lead)?.[1]
  return {
    ...(joint ? { jointOf: joint } : {}),
    ...(from === undefined ? {} : { baseline: Number(from) }),
    ...(/约束性/.test(lead) ? { nature: 'binding' as const } : {}),
  }
}

function periodOf(lead: string, segment: Segment): Target['period'] {
  if (/每年|年均|逐年|每年度|^年(新增|引进|培养|举办|认定|服务|培训|产|处理|加工|销售|交付)/.test(lead)) return 'per_year'
  return /累计/.test(lead) && segment.quantity.unitClass !== 'none' ? 'cumulative' : null
}
