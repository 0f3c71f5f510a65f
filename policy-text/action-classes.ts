import type { Text } from './text.ts'

/** What sort of work a measure is, in the order of the domain rules. */
export const ACTION_CLASSES = [
  'build',
  'research',
  'cultivate',
  'attract',
  'formulate',
  'fund',
  'transfer',
  'share',
  'mechanism',
  'monitor',
  'coordinate',
  'publicise',
] as const
export type ActionClass = (typeof ACTION_CLASSES)[number]

interface Work {
  readonly verbs: string
  /** What would show that it was done; “X” stands for the object. */
  readonly proof: Text
}

/** The verbs of each class, and what an official would ask for as proof. */
const WORK: Readonly<Record<ActionClass, Work>> = {
  build: {
    verbs: '高标准建设|加快建设|推进建设|规划建设|布局建设|建设|布局|组建|创建|争创|搭建|打造|新建|建成|筹建|共建|改造|升级|部署',
    proof: { zh: 'X的批复、验收或挂牌文件', en: 'the approval, acceptance or opening of what is built: X' },
  },
  research: {
    verbs: '联合攻关|攻关|突破|研发|研制|攻克|开发|选育|掌握|实现突破',
    proof: { zh: 'X的验收意见、样机（样品）或检测报告', en: 'acceptance, prototype or test report: X' },
  },
  cultivate: {
    verbs: '培育壮大|梯度培育|培育|遴选|筛选|壮大|培养|孵化|认定|选树|做强|做优|引育|培训',
    proof: { zh: 'X的认定或入库名单', en: 'a list of those recognised or taken in: X' },
  },
  attract: {
    verbs: '招引|引进|吸引|引聚|集聚|招商|汇聚|柔性引进',
    proof: { zh: 'X的落户协议、合同或到岗证明', en: 'agreement, contract or proof of arrival: X' },
  },
  formulate: {
    verbs: '研究制定|编制|制定|制订|出台|修订|起草|完善政策|印发|制修订',
    proof: { zh: 'X的印发文件及文号', en: 'the document as issued, with its number: X' },
  },
  fund: {
    verbs:
      '设立|安排资金|统筹安排|加大投入|安排|投入|给予|贴息|补贴|奖励|风险补偿|发放|落实税收|强化财政支持|引导金融机构|加大信贷|支持企业上市',
    proof: { zh: 'X的拨付凭证或兑付清单', en: 'proof of payment or a list of payments: X' },
  },
  transfer: {
    verbs: '转移转化|转化|推广应用|推广|推动应用|对接|举办|示范应用|示范|应用|拓展|促进转化|推动落地',
    proof: { zh: 'X的转化合同、应用证明或活动记录', en: 'contract, proof of use or record of the event: X' },
  },
  share: {
    verbs: '开放共享|开放|共享|发布|公布|公开|联通|互认|汇集|归集',
    proof: { zh: 'X的发布链接或共享使用记录', en: 'the place of publication or records of shared use: X' },
  },
  mechanism: {
    verbs: '建立健全|建立|健全|完善|探索建立|探索|推行|试点|深化改革|改革|优化|创新机制|落实',
    proof: { zh: 'X的制度文件及运行记录', en: 'the rules as written and records of their use: X' },
  },
  monitor: {
    verbs: '动态监测|监测|评估|评价|考核|督查|督促|通报|跟踪|开展统计|调度',
    proof: { zh: 'X的监测、评估或通报材料', en: 'the monitoring, evaluation or report: X' },
  },
  coordinate: {
    verbs: '加强组织领导|加强领导|统筹推进|统筹|协调|联动|成立|强化统筹|加强统筹|协同推进|压实',
    proof: { zh: 'X的会议纪要、分工文件或工作台账', en: 'minutes, division of work or a register of progress: X' },
  },
  publicise: {
    verbs: '宣传推介|宣传|宣传解读|普及|解读|营造|弘扬|科普',
    proof: { zh: 'X的宣传报道或活动记录', en: 'reports or records of the events: X' },
  },
}

const CLASS_OF_VERB: ReadonlyMap<string, ActionClass> = new Map(
  ACTION_CLASSES.flatMap((each) => WORK[each].verbs.split('|').map((verb): [string, ActionClass] => [verb, each])),
)

/** All verbs, longer ones first, as a pattern. */
export const CLASS_VERBS = [...CLASS_OF_VERB.keys()].sort((a, b) => b.length - a.length).join('|')

/** The class of a verb of `CLASS_VERBS`. */
export function classOfVerb(verb: string): ActionClass {
  return CLASS_OF_VERB.get(verb) ?? 'mechanism'
}

/** What would prove a measure done, as a proposal for a person to take or leave. */
export function proofOf(action: ActionClass, object: string): Text {
  const { zh, en } = WORK[action].proof
  return { zh: zh.replace('X', object === '' ? '该项工作' : `“${object}”`), en: en.replace('X', object === '' ? 'the work' : object) }
}
