import type { Range } from '../sentences.ts'
import { ACTION_PATTERN } from './actions.ts'
import { type Quantity, quantitiesIn } from './quantities.ts'
import { ADVERB_PATTERN, REACH_END, RELATION_END } from './words.ts'

/** The part of a clause that belongs to one quantity: “50家左右省重点实验室”. */
export interface Segment extends Range {
  readonly quantity: Quantity
  /** `before`: the number stands before its noun (建成30家平台); `after`: behind its metric (平台达到30家). */
  readonly form: 'before' | 'after'
  /** True when an earlier quantity of the same clause opened the list. */
  readonly continues: boolean
}

/** A clause longer than this is no prose; what governs a figure stands this near. */
export const NEAR = 240

// Marks at which a list may be parted. “和” inside a noun parts nothing: the last mark before the next number is taken.
const PART = /、|以及|和|及|与|并|或/g
const AFTER_QUANTITY_ENDS = /^(?:[、,;:。)\ue001]|以及|和|及|与|并|或|[至到]\d|\d|(?:规模|大关|台阶|门槛|关口)(?:[,;。)]|$)|$)/

/** Cuts a clause so that every usable quantity has its own piece. `text` is the blotted paragraph. */
export function segmentsOf(text: string, clause: Range): readonly Segment[] {
  const quantities = quantitiesIn(text.slice(clause.start, clause.end))
    .map((quantity) => shifted(quantity, clause.start))
    .filter((quantity, at, all) => isUsable(text, quantity, { before: all[at - 1], later: all.slice(at + 1, at + 1 + MOST_LATER) }))
  const segments: Segment[] = []
  let start = clause.start
  quantities.forEach((quantity, index) => {
    const next = quantities[index + 1]
    const form = AFTER_QUANTITY_ENDS.test(text.slice(quantity.end, clause.end)) ? 'after' : 'before'
    const end = next ? partingOf(text, quantity, next, form) : clause.end
    segments.push({
      start,
      end: form === 'after' ? quantity.end : trimmedEnd(text, quantity.end, end),
      quantity,
      form,
      continues: index > 0,
    })
    start = skipMarks(text, end, next?.start ?? end)
  })
  return segments
}

function shifted(quantity: Quantity, by: number): Quantity {
  return {
    ...quantity,
    start: quantity.start + by,
    unitEnd: quantity.unitEnd + by,
    end: quantity.end + by,
    unitStart: quantity.unitStart + by,
  }
}

/** Where the piece of `quantity` ends when `next` follows in the same clause. */
function partingOf(text: string, quantity: Quantity, next: Quantity, form: Segment['form']): number {
  if (form === 'after') return quantity.end
  const between = text.slice(quantity.end, next.start)
  const marks = [...between.matchAll(PART)]
  const last = marks.at(-1)
  return last ? quantity.end + last.index : next.start
}

function skipMarks(text: string, from: number, until: number): number {
  const marks = /^(?:、|以及|和|及|与|并(?!购|网|联)|或)+/.exec(text.slice(from, until))
  return from + (marks?.[0].length ?? 0)
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to
  while (end > from && /[、\s]/.test(text[end - 1] ?? '')) end -= 1
  return end
}

/** The figures of the same clause before and after one. */
interface Around {
  readonly before: Quantity | undefined
  readonly later: readonly Quantity[]
}

function isOfCounted(text: string, quantity: Quantity, before: Quantity | undefined): boolean {
  if (quantity.unitClass !== 'money' || before?.unitClass !== 'count') return false
  const between = text.slice(before.end, quantity.start)
  return /^[\u4e00-\u9fff]{2,12}$/.test(between) && REACH_END.test(between) && !/[和及与]/.test(between)
}

interface Sides extends Around {
  /** The words before and after the figure. */
  readonly sides: readonly [string, string]
}

// A clause of prose has at most a handful of figures; this keeps one of thousands linear.
const MOST_LATER = 8

