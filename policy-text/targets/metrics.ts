import { ACTION_PATTERN } from './actions.ts'
import type { Segment } from './segments.ts'
import { ADVERB_PATTERN, CHANGE_END, RELATION_END, SHARE_BASE } from './words.ts'

const OPENING_WORDS = new RegExp(
  `^(?:(?:到|至|在|于)?20\\d\\d年(?:年?底前|末前|底|末|前)?|(?:\\d{1,2}月|年)底?前|年(?=培养|培训|引进|新增|服务|举办|认定)|(?:到)?“?十[三四五六]五”?(?:末|期末|期间|时期)|(?:本届政府)?任期内|${ADVERB_PATTERN})+`,
)
// Words that begin like a verb and are a noun: “应用场景”, “服务机构”.
const KEPT =
  '孵化(?:器|基地|载体|面积|空间)|应用(?:场景|示范|技术|研究)|服务(?:平台|机构|业|中心|站)|发展(?:指数|规划)|培训(?:基地|机构)|组织机构|研发(?:机构|人员|中心|平台|投入|经费|活动)|授权(?:发明|专利)|入库企业|转化(?:率|平台|基地)|培育库|开放(?:平台|课题)|生产(?:线|基地|企业)|攻关(?:项目|任务)|参与单位|推广(?:目录|站)|支持(?:政策|计划)|(?:生成|开放|应用|服务|创新|开发|组织)(?:式|型)|服务(?:贸易|外包|券|团|站点)|培训(?:班|机构|师)|应用软件|投入产出|登记机构|改造项目|转化项目|(?:筛查|接种|收治)(?:中心|门诊|机构|站|点|基地|率)'
// “引进、转化和推广新品种”
const FURTHER_ACTION = new RegExp(`^(?:、|和|及|与)(?=(?:${ACTION_PATTERN})[^、]{2})`)
const OPENING_ACTION = new RegExp(`^(?!${KEPT})(?:${ACTION_PATTERN})(?:并|和|或|及)?`)
// What ties a metric to its figure, except nouns of growth, which are part of its name: “年均增速达到20%”.
const REACHING = new RegExp(RELATION_END.source.replace('增幅|增速|降幅|', ''))
const CLOSING_WORDS = /(?:力争|争取|努力|确保|总数|合共|合计|要|将|平均|(?<!年)均|各|分别|每年|保持|维持|稳定|数量达|全部|基本|总体|预计)+$/

// “较2029年增加15件”: what it is held against.
const SINCE = /(较|比|与)(20\d\d年(底|末)?|上年|去年|“?十[三四五六]五”?末?)(相比)?$/
// “年均增速高于平均增速2个百分点”: the benchmark is no part of the name.
const BENCHMARK = /(?<=[率比重度额量速值幅长])(?:高于|低于|快于|优于|超过|超出)[^,、]{2,24}$/

// “由812家增加到…”
const FROM = /(由|从)[^,、]{0,4}\d(?:,\d{3}|[^,])*$/

/** The name of what is measured, in plain simplified words: “每年引进10名以上领军人才” → “领军人才数量”. */
export function metricOf(text: string, segment: Segment): string {
  const lead = text.slice(segment.start, segment.quantity.start)
  const rest = text.slice(segment.quantity.end, segment.end)
  return tidy(segment.form === 'before' && rest !== '' ? countedNoun(lead, rest, segment.quantity.unitClass) : measuredNoun(lead, segment))
}

function countedNoun(lead: string, rest: string, unitClass: string): string {
  const noun = headNoun(rest.replace(/^(的|以上|左右)+/, ''))
  if (unitClass !== 'count') return /(基金|资金)$/.test(noun) ? `${noun}规模` : noun
  return countName(lastAction(lead), noun)
}

