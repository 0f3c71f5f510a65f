import type { Outline } from './clauses.ts'
import type { HeadMatter } from './head-matter.ts'
import type { RegisterKind, RegisterMention } from './plan-draft.ts'
import { quoteOf, type Reading, wordsOf } from './reading.ts'
import type { Range } from './sentences.ts'

/** Verbs that bring a list or a platform into being: “建立…清单”, “绘制…图谱”. */
const SET_UP =
  '建立健全|建立完善|建立并发布|建立|建设|建成|建好|构建|搭建|组建|打造|编制并发布|编制|制定发布|制定|制订|梳理形成|梳理|发布|公布|形成|列出|绘制|设立|推出|实行|实施|推行|开发|上线|出台|征集发布|凝练|滚动编制|拟定|印发|筹建|新建|谋划|研究制定|汇编|设置|创建|开通|建置|编印|(?<!信息|政务|财务|党务|校务|村务|主动)公开'
/** Verbs for what is already there; such a mention is less sure. */
const KEEP = '完善|健全|更新|优化|升级|动态调整|修订|纳入|接入|并入|用好|发挥'

interface Noun {
  readonly kind: RegisterKind
  readonly pattern: string
  /** What may follow the noun without changing what it is: “清单管理制度”. */
  readonly after?: string
}

// Ranked: the first that fits at a place wins. Only platforms that hold or serve information are registers; a research platform is not.
const NOUNS = [
  { kind: 'list', pattern: '清单|台账|名单|一览表|负面清单', after: '(?:管理)?(?:制度|机制)?' },
  { kind: 'catalogue', pattern: '目录(?!库)|名录(?!库)|指导目录', after: '(?:制度)?' },
  { kind: 'ranking', pattern: '榜单|排行榜|红黑榜|百强榜|龙虎榜', after: '' },
  { kind: 'database', pattern: '数据库|知识库|数据中心|语料库|信息库|大数据库', after: '' },
  {
    kind: 'library',
    pattern:
      '(?:名录|目录|培育|项目|企业|人才|专家|成果|需求|资源|储备|后备|案例|政策|场景|入|标准|技术|产品|机构|任务|种子|问题|样板|榜样|团队)库',
    after: '(?:制度)?',
  },
  { kind: 'map', pattern: '图谱|路线图|地图|热力图|全景图|一张图', after: '' },
  {
    kind: 'platform',
    pattern:
      '(?:服务|信息|交易|管理|共享|数据|数字|数字化|网络|云|监测|追溯|溯源|对接|发布|综合|申报|调度|监管|评价|预警|大脑|公共|转化|路演|撮合|智慧|信息化|智能化|线上|在线|互联网|协同|交流|合作|开放|资源|一体化|专利|知识产权|融资|智能|登记|认证|查询|预约|展示|审批|办理|评估|分析|决策|指挥|运营|运行|存证|交换|汇聚|托管|孪生|算力|模型|政务|科普|供需|竞价|拍卖|挂牌|招商|信用|测评|感知|预报)平台|(?:信息|管理|服务|监测|调度|申报|评价|预警|数字|监管|统计|报告|档案|追溯)系统|(?:科技|技术|成果|数据|产权|要素)(?:交易)?大?市场|(?:发布|展示|交易|服务|网上|线上|数字)大厅|瞭望站',
    after: '',
  },
] as const satisfies readonly Noun[]

const NOT_PART = /^(?:式|化|内|外|单位|之外|产品|新?(?:模式|生态|格局|规则|秩序))/
const MENTIONS = NOUNS.map(({ kind, pattern, after }) => ({
  kind,
  pattern: new RegExp(`(?:${pattern})[”》]?(?:${after === '' ? '' : after})`, 'g'),
}))
// Most clauses name no register; one look saves seven searches.
const ANY_NOUN = /[单账表录榜库谱图]|中心|平台|系统|市场/
const VERBS = new RegExp(`${SET_UP}|${KEEP}`, 'g')
const IS_SET_UP = new RegExp(`^(?:${SET_UP})$`)
// A mention stays inside one clause; sixty characters hold the longest name of the genre (“建立集…于一体的综合服务平台”).
const LONGEST_NAME = 60

/** Finds the registers a plan wants set up or published. Ordinary mechanisms (完善…机制) are not registers and are left out. */
export function findRegisters(reading: Reading, outline: Outline, head: HeadMatter): readonly RegisterMention[] {
  return reading.body.paragraphs
    .filter((paragraph) => paragraph.start >= head.planStart)
    .flatMap((paragraph) => {
      const text = reading.body.copy.text.slice(paragraph.start, paragraph.end)
      return clauseRanges(text).flatMap((clause) =>
        mentionsIn(text, clause).map((found) => mention({ reading, outline, offset: paragraph.start }, found)),
      )
    })
}

interface Found extends Range {
  readonly kind: RegisterKind
  readonly nameStart: number
  /** What a bare noun is about when it stands before the verb: “对关键技术列出目录”. */
  readonly object: string
  readonly isNew: boolean
  readonly verb: string
}

