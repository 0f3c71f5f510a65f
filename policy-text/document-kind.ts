import type { DocumentKind, ReadKind } from './document-kinds.ts'
import type { HeadMatter } from './head-matter.ts'
import type { Reading } from './reading.ts'
import { toSimplified } from './traditional.ts'

/**
 * By the words a title ends with or names. 方案, 计划, 措施 are no statutory types (党政机关公文处理工作条例, 2012): they are issued by a
 * notice, so what the text is goes by its own title; the first line that fits decides.
 */
const BY_TITLE = [
  ['explanation', /解读|一图读懂|图解|答记者问|问答|起草说明|编制说明/],
  [
    'statistics',
    /(统计|数据|普查|监测)(公报|快报|月报|分析)|(经济|产业|市场|行业|财政|工业|旅游)运行(情况|简况|分析)|统计年鉴|主要(经济|统计)?指标(完成|运行)情况/,
  ],
  ['task-list', /(任务|责任|工作)(分工|分解|清单)|分工方案|分解表|任务表|分工表/],
  ['report', /报告$|白皮书$|总结$|汇报$|(完成|进展|落实)情况$|检讨$|摘要$/],
  ['measures', /(办法|细则|规定|条例|措施|规则|政策|若干条|\d+条|指引|指南)$/],
  ['opinions', /(意见|决定|建议)$/],
  ['plan', /(规划|计划|方案|纲要|要点|行动|蓝图|工程|安排|策略|任务书)$/],
  ['notice', /(通知|通告|公告|通报|公示)$/],
] as const satisfies readonly (readonly [DocumentKind, RegExp])[]

// “本报讯”, “会议强调”, “市民政局负责人表示”: somebody tells of others.
const TOLD =
  /本报讯|讯\(|记者|通讯员|据悉|日前,|近日,|(?:会议|会上|活动|仪式)(?:指出|强调|要求|认为|现场|上,)|(?:介绍|表示|透露|告诉记者)[,:]|(?:召开|举行|举办|出席|致辞|揭牌|签约)[。,]|在会上|主持会议|出席会议/g
// “比上年增长”, “年末拥有”, “全年实现”: what was.
const COUNTED = /比(?:上年|去年|上月|上年末|上年同期|年初)|同比|环比|年末|全年(?:全[市省县区国])?|初步核算|据统计|截至20\d\d年/
const WANTED = /到20\d\d年|力争|争取|要(?:加|推|强|建|完)|应当|加快|推进|推动|完善|加强|制定|落实|支持|鼓励/
const FIGURE = /\d(?:\.\d+)?(?:%|亿|万|家|个|人|户|件|项|张|公里|吨)/

/** What sort of document a text is, by its title and by how its sentences speak. */
export function documentKindOf(reading: Reading, { title }: Pick<HeadMatter, 'title'>): ReadKind {
  const spoken = spokenKind(reading)
  const named = title === null ? undefined : titledKind(reading.traditional ? toSimplified(title) : title)
  if (named === undefined) return spoken ?? UNKNOWN
  const agrees = spoken === null || spoken.kind === named.kind
  // A title in the manner of a plan over a text that only tells of others is the headline of news.
  if (spoken?.kind === 'news' && reading.headings.length === 0) return spoken
  return { ...named, confidence: agrees ? 0.95 : 0.75 }
}

function titledKind(title: string): Omit<ReadKind, 'confidence'> | undefined {
  const bare = title.normalize('NFKC').replace(/(?:\([^()]{1,20}\)|”)+$/, '')
  const found = BY_TITLE.find(([, pattern]) => pattern.test(bare))
  const words = found && (found[1].exec(bare)?.[0] ?? '')
  return found && { kind: found[0], why: { zh: `标题中的“${words}”`, en: `“${words}” in the title` } }
}

const ENOUGH_TOLD = 3
const ENOUGH_COUNTED = 5
const MOST = 0.5
const READ_PART = 20_000

function spokenKind({ body, headings }: Reading): ReadKind | null {
  const text = body.copy.text.slice(0, READ_PART)
  const told = text.match(TOLD)?.length ?? 0
  if (headings.length < 2 && told >= ENOUGH_TOLD)
    return {
      kind: 'news',
      confidence: 0.85,
      why: { zh: '通篇转述会议、活动和他人所说', en: 'it tells of a meeting, an event or what others said' },
    }
  const figures = text.split(/[。;\n]/).filter((sentence) => FIGURE.test(sentence))
  const counted = figures.filter((sentence) => COUNTED.test(sentence) && !WANTED.test(sentence)).length
  if (counted < ENOUGH_COUNTED || counted / figures.length < MOST) return null
  return {
    kind: 'statistics',
    confidence: 0.8,
    why: { zh: '数字多为同比、年末、全年一类的统计结果', en: 'most figures are results: of the year, against the year before' },
  }
}

const UNKNOWN: ReadKind = { kind: 'unknown', confidence: 0.4, why: { zh: '标题和行文都不足以判断', en: 'neither title nor wording tells' } }
