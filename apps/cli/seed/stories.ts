import type { Row } from '#engine/access/holds.ts'
import type { Register } from '#engine/define/register.ts'
import { enterprise } from '#registers/enterprises/enterprise.register.ts'
import { park } from '#registers/parks/park.register.ts'
import { scenario } from '#registers/scenarios/scenario.register.ts'
import { standard } from '#registers/standards/standard.register.ts'
import { technology } from '#registers/technologies/technology.register.ts'
import type { OnTheWay } from './advance.ts'
import { creditCode } from './directory.ts'
import type { Facts } from './filler.ts'

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
  /** How many entries of the last autumn stand in which state. */
  readonly open: Readonly<Record<string, number>>
  readonly said: (facts: Facts) => Row
  readonly onTheWay: OnTheWay
}

/** What the stories need of the outside. */
export interface Means {
  readonly upload: (
    actor: Parameters<NonNullable<OnTheWay['asked']>[string]>[0],
    name: string,
  ) => Promise<Readonly<Record<string, unknown>>>
}

const LINE_OPEN = {
  submitted: 14,
  countyChecked: 8,
  countyApproved: 10,
  cityChecked: 6,
  recommended: 16,
  accepted: 10,
  supplement: 3,
  inReview: 12,
}
const ENDS = { withdrawn: 4, notRecommended: 3, notAccepted: 3, declined: 5 }

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
const SUFFIXES = ['关键技术', '核心工艺', '制备技术', '系统集成技术', '工程化技术']

export function topicOf(field: string, facts: Facts): string {
  return facts.random.pick(TOPICS[field] ?? TOPICS['quantum']!)
}

function papers(types: readonly string[], { file, completedOn, number }: Facts): readonly Row[] {
  return types.map((type, at) => ({ type, files: [file], number: `YS-${number}-${at + 1}`, issuer: '演示出具单位', issuedOn: completedOn }))
}

const field = (facts: Facts) => facts.random.pick(Object.keys(TOPICS))
const numbered = (title: string, { number }: Facts) => `${title}(演示${String(number).padStart(3, '0')})`

/** The demonstration's five registers; numbers near the plan's own, so that every light shows. */
export function stories({ upload }: Means): readonly Story[] {
  return [technologies(), standards(), scenarios(), enterprises(), parks({ upload })]
}

function technologies(): Story {
  return {
    register: technology,
    unitTypes: ['enterprise', 'institute'],
    decision: 'publish',
    reached: 'published',
    rounds: [
      { from: '2024-04-08', entries: 14, documentNo: '苏科演发〔2024〕18号', title: '2024年第一批前沿技术突破' },
      { from: '2025-03-17', entries: 22, documentNo: '苏科演发〔2025〕9号', title: '2025年第一批前沿技术突破' },
      { from: '2025-09-08', entries: 18, documentNo: '苏科演发〔2025〕31号', title: '2025年第二批前沿技术突破' },
      { from: '2026-04-13', entries: 24, documentNo: '苏科演发〔2026〕12号', title: '2026年第一批前沿技术突破' },
    ],
    later: [],
    open: { reserve: 40, draft: 30, ...LINE_OPEN, reviewed: 12, ...ENDS },
    onTheWay: {},
    said(facts) {
      const own = field(facts)
      const trl = 5 + facts.random.below(4)
      return {
        title: numbered(`${topicOf(own, facts)}${facts.random.pick(SUFFIXES)}`, facts),
        field: own,
        channel: 'city_bureau',
        firstUnit: facts.unitTitle,
        trlBefore: trl - 3,
        trlAfter: trl,
        projectSource: 'provincial_frontier',
        projectNo: `YS${facts.completedOn.slice(0, 4)}${String(1e4 + facts.number)}`,
        technologyNo: 1,
        keyFigures: [
          {
            name: '关键性能',
            unit: '%',
            before: String(60 + facts.random.below(10)),
            goal: '90',
            measured: String(90 + facts.random.below(9)),
            source: '检测报告',
          },
        ],
        rights: [
          {
            type: 'invention',
            number: `ZL${facts.completedOn.slice(0, 4)}1${String(1e6 + facts.number)}.X`,
            owner: facts.unitTitle,
            status: '有效',
          },
        ],
        evidence: papers(['test_report', 'user_statement', 'expert_opinion'], facts),
      }
    },
  }
}

