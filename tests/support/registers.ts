import type { Figure } from '#contract/figures.ts'
import type { Row } from '#engine/access/holds.ts'
import { isRefusal } from '#engine/define/refusal.ts'
import { entryAnswer } from '#engine/store/entries.ts'
import { a, later } from './builders.ts'
import { must, type Seen, type Who, type World } from './world.ts'

/** A move with who makes it, and what it asks for. */
export type Step = readonly [move: string, who: Who, values?: Row]

/** The common line of an entry in Kunshan, up to the province's review. */
export const LINE: readonly Step[] = [
  ['submit', 'kunshan'],
  ['checkCounty', 'kunshan'],
  ['approveCounty', 'kunshan-leader'],
  ['checkCity', 'suzhou'],
  ['recommend', 'suzhou-leader'],
  ['accept', 'planner'],
  ['passForm', 'planner'],
]

/** What every entry says of itself, and its papers, each uploaded by the county clerk who enters it. */
export async function commonValues(world: World, ...papers: readonly string[]): Promise<Row> {
  return {
    field: 'quantum',
    area: '320583',
    channel: 'county_bureau',
    leadUnit: world.as('applicant').unit,
    contact: '联系人',
    phone: '13812345678',
    evidence: await evidence(world, ...papers),
    disclosure: 'open',
    secrecyPledge: true,
  }
}

export async function evidence(world: World, ...papers: readonly string[]): Promise<readonly Row[]> {
  const files = papers.map(async (type) => ({ type, files: [await world.upload('kunshan', `${type}.txt`, `测试材料 ${type}`)] }))
  return await Promise.all(files)
}

export interface Followed extends Seen {
  readonly register: string
}

export async function entered(world: World, register: string, values: Row, steps: readonly Step[] = []): Promise<Followed> {
  const { id } = await must(world.create('kunshan', register, values))
  const entry = { register, id, version: 1 }
  await along(world, entry, steps)
  return entry
}

/** Makes the moves one after the other, each on the entry as it is then. */
export async function along(world: World, { register, id }: Followed, steps: readonly Step[]): Promise<void> {
  for (const [move, who, values] of steps) {
    await must(world.move(who, register, await seen(world, { register, id, version: 0 }), move, '测试理由', values))
  }
}

/** The entry as it stands now, for a write. */
export async function seen(world: World, { register, id }: Followed): Promise<Seen> {
  const [row] = await world.sql(`select version from {{schema}}.${register} where id = $1`, [id])
  return { id, version: Number(row!['version']) }
}

export async function valuesOf(world: World, { register, id }: Followed): Promise<Row & { readonly state: string }> {
  const answer = await entryAnswer(world.store, world.store.catalogue.need(register), world.as('planner'), id)
  if (isRefusal(answer)) throw new Error(answer.words.zh)
  return { ...answer.entry.values, state: answer.entry.state }
}

/** What the entry is told about one indicator. */
export async function countingOf(world: World, { register, id }: Followed, indicator: string) {
  const answer = await entryAnswer(world.store, world.store.catalogue.need(register), world.as('planner'), id)
  if (isRefusal(answer)) throw new Error(answer.words.zh)
  return answer.counting!.find((each) => each.indicator === indicator)!
}

export interface DecisionWanted {
  readonly entries: readonly Followed[]
  readonly decision?: string
  readonly documentDate: string
  readonly notice?: boolean
}

/** A batch from its list to its document; the notice, where there is one, ends a day before it. */
export async function decided(
  world: World,
  { entries, decision = 'publish', documentDate, notice = true }: DecisionWanted,
): Promise<string> {
  const register = entries[0]!.register
  const give = (command: string, input: object) => must(world.give<{ batch: string }>('planner', `selection.${command}`, input))
  world.clock.at(`${later(documentDate, -12)}T09:00:00+08:00`)
  const { batch } = await give('start-batch', { title: `${register} ${decision}`, register, decision })
  await give('add-to-batch', { batch, entries: entries.map(({ id }) => id) })
  if (notice) {
    await give('open-notice', { batch, from: later(documentDate, -11), to: later(documentDate, -1) })
    world.clock.at(`${documentDate}T08:00:00+08:00`)
    await give('close-notice', { batch })
  }
  world.clock.at(`${documentDate}T10:00:00+08:00`)
  await give('publish-batch', { batch, ...a.document(), documentDate })
  return batch
}

export async function withdrawn(world: World, entries: readonly Followed[], documentDate: string) {
  const { register } = entries[0]!
  const document = { ...a.document(), documentDate, reason: '申报材料不实' }
  return world.give('planner', 'selection.publish-withdrawal', { register, entries: entries.map(({ id }) => id), ...document })
}

export async function figureOf(world: World, indicator: string, question: object = {}): Promise<Figure> {
  const figure = await world.ask<Figure>('planner', 'programmes.figure', { indicator, ...question })
  if (isRefusal(figure)) throw new Error(figure.words.zh)
  return figure
}

/** The measures of a figure by name, as numbers; those that are 0 left out. */
export async function measuresOf(world: World, indicator: string, question: object = {}): Promise<Record<string, number>> {
  const { measures } = await figureOf(world, indicator, question)
  return Object.fromEntries(measures.map(({ measure, value }) => [measure, Number(value)] as const).filter(([, value]) => value !== 0))
}
