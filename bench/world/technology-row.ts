import type { Random } from '#apps/cli/seed/random.ts'
import type { Row } from '#engine/access/holds.ts'

/** A unit and where it lies. */
export interface Place {
  readonly id: string
  readonly title: string
  readonly area: string
}

const FIELDS = [
  'semiconductor',
  'artificial_intelligence',
  'quantum',
  'network',
  'new_material',
  'synthetic_biology',
  'new_energy',
  'metaverse',
  'cell_gene',
  'deep_space',
] as const
const SUBJECTS = [
  '碳化硅',
  '氧化镓',
  '大模型',
  '具身智能',
  '超导量子',
  '冷原子',
  '太赫兹',
  '确定性网络',
  '高温超导',
  '石墨烯',
  '底盘细胞',
  '人工蛋白',
  '固态电池',
  '电解制氢',
  '光场显示',
  '基因编辑',
  '深海探测',
  '随钻测量',
]
const OBJECTS = ['功率器件', '训练框架', '测控系统', '通信收发', '导热薄膜', '合成中间体', '储能电堆', '显示引擎', '递送载体', '感知决策']
const SUFFIXES = ['关键技术', '核心工艺', '制备技术', '系统集成技术', '工程化技术']
/** Two characters each: frequent, and one that nothing holds. */
export const SEARCHES = ['量子', '超导', '电池', '随钻', '薄膜', '智能', '工艺', '蛋白', '稀土'] as const

/** What a person types into the form. */
export function technologyValues(random: Random, place: Place, number: number): Row {
  const trl = 5 + random.below(4)
  const completedOn = day(random.below(1_100))
  return {
    title: `${random.pick(SUBJECTS)}${random.pick(OBJECTS)}${random.pick(SUFFIXES)}（基准${number}）`,
    field: random.pick(FIELDS),
    area: place.area,
    channel: 'city_bureau',
    leadUnit: place.id,
    contact: '基准联系人',
    phone: '13800000000',
    firstUnit: place.title,
    people: '基准完成人',
    category: random.pick(['original', 'cross', 'disruptive']),
    breakthrough: random.pick(['domestic_gap', 'world_class', 'self_reliant']),
    keyFigures: [
      {
        name: '关键性能',
        unit: '%',
        before: String(60 + random.below(10)),
        goal: '90',
        measured: String(90 + random.below(9)),
        source: '检测报告',
      },
    ],
    trlBefore: trl - 3,
    trlAfter: trl,
    projectSource: 'provincial_frontier',
    projectNo: `YS2024${String(1e6 + number)}`,
    technologyNo: 1,
    completedOn,
    rights: [
      {
        type: 'invention',
        number: `ZL2024${String(1e8 + number)}.X`,
        owner: place.title,
        status: '有效',
      },
    ],
    evidence: [
      {
        type: 'test_report',
        number: `JC-${number}`,
        issuer: '基准检测机构',
        issuedOn: completedOn,
        files: [],
      },
      {
        type: 'user_statement',
        issuer: '基准用户',
        issuedOn: completedOn,
        files: [],
      },
    ],
    disclosure: 'open',
    secrecyPledge: true,
  }
}

/** 2023-11-01 and so many days. */
function day(days: number): string {
  return new Date(Date.UTC(2023, 10, 1 + days)).toISOString().slice(0, 10)
}
