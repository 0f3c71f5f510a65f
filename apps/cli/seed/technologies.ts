import { Buffer } from 'node:buffer'
import type { Installation } from '#apps/api/installation.ts'
import type { Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import { execute } from '#engine/store/command.ts'
import type { Store } from '#engine/store/context.ts'
import { recordUpload } from '#engine/store/uploads.ts'
import { technology } from '#registers/technologies/technology.register.ts'
import type { Random } from './random.ts'
import type { SimulatedClock } from './simulated-clock.ts'

export interface Unit {
  readonly id: string
  readonly title: string
  readonly area: string
}

export interface Line {
  readonly creator: Actor
  readonly county: Actor
  readonly countyLeader: Actor
  readonly city: Actor
  readonly cityLeader: Actor
  readonly planner: Actor
}

const TOPICS = [
  ['semiconductor', '碳化硅功率器件', '氧化镓衬底', '氮化镓射频芯片'],
  ['artificial_intelligence', '多模态大模型训练框架', '具身智能感知决策', '智能体协同推理'],
  ['quantum', '超导量子测控', '量子密钥分发终端', '冷原子精密测量'],
  ['network', '太赫兹通信收发', '确定性网络调度', '空天地一体化组网'],
  ['new_material', '高温超导带材', '石墨烯导热薄膜', '生物基高分子材料'],
  ['synthetic_biology', '酶法合成关键中间体', '微生物底盘细胞', '人工蛋白设计'],
  ['new_energy', '长寿命固态电池', '兆瓦级电解制氢', '液流储能电堆'],
  ['metaverse', '光场显示引擎', '数字人实时驱动'],
  ['cell_gene', '通用型细胞治疗制备', '基因编辑递送载体'],
  ['deep_space', '深海原位探测', '深地随钻测量'],
] as const
const SUFFIXES = ['关键技术', '核心工艺', '制备技术', '系统集成技术', '工程化技术']

/** The steps of the line in order, with who makes each. */
const STEPS = [
  ['submit', 'creator'],
  ['checkCounty', 'county'],
  ['approveCounty', 'countyLeader'],
  ['checkCity', 'city'],
  ['recommend', 'cityLeader'],
  ['accept', 'planner'],
  ['passForm', 'planner'],
  ['passReview', 'planner'],
] as const satisfies readonly (readonly [string, keyof Line])[]

export interface Seeding {
  readonly installation: Installation
  readonly store: Store
  readonly clock: SimulatedClock
  readonly random: Random
}

/** A technology that somebody is to bring along the line. */
export interface Planned {
  readonly line: Line
  readonly unit: Unit
  readonly number: number
  /** How many steps of the line it takes; 0 stays a draft, 8 is ready for a batch. */
  readonly steps: number
}

/** Technologies brought along the line together, as a bureau does: all entered, then all checked, a few days between the steps. */
export async function seedTechnologies(seeding: Seeding, day: string, planned: readonly Planned[]): Promise<readonly string[]> {
  const { installation, store, clock, random } = seeding
  const commands = installation.shipped.entryCommands.get(technology.name)!
  clock.set(day, 9)
  const entries: string[] = []
  for (const { line, unit, number } of planned) {
    clock.advance({ minutes: 10 + random.below(60) })
    const values = await valuesFor(seeding, line.creator, unit, number)
    entries.push((await must(execute(store, commands.create, { actor: line.creator, request: 'seed' }, { values }))).id)
  }
  for (const [at, [move, who]] of STEPS.entries()) {
    clock.advance({ days: 2 + random.below(3) })
    for (const [index, { line, steps }] of planned.entries()) {
      if (steps <= at) continue
      clock.advance({ minutes: 1 + random.below(15) })
      await must(execute(store, commands.move, { actor: line[who], request: 'seed' }, { id: entries[index]!, version: at + 1, move }))
    }
  }
  return entries
}

export async function must<Answer>(
  outcome: Promise<{ readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly words: { readonly zh: string } }>,
): Promise<Answer> {
  const settled = await outcome
  if (!settled.ok) throw new Error(settled.words.zh)
  return settled.answer
}

async function valuesFor(seeding: Seeding, actor: Actor, unit: Unit, number: number): Promise<Row> {
  const { random, clock } = seeding
  const [field, ...names] = random.pick(TOPICS)
  const completed = clock.daysAgo(10 + random.below(60))
  const trl = 5 + random.below(4)
  return {
    title: `${random.pick(names)}${random.pick(SUFFIXES)}(演示${String(number).padStart(2, '0')})`,
    field,
    area: unit.area,
    channel: 'city_bureau',
    leadUnit: unit.id,
    contact: '演示联系人',
    phone: '13800000000',
    firstUnit: unit.title,
    people: '演示完成人',
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
    projectNo: `YS2024${String(1e3 + number)}`,
    technologyNo: 1,
    completedOn: completed,
    rights: [
      {
        type: 'invention',
        number: `ZL2024100${String(1e4 + number)}.X`,
        owner: unit.title,
        status: '有效',
      },
    ],
    evidence: [
      {
        type: 'test_report',
        files: [await evidenceFile(seeding, actor, '检测报告', number)],
        number: `JC-${number}`,
        issuer: '演示检测机构',
        issuedOn: completed,
      },
      {
        type: 'user_statement',
        files: [await evidenceFile(seeding, actor, '用户证明', number)],
        issuer: '演示用户',
        issuedOn: completed,
      },
    ],
    disclosure: 'open',
    secrecyPledge: true,
  }
}

async function evidenceFile({ installation, store }: Seeding, actor: Actor, kind: string, number: number) {
  const name = `${kind}-${number}.txt`
  const stored = await installation.files.put(Buffer.from(`演示数据\n${kind} 第 ${number} 号\n本文件由演示程序生成,不是真实材料。\n`), {
    limitBytes: 1_000_000,
  })
  if ('problem' in stored) throw new Error(stored.words.zh)
  const file = { sha256: stored.sha256, name, size: stored.size, type: 'text/plain' }
  await recordUpload(store, actor, file)
  return file
}
