import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import type { OnTheWay } from '../advance.ts'
import type { Facts } from '../filler.ts'

/** A round of a year: a batch that was published, or for standards a day on which they were enrolled. */
export interface Round {
  readonly from: string
  readonly entries: number
  readonly documentNo: string
  readonly title: string
}

/** A later decision on some of what was published. */
export interface Later extends Round {
  readonly decision: string
}

/** What the demonstration tells of one register in three years. */
export interface Story {
  readonly register: Register
  readonly unitTypes: readonly string[]
  readonly rounds: readonly Round[]
  /** Without a decision an entry reaches this state by the province's own act. */
  readonly decision: string | undefined
  readonly reached: string
  readonly later: readonly Later[]
  /** What was published or enrolled in the week before today. */
  readonly lately?: Omit<Round, 'from'>
  /** How many entries of the last weeks stand in which state. */
  readonly open: Readonly<Record<string, number>>
  readonly said: (facts: Facts) => Row
  readonly onTheWay: OnTheWay
  /** The call of the autumn, under which its entries were handed in; standards are verified the whole year. */
  readonly call?: { readonly title: string; readonly noticeNo: string }
}

/** What the stories need of the outside. */
export interface Means {
  readonly upload: (
    actor: Parameters<NonNullable<OnTheWay['asked']>[string]>[0],
    name: string,
  ) => Promise<Readonly<Record<string, unknown>>>
}

/** How many entries of the autumn stand at each step of the line, and how many have come to a bad end. */
export const LINE_OPEN = {
  submitted: 14,
  countyChecked: 8,
  countyApproved: 10,
  cityChecked: 6,
  recommended: 16,
  accepted: 10,
  supplement: 3,
  inReview: 12,
}
export const ENDS = { withdrawn: 4, notRecommended: 3, notAccepted: 3, declined: 5 }

const TOPICS: Readonly<Record<string, readonly string[]>> = {
  semiconductor: ['碳化硅功率器件', '氧化镓衬底', '氮化镓射频芯片'],
  artificial_intelligence: ['多模态大模型训练框架', '具身智能感知决策', '智能体协同推理'],
  quantum: ['超导量子测控', '量子密钥分发终端', '冷原子精密测量'],
  network: ['太赫兹通信收发', '确定性网络调度', '空天地一体化组网'],
  new_material: ['高温超导带材', '石墨烯导热薄膜', '生物基高分子材料'],
  synthetic_biology: ['酶法合成关键中间体', '微生物底盘细胞', '人工蛋白设计'],
  new_energy: ['长寿命固态电池', '兆瓦级电解制氢', '液流储能电堆'],
  metaverse: ['光场显示引擎', '数字人实时驱动'],
  cell_gene: ['通用型细胞治疗制备', '基因编辑递送载体'],
  deep_space: ['深海原位探测', '深地随钻测量'],
}
export const SUFFIXES = ['关键技术', '核心工艺', '制备技术', '系统集成技术', '工程化技术']

/** A technology of this field. */
export function topicOf(field: string, facts: Facts): string {
  return facts.random.pick(TOPICS[field] ?? TOPICS['quantum']!)
}

/** Papers of these types, with the applicant's file. */
export function papers(types: readonly string[], { file, completedOn, number }: Facts): readonly Row[] {
  return types.map((type, at) => ({ type, files: [file], number: `YS-${number}-${at + 1}`, issuer: '演示出具单位', issuedOn: completedOn }))
}

/** A field of the classification. */
export const someField = (facts: Facts) => facts.random.pick(Object.keys(TOPICS))
/** Every invented entry says that it is one. */
export const numbered = (title: string, { number }: Facts) => `${title}（演示${String(number).padStart(3, '0')}）`
