import type { Comparator, Qualifier } from '../plan-draft.ts'
import type { Segment } from './segments.ts'
import { CHANGE_END, REACH_END } from './words.ts'

/** How a figure binds: which comparison, which strength, which direction. */
export interface Binding {
  readonly qualifier: Qualifier
  readonly comparator: Comparator
  readonly strive: boolean
  readonly direction: 'increase' | 'decrease' | null
}

// 以上 and 以内 include the number (民法典 art. 1259); 超过 excludes it.
const AT_LEAST = /(不低于|不少于|不小于|至少|最少|≥|>=)(约|近)?$|至少[^,、]{2,4}$/
const AT_MOST = /(不超过|不高于|不多于|不大于|≤|<=|控制在|(降|压|减|缩|降低|下降|压减|压缩|缩短|减少)(至|到))$/
const MORE = /(超过|超|高于|大于|多于|优于|逾|>)$/
const LESS = /(低于|小于|少于|不到|<)$/
const ABOUT = /(约|近|大约)$/
const STRIVE = /(力争|争取|努力)/
const DECREASE = /(下降|降低|减少|削减|压减|压缩|缩短|降至|降到|节约)[^,;]{0,6}$/
const INCREASE = /(增长|提高|提升|增加|上升|新增|净增|增至)[^,;]{0,6}$/

/** Reads the words around a figure. `scopeStrives` says that 力争 at the head of the sentence governs this clause. */
export function bindingOf(text: string, segment: Segment, scopeStrives: boolean): Binding {
  const lead = text.slice(segment.start, segment.quantity.start)
  const strive = scopeStrives || STRIVE.test(lead)
  const comparator = comparatorOf(lead, segment)
  return { comparator, strive, qualifier: qualifierOf(lead, segment, comparator, strive), direction: directionOf(lead) }
}

function comparatorOf(lead: string, segment: Segment): Comparator {
  const { tail, value } = segment.quantity
  if (typeof value !== 'number') return 'between'
  if (/以上/.test(tail) || AT_LEAST.test(lead)) return 'at_least'
  if (segment.quantity.andMore) return 'more_than'
  if (/左右|上下/.test(tail) || ABOUT.test(lead)) return 'about'
  if (AT_MOST.test(lead) || lead.endsWith('前') || /内|以下/.test(tail)) return 'at_most'
  if (MORE.test(lead) || isExceeded(lead, segment)) return 'more_than'
  return LESS.test(lead) ? 'less_than' : 'equal'
}

/** “高新技术企业数量突破7000家” exceeds; in “突破200项关键技术” the verb means to solve. */
function isExceeded(lead: string, segment: Segment): boolean {
  return segment.form === 'after' && lead.endsWith('突破') && lead.replace(/(力争|争取|努力|总量|均|将)*突破$/, '').length > 0
}

function qualifierOf(lead: string, segment: Segment, comparator: Comparator, strive: boolean): Qualifier {
  if (comparator === 'between') return 'range'
  if (comparator === 'at_least' || comparator === 'about') return comparator
  if (comparator === 'more_than') return 'exceed'
  if (strive) return 'strive'
  if (segment.quantity.unitClass === 'share' || segment.quantity.unitClass === 'none') return isGrowth(lead) ? 'growth_rate' : 'ratio'
  return isGrowth(lead) && /倍|番/.test(segment.quantity.unit) ? 'growth_rate' : 'exact'
}

function isGrowth(lead: string): boolean {
  return CHANGE_END.test(lead) || /(增速|增长率|增幅|增长速度|降幅|年均增长)/.test(lead)
}

function directionOf(lead: string): Binding['direction'] {
  if (REACH_END.test(lead) && !CHANGE_END.test(lead)) return null
  if (DECREASE.test(lead)) return 'decrease'
  return INCREASE.test(lead) ? 'increase' : null
}