/** Levels in the plan's own proportion: 60 local or sector, 30 national, 10 international; group standards besides. */
const LEVELS = [
  'local',
  'sector',
  'local',
  'sector',
  'local',
  'local',
  'national',
  'national',
  'national',
  'international',
  'group',
  'group',
] as const
const NUMBERS: Readonly<Record<(typeof LEVELS)[number], (no: number, year: string) => string>> = {
  local: (no, year) => `DB32/T ${5000 + no}-${year}`,
  sector: (no, year) => `SJ/T ${11000 + no}-${year}`,
  national: (no, year) => `GB/T ${46000 + no}-${year}`,
  international: (no, year) => `ISO/IEC ${23000 + no}:${year}`,
  group: (no, year) => `T/JSYS ${1000 + no}-${year}`,
}

function standards(): Story {
  return {
    register: standard,
    unitTypes: ['enterprise', 'institute'],
    decision: undefined,
    reached: 'published',
    rounds: [
      { from: '2024-05-13', entries: 24, documentNo: '', title: '2024年入册' },
      { from: '2025-04-14', entries: 34, documentNo: '', title: '2025年上半年入册' },
      { from: '2025-10-13', entries: 26, documentNo: '', title: '2025年下半年入册' },
      { from: '2026-05-11', entries: 26, documentNo: '', title: '2026年入册' },
    ],
    later: [],
    open: { draft: 25, initiated: 45, ...LINE_OPEN, withdrawn: 3, declined: 3 },
    onTheWay: {},
    said(facts) {
      const own = field(facts)
      const level = LEVELS[facts.number % LEVELS.length]!
      const year = facts.completedOn.slice(0, 4)
      return {
        title: numbered(`${topicOf(own, facts)}${facts.random.pick(['通用要求', '测试方法', '技术规范', '术语'])}`, facts),
        field: own,
        channel: 'city_bureau',
        level,
        part: facts.random.pick(['lead', 'support']),
        number: NUMBERS[level](facts.number, year),
        planNo: `YS-JH-${year}-${facts.number}`,
        stage: 'issued',
        stageCode: level === 'international' ? 60 : null,
        drafters: [{ unit: facts.unitTitle, rank: 1 + facts.random.below(5) }],
        body: level === 'international' ? 'iso' : null,
        titleEnglish: `Demonstration standard ${facts.number}`,
        completedOn: facts.completedOn,
        inForceOn: facts.completedOn,
        replaces: null,
        evidence: papers(['cover', 'foreword', 'issue_notice', 'initiation_notice'], facts),
      }
    },
  }
}

function scenarios(): Story {
  return {
    register: scenario,
    unitTypes: ['enterprise', 'institute', 'agency'],
    decision: 'publish',
    reached: 'published',
    rounds: [
      { from: '2024-06-03', entries: 18, documentNo: '苏科演发〔2024〕36号', title: '2024年应用场景' },
      { from: '2025-03-31', entries: 30, documentNo: '苏科演发〔2025〕17号', title: '2025年第一批应用场景' },
      { from: '2025-09-01', entries: 26, documentNo: '苏科演发〔2025〕40号', title: '2025年第二批应用场景' },
      { from: '2026-03-30', entries: 22, documentNo: '苏科演发〔2026〕19号', title: '2026年第一批应用场景' },
    ],
    later: [
      { from: '2025-08-11', entries: 6, documentNo: '苏科演发〔2025〕33号', title: '2025年典型示范场景', decision: 'demonstration' },
      { from: '2026-08-10', entries: 9, documentNo: '苏科演发〔2026〕28号', title: '2026年典型示范场景', decision: 'demonstration' },
    ],
    open: { draft: 25, ...LINE_OPEN, soliciting: 18, choosing: 8, building: 60, reviewed: 8, withdrawn: 3, declined: 4 },
    onTheWay: {
      before: {
        handOver: (_entry, clock) => ({
          builtOn: clock.daysAgo(40),
          completedOn: clock.daysAgo(8),
          effects: [{ name: '作业效率', unit: '%', before: '100', after: '135', source: '运行数据' }],
        }),
      },
    },
    said(facts) {
      const own = field(facts)
      const site = `${facts.unitTitle.slice(0, 4)}园区${1 + (facts.number % 9)}号`
      return {
        title: numbered(
          `${topicOf(own, facts)}${facts.random.pick(['智能工厂', '城市治理', '医疗服务', '园区运行', '低空物流'])}应用场景`,
          facts,
        ),
        field: own,
        channel: 'city_bureau',
        category: facts.random.pick(['fusion_general', 'fusion_sector', 'fusion_sector', 'fusion_sector', 'early']),
        ownerName: facts.unitTitle,
        ownerCode: creditCode(facts.area, 3000 + facts.number),
        site,
        technology: null,
        technologies: [{ name: topicOf(own, facts), source: '自主研发' }],
        suppliers: [{ unit: '演示技术供给方', area: facts.area, work: '系统集成' }],
        startedOn: facts.completedOn,
        builtOn: null,
        completedOn: null,
        effects: null,
        spread: null,
        permitDue: false,
        evidence: papers(['demand_notice', 'contract', 'acceptance_opinion', 'running_data'], facts),
      }
    },
  }
}

