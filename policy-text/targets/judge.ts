import { ACTION_PATTERN } from './actions.ts'
import type { Segment } from './segments.ts'
import { CHANGE_END, GRANT, METRIC_END, REACH_END, RELATION_END, SHARE_BASE, STRUCTURAL_END } from './words.ts'

/** Why a figure counts as a target, and how sure that is. */
export type Ground = 'reach' | 'change' | 'action' | 'metric' | 'list'

export const GROUNDS = {
  reach: { confidence: 0.95, zh: '指标后有“达到、超过、不低于”等比较词', en: 'a comparison word ties the figure to its metric' },
  change: { confidence: 0.9, zh: '指标后有“增长、提高、下降”等变化词', en: 'a word of change ties the figure to its metric' },
  action: { confidence: 0.88, zh: '动词后有可数的成果', en: 'a verb governs a counted result' },
  metric: { confidence: 0.8, zh: '数字紧跟在指标名称之后', en: 'the figure follows the name of a metric' },
  list: { confidence: 0.75, zh: '并列于前一个指标', en: 'it stands in a list with the target before it' },
} as const satisfies Record<Ground, { confidence: number; zh: string; en: string }>

const ACTION = new RegExp(ACTION_PATTERN)
const REDUCTION = /(压缩|压减|缩短|控制|不超过|不高于|小于|低于|减少|降|减|以内|限时|达到|不少于|不低于)/
const TIME_METRIC = /(时间|时限|周期|时长|天数|用时|机时|期限|审批|办理|办结|平均)/

/** Decides whether a segment sets a target. `clause` is the whole clause; `inList` says that a target stands just before. */
export function groundOf(text: string, segment: Segment, clause: string, inList: boolean): Ground | null {
  const lead = text.slice(segment.start, segment.quantity.start)
  const rest = text.slice(segment.quantity.end, segment.end)
  if (isGranted(segment, clause, lead, rest)) return null
  // “每处面积不小于50亩” describes each of them.
  if (segment.quantity.unitClass === 'measure' && /^(每[处座个台栋套]|单[个座台体])/.test(lead)) return null
  // “飞行达到15万小时”
  if (segment.quantity.unitClass === 'span' && !/^[百千万亿]+小时$/.test(segment.quantity.unit)) {
    // “受理、审查用时分别压减至2天、8天”
    return isShortened(lead, segment) ? 'reach' : lead === '' && segment.continues && inList ? 'list' : null
  }
  return segment.form === 'before' ? groundBefore(lead, rest, segment, inList) : groundAfter(lead, segment, inList)
}

/** “给予最高500万元补助”, “营收超过2000万元的企业”: conditions and ceilings. */
function isGranted(segment: Segment, clause: string, lead: string, rest: string): boolean {
  if (GRANT.test(clause) && segment.quantity.unitClass !== 'none' && !isSupported(lead, segment)) return true
  // “省级财政出资不超过30%”: who bears what.
  if (segment.quantity.unitClass === 'share' && BORNE.test(lead)) return true
  // “每批不超过50%”
  if (/^每[家批个项人次名笔](?!月)[^、,]*(?:不超过|不得超过|最高|最多)$/.test(lead)) return true
  // “设立规模不低于100亿元的产业基金” is a figure of the fund itself.
  // “对首次突破1亿元、5亿元的”: whom something is given to.
  if (/^对[^,]*的$/.test(clause) || /^对[^,]*(首次|达到|超过|突破|不低于|不少于)[^,]*的[^,]{0,20}$/.test(clause)) return true
  // “推动80%以上的园区设立专区”
  if (segment.quantity.unitClass === 'share' && (/(推动|引导|促进|实现|确保)(?:不少于|超过)?$/.test(lead) || HELD.test(rest))) return false
  return /^的(?!.{0,24}基金$)/.test(rest) && segment.quantity.unitClass !== 'count'
}

const BORNE = /(?:出资|持股|占股|分担|承担|认缴|让利)(?:比例|额|份额)?(?:不超过|不高于|不低于|为|达到|最高|原则上)*$/

// “每年资助青年人才100名” counts people; the money each of them gets is another figure.
function isSupported(lead: string, segment: Segment): boolean {
  return (
    segment.quantity.unitClass === 'count' &&
    (/^(每年|每年度|累计|择优|重点|全年|共|拟)*(资助|补助|支持|扶持|奖励)(?![^、,]*的)/.test(lead) ||
      /(资助|补助|支持)(最少|至少|不少于)$/.test(lead))
  )
}

function isShortened(lead: string, segment: Segment): boolean {
  return TIME_METRIC.test(lead) && (REDUCTION.test(lead) || segment.quantity.tail !== '')
}

function groundBefore(lead: string, rest: string, segment: Segment, inList: boolean): Ground | null {
  const noun = rest.replace(/^的/, '')
  if (REACH_END.test(lead) && /规模/.test(lead) && noun.endsWith('基金')) return 'reach'
  if (segment.quantity.unitClass !== 'count' && segment.quantity.unitClass !== 'money') return measuredBefore(lead, noun)
  // “抓好方案确定的146项任务”
  if (/(确定|提出|明确|下达|规定|列出)的$/.test(lead)) return null
  if (SERVED.test(noun) && /(为|向|对|面向)$/.test(lead)) return 'action'
  // “2个以上药物进入临床研究阶段”
  if ((segment.quantity.tail === '以上' || /(力争|争取|确保)$/.test(lead)) && ARRIVED.test(noun)) return 'action'
  if (isStructural(noun, segment) || /(在|(?<![少低多大高小])于|对|向|跨|与|同|面向|按|以)$/.test(lead)) return null
  if (ACTION.test(lead)) return 'action'
  if (REACH_END.test(lead)) return 'reach'
  if (/^(全省|全市|每年|每季度|力争|再|新|约|近|超过?|不少于|至少|以及|和|及|并)*$/.test(lead) && inList) return 'list'
  return segment.continues && inList ? 'list' : null
}

