import { ACTION_PATTERN } from './actions.ts'
import { flowOf, hasAction, metricOf, underFlow } from './metrics.ts'
import { type Binding, bindingOf } from './qualifiers.ts'
import type { Segment } from './segments.ts'
import { METRIC_END } from './words.ts'

/** What the clauses of a sentence hand on from one to the next. */
export interface Scope {
  strives: boolean
  yearly: boolean
  subject: string
  inList: boolean
  /** What the figures of the clause before measure: “推广A50架、B100台,2029年分别达到…”. */
  before: readonly string[]
  /** Metrics named together: “国产化率、覆盖率分别达到90%、80%”. */
  shared: readonly string[]
  /** Years named together: “2027年、2028年产值分别达到…”. */
  years: readonly string[]
  /** Years named together in a clause of their own: “2027年、2030年,…分别达到…”. */
  together: readonly string[]
  /** The verb that governs a list: “新增A 600个、B 450张”. */
  flow: string
  /** How the first of several figures after 分别 binds. */
  binding: Binding | null
}

/** “2027年、2030年,产业规模分别达到…”: years that stand for themselves and hold for what follows in pairs. */
export function yearsAlone(clause: string): readonly string[] | null {
  const years = [...clause.matchAll(/20\d\d/g)].map((match) => match[0])
  return years.length >= 2 && /^(?:\d{1,2}[.、])?(?:到|至|力争|在)*(?:20\d\d年?(?:底|末)?(?:、|和|及)?)+$/.test(clause) ? years : null
}

const YEARS_TOGETHER = /(?:20\d\d年(?:、|和))+20\d\d年/

/** In “分别突破2万家、5万家” the word before the first figure ties the second one too. */
export function sharedBinding(scope: Scope, text: string, segment: Segment): Binding {
  const own = bindingOf(text, segment, scope.strives)
  const lead = text.slice(segment.start, segment.quantity.start)
  const follows = lead === '' && segment.continues && scope.shared.length > 1 && own.comparator === 'equal'
  if (follows && scope.binding) return scope.binding
  // What stands behind a figure (以上) is said of it alone.
  if (isPaired(text, segment)) scope.binding = segment.quantity.tail === '' ? own : null
  return own
}

/** “分别达到10家和20家”, “各10家和20家”: the figures belong to the things named together, one to one. */
function isPaired(text: string, segment: Segment): boolean {
  const lead = text.slice(segment.start, segment.quantity.start)
  return (
    /分别/.test(lead) ||
    (/各(?:新增|新建|达到|达|不少于)?$/.test(lead) && /^(?:和|及|与|、)\d/.test(text.slice(segment.quantity.end, segment.quantity.end + 2)))
  )
}

// “新增国家级、省级创新平台”, “小学、初中专任教师学历占比”: words that part one thing into several.
const PARTED =
  /^(?:(?:国家|省|市|区|县|世界|部)级|小学|初中|高中|幼儿园|学前|中职|高职|城镇|城市|城区|农村|乡村|县域|男性|女性)(?:及?以上)?/
const NEW = /^(?:新增|新建|新认定|新培育|净增)/
// “化肥、农药使用量”, “风电、光伏装机”: what is measured of all of them.
const MEASURED =
  /(?:(?:排放|使用|消费|消耗|吞吐|储存|施用|占有|拥有|保有)量|[用产总销运]量|装机(?:容量|规模)?|增加值|总?产值|(?:营业|销售)?收入|投资额?|规模|面积|里程|浓度|数量)$/

/** The names of things said together; what is left out of one is said with the last, and 新增 with the first. */
function namesOf(own: string): readonly string[] {
  const printed = own.split(/、|和|与|及/)
  const first = NEW.exec(printed[0] ?? '')?.[0] ?? ''
  const names = printed.map((name) => name.replace(NEW, ''))
  const last = names.at(-1) ?? ''
  const rest = PARTED.test(last) ? last.replace(PARTED, '') : ''
  const measure = MEASURED.exec(last)?.[0] ?? ''
  return names.map((name) => {
    if (rest !== '' && name.replace(PARTED, '') === '') return first + name + rest
    return first + (METRIC_END.test(name) ? name : name.endsWith(measure) ? name : name + measure)
  })
}

/** A clause without a metric of its own speaks of the one before: “增加值达到500亿元,年均增长8%”. */
function share(scope: Scope, lead: string, own: string): void {
  const here = [...(YEARS_TOGETHER.exec(lead)?.[0] ?? '').matchAll(/20\d\d/g)].map((match) => match[0])
  const names = namesOf(own)
  scope.years = here.length > 0 ? here : names.length === 1 ? scope.together : []
  const metric = here.length === 0 ? own : own.replace(/^.*20\d\d年/, '')
  scope.shared = scope.years.length === 0 ? names : scope.years.map(() => metric)
}