function measuredNoun(lead: string, segment: Segment): string {
  if (lead.endsWith('前') || segment.quantity.unit === '强')
    return `${withoutOpening(lead).replace(/^(进入|跻身|位居|位列|列)|(?:均|继续)?(?:进入|进位|跻身|位居|位列|保持|稳居|居|列)在?(?:全国|全省|全市|全球|世界)?前$|前$/g, '')}排名`
  const change = CHANGE_END.exec(lead)?.[0] ?? ''
  const words = withBase(lead)
    .replace(/(?<=[至到]|^)20\d\d(?:-\d\d)?年度?的$/, '')
    .replace(/每(?:人|亩|户|家|万人|平方公里|平方米|立方米|公斤|千克|吨|度|千瓦时|千瓦|公里|辆|次|年)$/, '')
    .replace(FROM, '')
    .replace(REACHING, '')
    .replace(CLOSING_WORDS, '')
    .replace(REACHING, '')
    .replace(/(?:于|在|到|至)20\d\d年(?:年?底前|底|末|前|或之前)?$/, '')
    .replace(SINCE, '')
  const grown = /(?:净增|新增)$/.exec(change)?.[0] ?? ''
  return segment.quantity.unitClass === 'count' ? countedBefore(words + grown, segment.quantity.unit) : amount(words, change)
}

/** “研发总开支增至本地生产总值的” → “研发总开支占本地生产总值比重” */
function withBase(lead: string): string {
  const found = SHARE_BASE.exec(lead)
  return found?.[2] === undefined || found.index < 2 ? lead : `${lead.slice(0, found.index)}占${found[2].slice(0, -1)}比重`
}

/** “组建新型研发机构” → “新型研发机构组建数量”. */
function countedBefore(words: string, unit: string): string {
  const grown = /^(.{2,}?)(净增|新增)(?:约|超过?)?$/.exec(words)
  if (grown?.[1] && grown[2]) return increaseName(grown[2], headNoun(withoutOpening(grown[1])))
  const yearly = /^(?:可|将|实现)?年(产|处理|加工|销售|交付)(.+)$/.exec(words)
  if (yearly) return `${yearly[2]}年${yearly[1]}量`
  const noun = headNoun(withoutOpening(agentless(words)))
  if (noun === '') return ''
  // “年均服务企业3000家次” counts services, not enterprises.
  if (unit.endsWith('次') && words.endsWith(`服务${noun}`)) return `服务${noun}数量`
  return /(数|数量|量|额|规模|总数|面积|里程)$/.test(noun) ? noun : countName(lastAction(words.slice(0, words.length - noun.length)), noun)
}

function amount(words: string, change: string): string {
  // 年均 opens other names, here it is one.
  if (/^年均(?:增速|增长率|增幅)$/.test(words)) return '年均增速'
  const plain = words
    .replace(OPENING_WORDS, '')
    .replace(BENCHMARK, '')
    .replace(/^(实现|形成|推动|力促|使|安排|投入(?=.)|设立|完成|建成|新建|铺设)/, '')
    .replace(/^(?:年)?(减排|节约)(.{2,})$/, '$2$1量')
    .replace(/^(登记|成交)(.{2,})$/, '$2$1额')
    .replace(/^(?:降低|减少|压减)(?=.{2,})/, '')
    .replace(/(?:力争)?(?:实现|达到)?(?<!\d)[\d一二三四五两]年$/, '')
  if (plain.endsWith('年均增长')) return plain.replace(/增长$/, '增速')
  return plain + growthWord(change)
}

/** The verb stays in the name when it says that the figure is a flow: 引进, 制定; 形成 and 建成 say nothing of the kind. */
function countName(action: string, noun: string): string {
  if (SOLVING.test(action) || INCREASE.test(action)) return `${action}${noun}数量`
  return `${noun}${FLOW.exec(action)?.[0] ?? ''}数量`
}

const SOLVING = /^(突破|攻克|转化|高质量转化|转移转化)$/
const INCREASE = /^(?:新(?!型)|净增)/
const FLOW =
  /(?:引进培养|培养引进|引进|引育|引入|培育|培养|组建|布局|建设|筛选|遴选|选派|制定|制修订|研制|组织|举办|认定|培训|征集|归集|评选|辅导|解决|实施|改造|修复|淘汰|整治)$/

/** “新增”, “制修订”: what the verb before a figure says of those that follow it in a list; “建设” would say too little. */
export function flowOf(lead: string): string {
  const action = lastAction(lead)
  const flow = INCREASE.test(action) ? action : (FLOW.exec(action)?.[0] ?? '')
  return /^(?:建设|培育|布局|组建|实施|组织)$/.test(flow) ? '' : flow
}