/** Leaves out dates, ordinals, denominators, codes and the “from” of “由2.1%提高到2.8%”. */
function isUsable(text: string, quantity: Quantity, around: Around): boolean {
  const before = text.slice(Math.max(0, quantity.start - 12), quantity.start)
  const after = text.slice(quantity.end, quantity.end + 14)
  if (/[A-Za-z\d.\-—+×*/_]$|\d:$/.test(before) || /^:\d/.test(after)) return false
  if (/^[A-Za-z+×*/_\d]/.test(after) && !isFollowed(quantity, after)) return false
  if (/(第|每|“|(?<![代发报])表|(?<![地蓝版])图|附件|专栏)$/.test(before) || /^(年|月|日|号|时|[+])/.test(text.slice(quantity.unitEnd)))
    return false
  if (quantity.unitClass === 'span' && /^[十百千万亿]*[年日]$/.test(quantity.unit)) return false
  if (isRankOfCounted(text, quantity, around) || isSubject(text, quantity, around)) return false
  if (isBaseline(before, after, around) || isAttribute(text, quantity, { ...around, sides: [before, after] })) return false
  if (isOfRate(text, quantity, around) || isDescribedToo(text, quantity, around)) return false
  // “公办园占比过半” is a share, “时间过半” a proverb.
  if (quantity.isFraction && quantity.andMore) return /(?:率|比|比例|比重|占比|覆盖面)$/.test(before)
  if (quantity.unitClass === 'none') return isBareNumber(quantity, before, after)
  // “突破百亿元”, but “产值超百亿元的企业”
  if (quantity.written && quantity.unitClass === 'money')
    return REACH_END.test(before) && /^(?:[,;、。)]|大关|台阶|门槛|关口|$)/.test(after)
  return quantity.written ? isWrittenCount(before, after, quantity) : true
}

const STEP = /^(?:大关|台阶|规模|水平|门槛|关口)/

/** “达到2.8”, “迈上两千亿台阶”, “进入全国前三”: a number without a thing needs the words that tie it to its metric. */
function isBareNumber(quantity: Quantity, before: string, after: string): boolean {
  const isSum = /[万亿]/.test(quantity.unit)
  const isTied = isRanked(before) || (RELATION_END.test(before) && (!quantity.written || isSum))
  return isTied && (/^[,;、。:)\ue001]?$/.test(after.slice(0, 1)) || (isSum && STEP.test(after)))
}

/** “30岁以上居民检测率不低于55%”, “提供6类以上服务的比例达到100%”: the first figure says whose share it is. */
function isOfRate(text: string, quantity: Quantity, { before, later }: Around): boolean {
  // “三分之二以上的卫生室提供4类以上服务”
  if (before?.unitClass === 'share' && HOLDING.test(text.slice(before.end, quantity.start))) return true
  const next = later[0]
  if (next?.unitClass !== 'share' || quantity.unitClass === 'share') return false
  const between = text.slice(quantity.end, next.start)
  return between.length <= 44 && /^[^、,和及]{2,40}(?:率|比例|比重|占比|覆盖面)$/.test(between.replace(RELATION_END, ''))
}

const HOLDING = /^的[^,、]{2,24}(?:提供|拥有|配备|建有|设有|开设)$/

/** “起飞重量不低于2吨、航程300公里以上的无人机”: both figures describe the thing. */
function isDescribedToo(text: string, quantity: Quantity, { later }: Around): boolean {
  const next = later[0]
  if (!isAmount(quantity) || !next || !isAmount(next)) return false
  return (
    /^[、且][^、,]{0,16}$/.test(text.slice(quantity.end, next.start)) &&
    /^的(?!目标|任务|要求|规模|水平)/.test(text.slice(next.end, next.end + 3))
  )
}

function isAmount({ unitClass }: Quantity): boolean {
  return unitClass === 'measure' || unitClass === 'money' || unitClass === 'span'
}

/** “4条500亿级产业链”, “培训12期1500人次” */
function isFollowed({ unitClass }: Quantity, after: string): boolean {
  return unitClass === 'count' && /^\d+(?:\.\d+)?[万亿]*(?:级|元|强|人|名|家|户)/.test(after)
}

