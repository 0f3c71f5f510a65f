import type { Target } from '../plan-draft.ts'
import { quoteOf } from '../reading.ts'
import type { Range } from '../sentences.ts'
import { ACTION_PATTERN } from './actions.ts'
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
  const metric = ofEach(written.slice(clause.start, segment.quantity.start), segment, metricName(written, segment, start, scope))
  const lead = text.slice(Math.max(clause.start, segment.quantity.start - NEAR), segment.quantity.start)
  return {
    ...quoteOf(reading, position, offset + end),
    metric,
    value: segment.quantity.value,
    unit: /^[%‰]$/.test(segment.quantity.unit) ? segment.quantity.unit : unit,
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

const EACH = new RegExp(
  `^(?:推动|支持|确保|力争|实现|其中|原则上)?(每(?:个|条|家|所|座|名)?(?![年月季周日天次批期半届亩度吨])[\\u4e00-\\u9fff]{1,8}?)(?:都|均|要|应|可|至少|不少于|力争|原则上)*(?:${ACTION_PATTERN})`,
)

/** “每个设区市至少建成2家中试基地”: the figure is that of each of them, and so is what stands beside it. */
function ofEach(lead: string, { quantity }: Segment, metric: string): string {
  const each = quantity.unitClass === 'count' && !metric.startsWith('每') ? EACH.exec(lead)?.[1] : undefined
  return each === undefined ? metric : each + metric
}

/** The unit as printed, without what only says “and some more”: “10余条” counts 条. */
function printedUnit({ reading, offset }: Place, { quantity }: Segment): string {
  const { quote } = quoteOf(reading, offset + quantity.unitStart, offset + quantity.unitEnd)
  if (quantity.unit === '成') return quantity.unit
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