/** The name of a later figure of a list, with the verb that governs the list: “新增托位600个、床位450张”. */
export function underFlow(name: string, flow: string): string {
  if (!name.endsWith('数量') || flow === '') return name
  return INCREASE.test(flow) ? `${flow}${name}` : `${name.slice(0, -'数量'.length)}${flow}数量`
}

/** True where a verb stands before a figure. */
export function hasAction(lead: string): boolean {
  return lastAction(lead) !== ''
}
const LAST_ACTION = new RegExp(`(?:高质量转化|${ACTION_PATTERN})(?=(?:不少于|不低于|至少|约|近|超过)?$)`)

function lastAction(lead: string): string {
  return LAST_ACTION.exec(lead)?.[0] ?? ''
}

/** “科技型中小企业年均新增300家”, “五年累计新增1500家” */
function increaseName(verb: string, words: string): string {
  const noun = words.replace(/(?:[一二三四五\d]年)?(?:年均|每年|累计)?$/, '')
  return noun === '' ? '' : `${verb}${noun}数量`
}

/** “推动市场主体制定地方标准”, “依托高校布局试点”: what is counted follows the second verb. */
function agentless(words: string): string {
  const bare = words
    .replace(OPENING_WORDS, '')
    .replace(/^在[^,]{2,30}?(领域|方面|行业)/, '')
    .replace(EACH_PLACE, '')
  const agent = AGENT.exec(bare)
  return agent && bare.length - agent[0].length >= 4 ? bare.slice(agent[0].length - (agent[1]?.length ?? 0)) : bare
}

// “每个乡镇培育电商带头人3名”
const EACH_PLACE = new RegExp(`^(?:每个?)?(?:乡镇|县|市|区|村|街道|园区|设区市)(?=${ACTION_PATTERN})`)

const AGENT = new RegExp(`^(?:与|依托|推动|支持|引导|鼓励|围绕|通过|面向|促进|带动|在)[^,、]{2,16}?(${ACTION_PATTERN})`)

/** “主攻未来领域、掌握前沿成果的骨干企业” → “骨干企业”: a long description is left out, a short one is kept. */
function headNoun(described: string): string {
  // “企业和一批…”, “特派员帮助企业解决…”
  const noun = described.replace(/(?<=.{2})(?:(?:、|和|及|与)(?:一批|若干)|帮助|赴|前往|深入|导入).*$/, '')
  const at = noun.lastIndexOf('的')
  return at > 10 && noun.length - at > 4 ? noun.slice(at + 1) : noun
}

// “年均增长8%” measures a rate of growth, “提高5个百分点” the thing itself.
function growthWord(change: string): string {
  if (change.includes('年均增长')) return '年均增速'
  return /增长|成长/.test(change) ? '增速' : ''
}

function withoutOpening(lead: string): string {
  let noun = lead.replace(OPENING_WORDS, '')
  while (OPENING_ACTION.test(noun) && !/^[^、]{2,10}并/.test(noun))
    noun = noun.replace(OPENING_ACTION, '').replace(FURTHER_ACTION, '').replace(OPENING_WORDS, '')
  return noun
}

/** One name for one thing: 研究与试验发展(R&D)经费 and 研发经费 are the same. */
function tidy(name: string): string {
  return name
    .replace(/研究(?:开发)?与(试验)?(开发|发展)(\(R&D\)|R&D)?/g, '研发')
    .replace(/研发\(R&D\)|R&D/g, '研发')
    .replace(/^科技进步对经济增长的?贡献率/, '科技进步贡献率')
    .replace(/^\d{1,2}[.、](?!\d)/, '')
    .replace(/(?<=.{2})每年(?=.{2})|(?<=经费|投资|资金|额)新台币$|^平均(?=每)/g, '')
    .replace(/(?:实现)?倍增$/, '')
    .replace(/(?<=.)累计(?=.{2})/, '')
    .replace(/^(其中|即|全省|全市|我省|我市|的|,)+/, '')
    .replace(/的占$/, '的占比')
    .replace(/全覆盖数量$/, '数量')
    .replace(/(数量|排名)\1$/, '$1')
    .replace(/(?<=数目|[^多少人]数)数量$/, '')
    .replace(/(?<=排名|位次|指数)数量$/, '')
    .replace(/就业数量$/, '就业人数')
    .trim()
}