/** “10条重点产业链营业收入突破8400亿元”: how many there are is known, what they reach is the aim. */
function isSubject(text: string, quantity: Quantity, { before, later }: Around): boolean {
  const next = later.find(({ unitClass }) => unitClass !== 'span')
  if (quantity.unitClass !== 'count' || before || next?.unitClass !== 'money') return false
  const between = text.slice(quantity.end, next.start)
  return (
    /^[^、,和及的]{2,30}(?:收入|产值|规模|额|增加值|利润|税收)[^、,]{0,4}$/.test(between) &&
    REACH_END.test(between) &&
    /(^|[,;。])$/.test(text.slice(Math.max(0, quantity.start - 1), quantity.start))
  )
}

/** “由2.1%提高到…”, “从30家增至…”: what is risen from, not what is reached. */
function isBaseline(before: string, after: string, around: Around): boolean {
  const isFrom = /(由|从|自)[^,;、。]{0,8}$/.test(before) && /^[^,;。]{0,8}(提|增|上|扩|升|降|下|减|缩|压|到|发展|成长|攀升)/.test(after)
  // “由现时的1%,到2032年增至2%”
  const isFromBefore =
    /(由|从)[^,;、。]{0,8}$/.test(before) && /^,[^,;。]{0,8}(提高?|增加?|上?升|扩大?|降低?|减少?|缩短?|压缩?)(至|到)/.test(after)
  return (isFrom && around.later.length > 0) || isFromBefore
}

/** “3家企业进入世界500强”: the rank says which enterprises are counted. */
function isRankOfCounted(text: string, quantity: Quantity, around: Around): boolean {
  const earlier = around.before
  if ((quantity.unit !== '强' && text[quantity.start - 1] !== '前') || !earlier || earlier.unitClass !== 'count') return false
  const between = text.slice(earlier.end, quantity.start)
  const ranks = quantity.unit === '强' || between.endsWith('前')
  return ranks && /(进入|跻身|入围|入选|进|列|迈入)/.test(between) && !/[、,;]|和|及/.test(between)
}

/** “培育产值超50亿元的企业3家”: the first figure only says which enterprises. */
function isAttribute(text: string, quantity: Quantity, { sides: [before, after], ...around }: Sides): boolean {
  // “超10亿元企业15家”, “10亿元以上龙头企业5家”
  const next = around.later[0]
  const isThreshold =
    quantity.unitClass === 'money' &&
    (/^(企业|项目|园区|产业|集群)/.test(after) ||
      (quantity.tail === '以上' && next?.unitClass === 'count' && /^[^、,和及]{2,10}$/.test(text.slice(quantity.end, next.start))))
  // “年产5万吨材料生产线2条”
  if (quantity.unitClass === 'measure' && next?.unitClass === 'count' && /^[^、,;和及的]{2,20}$/.test(text.slice(quantity.end, next.start)))
    return !RELATION_END.test(text.slice(quantity.end, next.start))
  if (!isThreshold && !after.startsWith('的')) return false
  // “打造10个销售收入超150亿元的企业”
  if (isOfCounted(text, quantity, around.before)) return true
  if (quantity.unitClass === 'count' && !RELATION_END.test(before)) return false
  return around.later.some((other) => other.unitClass !== 'none')
}

/** “进入全国前三”, “稳居全省前五位” */
function isRanked(before: string): boolean {
  return /(进入|进位|跻身|位居|位列|保持|稳居|居|列)[^,;。]{0,6}前$/.test(before)
}

const WRITTEN_BEFORE = new RegExp(`(?:${ACTION_PATTERN}|不少于|不低于|超过|至少|突破|达到?|${ADVERB_PATTERN})$`)

/** “建设两个…” counts; “一批”, “一个中心” and “三大” do not. */
function isWrittenCount(before: string, after: string, quantity: Quantity): boolean {
  if (quantity.unit === '') return false
  // “前五位”
  if (isRanked(before) || /[番倍]$/.test(quantity.unit)) return true
  if (quantity.unit === '成') return RELATION_END.test(before)
  const isRound = quantity.value === 100 || quantity.value === 1000
  // “集聚企业百家以上”, “行业标准百项,”
  if (isRound && quantity.unit !== '人' && /[^一二三四五六七八九十百千万]$/.test(before) && /^(?:[,;、。)\ue001]|$)/.test(after))
    return true
  return quantity.value !== 1 && (WRITTEN_BEFORE.test(before) || (isRound && /[、和及]$/.test(before)))
}
