import type { Row } from '#engine/access/holds.ts'
import type { Actor } from '#engine/define/actor.ts'
import { must, type Seen, type Who, type World } from './world.ts'

/** The steps of the line that checks a technology, in order, with who makes each. */
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

interface Line {
  readonly creator: Who
  readonly county: Who
  readonly countyLeader: Who
  readonly city: Who
  readonly cityLeader: Who
  readonly planner: Who
}

export interface TechnologyWanted {
  /** How far along the line: 0 is a draft, 6 accepted by the province, 8 ready for a batch. */
  readonly steps?: number
  readonly by?: Who
  readonly area?: string
  readonly values?: Row
}

export interface BatchWanted {
  /** First day of the notice; it lasts ten days and the document follows it by three. */
  readonly from?: string
  readonly documentDate?: string
}

let counter = 0

/** Entries as a test needs them, with everything they stand on: `await a.technology(world, { steps: 8 })`. */
export const a = {
  /** Values that can be handed in, with evidence uploaded by whoever enters them. */
  async technologyValues(world: World, by: Who = 'kunshan', values: Row = {}): Promise<Row> {
    counter += 1
    const evidence = async (type: string) => ({ type, files: [await world.upload(by, `${type}-${counter}.txt`, `${type} ${counter}`)] })
    return {
      title: `测试前沿技术${counter}`,
      field: 'quantum',
      area: '320583',
      channel: 'county_bureau',
      leadUnit: world.as('applicant').unit,
      contact: '联系人',
      phone: '13812345678',
      category: 'original',
      breakthrough: 'domestic_gap',
      keyFigures: [{ name: '保真度', unit: '%', before: '90', measured: '99.5' }],
      trlAfter: 7,
      projectSource: 'provincial_frontier',
      projectNo: `YS${1000 + counter}`,
      technologyNo: 1,
      completedOn: '2026-03-31',
      evidence: [await evidence('test_report'), await evidence('user_statement')],
      disclosure: 'open',
      secrecyPledge: true,
      ...values,
    }
  },

  async technology(world: World, { steps = 0, by, area = '320583', values = {} }: TechnologyWanted = {}): Promise<Seen> {
    const line = lineOf(world, area, by)
    const { id } = await must(world.create(line.creator, 'technology', await a.technologyValues(world, line.creator, { area, ...values })))
    for (const [at, [move, who]] of STEPS.slice(0, steps).entries()) {
      await must(world.move(line[who], 'technology', { id, version: at + 1 }, move))
    }
    return { id, version: steps + 1 }
  },

  async batch(world: World, entries: readonly Seen[], title = '测试批次'): Promise<string> {
    const { batch } = await must(world.give<{ batch: string }>('planner', 'selection.start-batch', { title, register: 'technology' }))
    if (entries.length > 0) await must(world.give('planner', 'selection.add-to-batch', { batch, entries: entries.map(({ id }) => id) }))
    return batch
  },

  /** A batch whose public notice is over; the clock stands on the day after its end. */
  async batchPastNotice(world: World, entries: readonly Seen[], { from = '2026-06-01' }: BatchWanted = {}): Promise<string> {
    const batch = await a.batch(world, entries)
    await must(world.give('planner', 'selection.open-notice', { batch, from, to: later(from, 10) }))
    world.clock.at(`${later(from, 11)}T09:00:00+08:00`)
    await must(world.give('planner', 'selection.close-notice', { batch }))
    return batch
  },

  /** A published batch; the clock stands two days after the document. */
  async publishedBatch(world: World, entries: readonly Seen[], wanted: BatchWanted = {}): Promise<string> {
    const batch = await a.batchPastNotice(world, entries, wanted)
    const documentDate = wanted.documentDate ?? later(wanted.from ?? '2026-06-01', 13)
    world.clock.at(`${later(documentDate, 2)}T09:00:00+08:00`)
    await must(world.give('planner', 'selection.publish-batch', { batch, ...a.document(), documentDate }))
    return batch
  },

  document(): { documentNo: string; documentTitle: string } {
    counter += 1
    return { documentNo: `测科发〔2026〕${counter}号`, documentTitle: '关于公布测试批次的通知' }
  },

  /** A plan read from text and, unless said otherwise, confirmed. */
  async plan(world: World, text: string, { confirmed = true }: { readonly confirmed?: boolean } = {}): Promise<string> {
    const file = await world.upload('planner', 'plan.txt', text)
    const { document } = await must(world.give<{ document: string }>('planner', 'plans.read', { file }))
    if (confirmed) await must(world.give('planner', 'programmes.confirm-plan', { document }))
    return document
  },
}

/** Who checks what lies in an area; posts of the demonstration, moved to the area where it has none of its own. */
function lineOf(world: World, area: string, by: Who | undefined): Line {
  const city = area.startsWith('3201') ? 'nanjing' : 'suzhou'
  const county = area.startsWith('3201') ? 'jiangning' : area === '3205Z1' ? 'sip' : 'kunshan'
  const there = (loginName: string, own: string): Actor => ({ ...world.as(loginName), area: own })
  const cityArea = area.endsWith('0000') ? area : `${area.slice(0, 4)}00`
  return {
    creator: by ?? there(county, area),
    county: there(county, area),
    countyLeader: there(`${county}-leader`, area),
    city: there(city, cityArea),
    cityLeader: there(`${city}-leader`, cityArea),
    planner: 'planner',
  }
}

/** A day some days after another: later('2026-02-27', 2) is 2026-03-01. */
export function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