function clauseRanges(text: string): readonly Range[] {
  return [...text.matchAll(/[^,。;:!?\n]+/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

function mentionsIn(text: string, clause: Range): readonly Found[] {
  const words = text.slice(clause.start, clause.end)
  if (words.length < 4 || !ANY_NOUN.test(words)) return []
  const found: Found[] = []
  for (const { kind, pattern } of MENTIONS) {
    for (const match of words.matchAll(pattern)) {
      const end = match.index + match[0].length
      if (NOT_PART.test(words.slice(end, end + 4))) continue
      const verb = governingVerb(words, match.index)
      if (!verb || !isNamed(kind, words.slice(verb.end, end))) continue
      const object = end - verb.end <= 3 ? (/对([^,、]{2,30})$/.exec(words.slice(Math.max(0, verb.start - 40), verb.start))?.[1] ?? '') : ''
      const start = object === '' ? verb.start : verb.start - object.length - 1
      found.push({
        kind,
        start: clause.start + start,
        end: clause.start + end,
        nameStart: clause.start + verb.end,
        object,
        isNew: verb.isNew,
        verb: words.slice(verb.start, verb.end),
      })
    }
  }
  return withoutNested(found, words, clause.start)
}

/** The first set-up verb that is near enough; a later one would cut the name: “建立集…发布…于一体的平台”. */
function governingVerb(words: string, nounAt: number): { readonly start: number; readonly end: number; readonly isNew: boolean } | null {
  const from = Math.max(0, nounAt - LONGEST_NAME)
  const verbs = [...words.slice(from, nounAt).matchAll(VERBS)]
  const chosen = verbs.find((match) => IS_SET_UP.test(match[0])) ?? verbs.at(0)
  if (!chosen) return null
  const start = from + chosen.index
  return { start, end: start + chosen[0].length, isNew: IS_SET_UP.test(chosen[0]) }
}

const GENERIC =
  /公共|综合|信息|服务|数字化?|网络|共享|统一|专业化?|集成化|一体化|科技|创新|技术|高水平|平台|交流|合作|管理|系统|线上|在线|协同|开放|资源|对接|转化|成果|孵化|中试|各类|体系|国际|的|和|与|、/g

/** “建设一批…平台” and “搭建平台” name nothing that could be kept as a register. */
function isNamed(kind: RegisterKind, name: string): boolean {
  if (kind !== 'platform') return name.length >= 2
  return !/^(一批|若干|各类|多个|多种|\d+|更多)/.test(name) && name.replaceAll(GENERIC, '').length >= 2
}

/** Of two mentions over the same words the longer is kept; “建立A清单和B图谱” are two, the second without the verb. */
function withoutNested(found: readonly Found[], words: string, offset: number): readonly Found[] {
  const sorted = [...found].sort((a, b) => a.end - b.end || a.start - b.start)
  const kept: Found[] = []
  for (const one of sorted) {
    const last = kept.at(-1)
    if (!last || one.start >= last.end) kept.push(one)
    else if (one.end > last.end) {
      const mark = /^[”》]?(?:管理)?(?:制度|机制)?(?:、|和|及|与|以及)/.exec(words.slice(last.end - offset))
      if (mark && one.end - last.end - mark[0].length >= 3)
        kept.push({ ...one, start: last.end + mark[0].length, nameStart: last.end + mark[0].length })
      else kept[kept.length - 1] = one
    }
  }
  return kept
}

interface MentionPlace {
  readonly reading: Reading
  readonly outline: Outline
  readonly offset: number
}

const JOINS = /^(?:纳入|接入|并入)$/

function whyOf({ verb, isNew }: Found): RegisterMention['why'] {
  return isNew
    ? { zh: `动词“${verb}”后的清单、库、目录、榜单、平台等名称`, en: `the name of a list, library or platform after “${verb}”` }
    : { zh: `“${verb}”用于已有的清单或平台，可能无须新建`, en: `“${verb}” speaks of one that exists; there may be nothing to set up` }
}

function mention({ reading, outline, offset }: MentionPlace, found: Found): RegisterMention {
  const name = nameOf(reading.body.copy.text.slice(offset + found.nameStart, offset + found.end))
  const nameStart = found.nameStart + name.from
  return {
    ...quoteOf(reading, offset + found.start, offset + found.end),
    kind: found.kind,
    name: found.object + wordsOf(reading, offset + nameStart, offset + nameStart + name.length),
    clause: outline.clauseAt(offset + found.start),
    mode: found.isNew ? 'set_up' : JOINS.test(found.verb) ? 'join' : 'extend',
    confidence: found.isNew ? 0.85 : 0.5,
    why: whyOf(found),
  }
}

/** The name proper: without “一批”, without “管理制度” after it and without a long description before it. */
function nameOf(words: string): { readonly from: number; readonly length: number } {
  const tail = /(管理)?(制度|机制)$/.exec(words)?.[0].length ?? 0
  const bare = words.slice(0, words.length - tail)
  const described = bare.lastIndexOf('的')
  const first =
    described > 0 && bare.length - described > 6
      ? described + 1
      : (/^(?:[^、和及与]{2,24}\d+[家个座项]?(?:以上|左右)?(?:、|和|及|与)|[^和及与]{2,12}(?:社区|中心|基地|实验室|联盟)(?:和|及|与)|一批|并|和|定期|动态|滚动|及时|更新|发布|公布|完善|形成|建好|用好)+(?=.{3,})/.exec(
          bare,
        )?.[0].length ?? 0)
  return { from: first, length: bare.length - first }
}