function enterprises(): Story {
  return {
    register: enterprise,
    unitTypes: ['enterprise'],
    decision: 'library',
    reached: 'published',
    rounds: [
      { from: '2024-03-18', entries: 120, documentNo: '苏科演发〔2024〕11号', title: '2024年入库企业' },
      { from: '2025-02-24', entries: 180, documentNo: '苏科演发〔2025〕6号', title: '2025年第一批入库企业' },
      { from: '2025-11-03', entries: 110, documentNo: '苏科演发〔2025〕48号', title: '2025年第二批入库企业' },
    ],
    later: [
      { from: '2024-09-02', entries: 20, documentNo: '苏科演发〔2024〕52号', title: '2024年示范企业', decision: 'demonstration' },
      { from: '2025-07-07', entries: 38, documentNo: '苏科演发〔2025〕29号', title: '2025年示范企业', decision: 'demonstration' },
      { from: '2026-05-18', entries: 30, documentNo: '苏科演发〔2026〕21号', title: '2026年示范企业', decision: 'demonstration' },
      { from: '2026-08-03', entries: 7, documentNo: '苏科演发〔2026〕27号', title: '2026年领军企业', decision: 'leader' },
    ],
    open: { draft: 30, ...LINE_OPEN, reviewed: 25, withdrawn: 3, notRecommended: 4, declined: 4 },
    onTheWay: { asked: { exit: () => Promise.resolve({ exitReason: 'unqualified' }) } },
    said(facts) {
      const own = field(facts)
      return {
        title: numbered(facts.unitTitle.replace('(演示)', ''), facts),
        field: own,
        channel: 'city_bureau',
        code: creditCode(facts.area, 1000 + facts.number),
        category: facts.number % 5 < 2 ? 'backbone' : 'startup',
        certificateNo: `GR${facts.completedOn.slice(0, 4)}32${String(1e6 + facts.number).slice(1)}`,
        certificateUntilOn: '2027-11-30',
        foundedOn: `${2008 + facts.random.below(14)}-0${1 + facts.random.below(9)}-15`,
        mainTechnology: topicOf(own, facts),
        predecessors: null,
        addresses: null,
        years: [2023, 2024].map((year) => ({
          year,
          revenue: `${(2000 + facts.random.below(90_000)) * 10_000}.00`,
          research: `${(200 + facts.random.below(4000)) * 10_000}.00`,
          researchers: 12 + facts.random.below(80),
          staff: 100 + facts.random.below(400),
          inventions: facts.random.below(30),
        })),
        evidence: papers(['certificate', 'audit', 'research_return', 'patent_list', 'credit_check'], facts),
      }
    },
  }
}

function parks({ upload }: Means): Story {
  return {
    register: park,
    unitTypes: ['agency'],
    decision: 'publish',
    reached: 'published',
    rounds: [
      { from: '2024-07-01', entries: 22, documentNo: '苏科演发〔2024〕45号', title: '2024年标杆孵化器与科技园试点' },
      { from: '2025-05-12', entries: 36, documentNo: '苏科演发〔2025〕24号', title: '2025年标杆孵化器与科技园试点' },
      { from: '2026-03-02', entries: 28, documentNo: '苏科演发〔2026〕8号', title: '2026年标杆孵化器与科技园试点' },
    ],
    later: [],
    open: { draft: 12, ...LINE_OPEN, onSite: 9, reviewed: 6, withdrawn: 2, notAccepted: 2 },
    onTheWay: { asked: { passSite: async (actor) => ({ siteReport: [await upload(actor, '现场考察表')] }) } },
    said(facts) {
      const own = field(facts)
      const isPilot = facts.number % 11 === 0
      const place = facts.unitTitle.slice(0, 4)
      return {
        title: numbered(`${place}${isPilot ? '未来产业科技园' : '孵化器'}`, facts),
        field: own,
        channel: 'city_bureau',
        parkType: isPilot ? 'pilot' : 'incubator',
        operatorName: facts.unitTitle,
        operatorCode: creditCode(facts.area, 7000 + facts.number),
        site: `${place}科创路${facts.number}号`,
        floorArea: String(8000 + facts.random.below(60_000)),
        tenants: [1, 2, 3].map((at) => ({
          name: `演示在孵企业${facts.number}-${at}`,
          code: creditCode(facts.area, 8000 + ((facts.number * 3 + at) % 1999)),
          fromOn: facts.completedOn,
        })),
        evidence: papers(['building_plan', 'site_papers', 'tenant_list', 'fund_agreement'], facts),
      }
    },
  }
}