// “国家级创新中心2家、省级30家”
const LEVEL = /^(?:国家级|省级|市级|县级)(?:及?以上)?/
const LEVEL_ALONE = /^((?:国家级|省级|市级|县级)(?:及?以上)?)数量$/

// “建设概念验证中心、中试基地,到2032年分别达到…”: the list stands in the clause before, after its verb.
const AFTER_ACTION = new RegExp(`^.*(?:${ACTION_PATTERN})(?=[^、]{2,})`)

function namedBefore({ subject, before }: Scope, { quantity }: Segment): string {
  if (before.length >= 2) return before.join('、')
  if (!/[、和与]/.test(subject)) return ''
  const names = subject.replace(AFTER_ACTION, '').split(/、|和|与/)
  return names.map((name) => (quantity.unitClass === 'count' && !/[数量]$/.test(name) ? `${name}数量` : name)).join('、')
}

// “营业收入超过100亿元的”, “5亿元以上的”
const CRITERION = /(?:超过|超|突破|达到|达)?\d[\d.]{0,11}[万亿]{0,2}元(?:以上)?的/

/** “年营业收入超100亿元的企业20家、超50亿元的40家”, “培育一批集群,年营业收入超100亿元的5个”: things counted by what they reach. */
function ofSameKind(own: string, { subject }: Scope): string {
  const criterion = CRITERION.exec(own)?.[0]
  if (criterion === undefined || !own.endsWith(`${criterion}数量`)) return own
  if (own.startsWith(criterion) && CRITERION.test(subject)) return subject.replace(CRITERION, criterion)
  const things = /(?:一批|若干)([^、,]{2,})$/.exec(subject)?.[1]
  return things === undefined ? own : `${own.slice(0, -'数量'.length)}${things}数量`
}

// “每年投入不低于5000万元”, “签约50项”: the verb alone says what is counted.
const GIVEN = /(投入|签约|立项|入库|开工|投产|竣工|培训|接待|诊断|推介|巡查|检测|筛查|接种)(?:不低于|不少于|超过|达到|至少|约)*$/

/** The name of what a figure measures; figures beside each other lend one another what they leave out. */
export function metricName(written: string, segment: Segment, start: number, scope: Scope): string {
  const name = ofSameKind(metricOf(written, { ...segment, start }), scope)
  const lead = written.slice(segment.start, segment.quantity.start)
  const governed = segment.continues && !hasAction(lead)
  if (!governed) scope.flow = flowOf(lead)
  const own = governed ? underFlow(name, scope.flow) : name
  const { subject } = scope
  const given = own === '' ? GIVEN.exec(written.slice(segment.start, segment.quantity.start))?.[1] : undefined
  if (given !== undefined) return given === '投入' ? given : `${given}数量`
  if (isPaired(written, segment)) {
    share(
      scope,
      written.slice(segment.start, segment.quantity.start),
      own === '' ? namedBefore(scope, segment) : own.startsWith('占') ? subject + own : own,
    )
    return scope.shared[0] || '数量'
  }
  if (own === '' && segment.continues && scope.shared.length > 1) {
    scope.shared = scope.shared.slice(1)
    scope.years = scope.years.slice(1)
    return scope.shared[0] ?? own
  }
  const level = LEVEL_ALONE.exec(own)?.[1]
  if (level !== undefined && LEVEL.test(subject)) return `${level}${subject.replace(LEVEL, '')}`
  // “床位数达到30万张,每千人口达到7.2张”
  const per = subject === '' ? undefined : /^(每[百千万]?[人名户亩][^数量]{0,4}|人均|户均|亩均|地均)(?:数量)?$/.exec(own)?.[1]
  if (per !== undefined) return per + subject
  const isBare =
    /^(年均|占比|比重|增速|增幅|降幅|升幅|其中|年|年均增速|年均增长率?|年均?复合(?:增长|成长)率|数量|总量|规模|排名|(?:高于|低于|快于|优于)[^,、]{2,16}|占[^,、]{1,12}(?:比重|比例|比)|)$/.test(
      own,
    )
  if (!isBare || subject === '') return own === '' ? '数量' : own
  const added = own === '年' || /^[高低快优]于/.test(own) || (own === '排名' && subject.endsWith('排名')) ? '' : own
  return `${subject.replace(/数量$/, added === '' ? '数量' : '')}${added}`
}