const ARRIVED = /^[^的]{2,16}(进入|入选|跻身|纳入|列入|获批|通过|上市|投产|达产|实现)/

// “为300家企业提供服务”, “对500名工程师开展培训”
const SERVED = /^[^的]{2,16}(提供|开展|实施|进行).{0,10}(服务|诊断|培训|辅导|改造|评价|补助|支持)/

// “90%以上的规上企业建有研发机构”
const HELD = /^的[^,、的]{2,14}(提供|建有|设立|设有|实现|完成|达到|拥有|开展|通过|配备|接入|应用)/

/** “新增20万千瓦储能”, “建成100公里测试道路”: amounts before their noun need a verb just before them. */
function measuredBefore(lead: string, noun: string): Ground | null {
  if (lead === '' && HELD.test(`的${noun}`)) return 'action'
  if (noun === '' || noun.startsWith('级')) return null
  return new RegExp(`(?:${ACTION_PATTERN}|超过|不少于|不低于|至少|约|达到)$`).test(lead) ? 'action' : null
}

// Up to twenty of them and the noun only orders the text; “引进100项任务” would be odd but counted.
function isStructural(noun: string, segment: Segment): boolean {
  const highest = typeof segment.quantity.value === 'number' ? segment.quantity.value : segment.quantity.value[1]
  return noun === '' || (highest <= 20 && STRUCTURAL_END.test(noun))
}

/** “需求响应能力达到最大用电负荷的|3%—5%”: what a share is a share of stands between the word of reaching and the figure. */
function withoutBase(lead: string): string {
  const base = SHARE_BASE.exec(lead)?.[2]
  return base === undefined ? lead : lead.slice(0, -base.length)
}

function groundAfter(written: string, segment: Segment, inList: boolean): Ground | null {
  // “达到每年2万吨”, “提高至2032年的2%”
  const bare = segment.quantity.unitClass === 'share' ? withoutBase(written) : written
  const lead = bare.replace(
    /(?<=达到?|超过|至|为|约)每(?:年|度|吨|公顷|人|亩|户|平方公里|立方米|千瓦时)$|(?<=[至到])20\d\d(?:-\d\d)?年度?的$/,
    '',
  )
  // “是2024年的3倍” is a comparison.
  if (/是[^,、]{0,8}的$/.test(lead)) return null
  // “国产化率、覆盖率分别达到90%、80%以上”
  if (lead === '' && segment.continues && inList) return 'list'
  // “提高10个百分点|至45%”
  if (/^[至到]$/.test(lead)) return inList ? 'reach' : null
  const noun = lead.replace(RELATION_END, '')
  if (REACH_END.test(lead)) return hasMetric(noun) || inList ? 'reach' : null
  if (CHANGE_END.test(lead)) return hasMetric(noun) || inList ? 'change' : null
  if (segment.quantity.unitClass === 'none')
    return isRank(lead) ? 'reach' : /(达到?|为|至)$/.test(lead) && METRIC_END.test(noun) ? 'metric' : null
  if (segment.quantity.unit === '强') return /(进入|跻身|入围|迈入|进位)/.test(lead) ? 'reach' : null
  if (HOLDS.test(lead) && hasMetric(noun)) return 'reach'
  if (segment.quantity.unitClass === 'count') return countedAfter(lead, inList)
  if (METRIC_END.test(noun)) return SITE.test(noun) ? null : 'metric'
  return ACTION.test(lead) ? 'action' : inList && lead.length >= 2 ? 'list' : null
}

// “在库项目保持200个以上”
const HOLDS = /(?:保持|维持|稳定)$/
// “规划面积35平方公里” describes a place.
const SITE = /(?:规划|占地|建筑|用地|辖区|流域|控制)面积$/

// “年产卫星200颗”
const YEARLY_OUTPUT = /^(?:可|将|实现)?年(?:产|处理|加工|销售|交付)./

// A criterion longer than this is none; the whole lead of a clause without marks would be searched again and again.
const LONGEST_CRITERION = 42

function countedAfter(lead: string, inList: boolean): Ground | null {
  if (lead.endsWith('前')) return isRank(lead) ? 'reach' : null
  // “年营业收入超100亿元的50个”
  if (/\d[^,、的]{0,40}的$/.test(lead.slice(-LONGEST_CRITERION))) return 'metric'
  if (lead.length < 2) return inList ? 'list' : null
  if (STRUCTURAL_END.test(lead) && !ACTION.test(lead)) return null
  if (YEARLY_OUTPUT.test(lead)) return 'metric'
  // “每年补助研发计划30案”
  if (/^(?:每年|每年度|累计|全年|共|拟)*补助[^的]{2,}$/.test(lead)) return 'action'
  if (ACTION.test(lead)) return 'action'
  return inList || METRIC_END.test(lead) ? (inList ? 'list' : 'metric') : null
}

/** “综合实力进入全国前三” */
function isRank(lead: string): boolean {
  return lead.endsWith('前') && /(进入|进位|跻身|位居|位列|保持|稳居|居|列)/.test(lead)
}

function hasMetric(noun: string): boolean {
  return noun.replace(/[^\u4e00-\u9fffA-Za-z]/g, '').length >= 2
}
