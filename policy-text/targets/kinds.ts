import type { Target, TargetKind } from '../plan-draft.ts'

type Figure = Pick<Target, 'metric' | 'quote' | 'unit' | 'period' | 'comparator' | 'qualifier'>

const RELATIVE = /(?:较|比|与)(?:20\d\d|上年|去年|目前|“?十[三四五]五|基期)|个?百分点$|翻|倍增/
const FLOW =
  /新增|新建|新布局|新认定|新培育|新引进|引进|引育|招引|组织|举办|制定|制修订|制订|修订|攻克|突破|研制|研发|转化|实施|立项|布局|选派|培训|遴选|发布|净增|推广|服务|开展/

/** What sort of figure a target is: a level, a flow, a sum over years, a rate, a rank, or a change against something. */
export function kindOf({ metric, quote, unit, period, comparator, qualifier }: Figure): TargetKind {
  if (/排名$|位次$/.test(metric) || unit === '强') return 'rank'
  if (period === 'cumulative') return 'cumulative'
  if (metric.endsWith('倍数')) return 'rate'
  if (RELATIVE.test(unit ?? '') || RELATIVE.test(quote) || /^[万亿]?[番倍]$/.test(unit ?? '')) return 'relative'
  if (unit === '成' || unit === '%' || unit === '‰' || unit === null || qualifier === 'growth_rate') return 'rate'
  return period === 'per_year' || (comparator !== 'more_than' && !/[元]$/.test(unit ?? '') && FLOW.test(/^\D*/.exec(quote)?.[0] ?? ''))
    ? 'flow'
    : 'stock'
}

/** “瞪羚、独角兽企业100家”: one figure for several things, which have to reach it together. */
export function jointOf(metric: string): readonly string[] | null {
  const bare = metric
    .replace(/\([^()]*\)/g, '')
    .replace(/^(?:主持|主导|牵头|参与|制定|修订|或|并)+/, '')
    .replace(/(?:引进|培育|组建|布局|建设|制定|制修订)?数量$|排名$/, '')
  if (/等|(?:率|比重|占比|强度|增速|额|值)$/.test(bare) || bare.length > 40) return null
  const parts = bare.split(/、|和|及|与|或/).filter((part) => part.length >= 2)
  return parts.length >= 2 &&
    parts.length <= 6 &&
    !parts.slice(0, -1).some((part) => /[性型化级类]$|^可/.test(part)) &&
    !/(?:研究|技术|科学)[和与]/.test(bare)
    ? parts
    : null
}
