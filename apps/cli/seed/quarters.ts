import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Actor } from '#engine/define/actor.ts'
import { execute } from '#engine/store/command.ts'
import type { Store } from '#engine/store/context.ts'
import type { DemonstrationSize } from '#platform/settings/settings.ts'
import { must, type Seeding } from './advance.ts'
import type { Holder } from './directory.ts'
import type { Line } from './officials.ts'
import { simulatedClock } from './simulated-clock.ts'

/** A quarter as the demonstration tells it: when its round opens, and how far its three papers have come. */
interface Quarter {
  readonly period: string
  readonly opensOn: string
  readonly papersOn: string
  /** Papers that are published; of the others the first waits for the leader. */
  readonly published: readonly string[]
}

const PAPERS = ['quarterly_progress', 'quarterly_circular', 'quarterly_brief']
const QUARTERS: readonly Quarter[] = [
  { period: '2026Q2', opensOn: '2026-07-06', papersOn: '2026-07-14', published: PAPERS },
  { period: '2026Q3', opensOn: '2026-10-09', papersOn: '2026-10-20', published: ['quarterly_circular'] },
]
/** One place in seven does not confirm in time. */
const EVERY_MISSING = 7

/** Rounds and papers of the last quarters, by the people whose work they are. */
export async function seedQuarters(
  { installation, store, recent }: Seeding,
  holders: readonly Holder[],
  lineOf: (area: string) => Line,
  size: DemonstrationSize,
): Promise<void> {
  const holder = (name: string) => holders.find(({ loginName }) => loginName === name)!.actor
  const people = { planner: holder('planner'), head: holder('head'), leader: holder('leader'), signer: holder('signer'), lineOf }
  const giving = (at: Store) => ({
    command: <Answer>(actor: Actor, name: string, input: object) =>
      must(execute(at, installation.shipped.commands.get(name)!, { actor, request: 'seed' }, input)) as Promise<Answer>,
    edit: (actor: Actor, register: string, input: EditInput) =>
      must(execute(at, installation.shipped.entryCommands.get(register)!.edit, { actor, request: 'seed' }, input)),
    move: (actor: Actor, register: string, input: MoveInput) =>
      must(execute(at, installation.shipped.entryCommands.get(register)!.move, { actor, request: 'seed' }, input)),
  })
  const clockAt = (day: string) => ({ ...store, clock: simulatedClock(day) })
  const templates = JSON.parse(await readFile(join(installation.root, 'packs/jiangsu-5x100/reports.json'), 'utf8')) as readonly object[]
  for (const template of templates) await giving(clockAt('2026-03-02')).command(people.planner, 'programmes.keep-template', { template })
  // What waits for a signature was handed on yesterday.
  const now = giving(clockAt(recent.workingDaysAgo(1, '2026-10-20')))
  for (const quarter of size === 'small' ? QUARTERS.slice(-1) : QUARTERS) {
    const { round } = await giving(clockAt(quarter.opensOn)).command<{ round: string }>(people.planner, 'reports.open-round', {
      period: quarter.period,
    })
    await fillIn(clockAt(quarter.opensOn), giving(clockAt(quarter.opensOn)), round, people)
    const later = giving(clockAt(quarter.papersOn))
    await later.command(people.planner, 'reports.close-round', { round })
    for (const template of PAPERS)
      await writePaper({ drafting: later, signing: quarter.published.includes(template) ? later : now }, people, quarter, template)
  }
}

type EditInput = { readonly id: string; readonly version: number; readonly values: Record<string, unknown> }
type MoveInput = { readonly id: string; readonly version: number; readonly move: string }

interface Giving {
  readonly command: <Answer>(actor: Actor, name: string, input: object) => Promise<Answer>
  readonly edit: (actor: Actor, register: string, input: EditInput) => Promise<unknown>
  readonly move: (actor: Actor, register: string, input: MoveInput) => Promise<unknown>
}

interface People {
  readonly planner: Actor
  readonly head: Actor
  readonly leader: Actor
  readonly signer: Actor
  readonly lineOf: (area: string) => Line
}

async function fillIn(store: Store, { edit, move }: Giving, round: string, { lineOf }: People): Promise<void> {
  const { rows } = await store.database.query<{ id: string; area: string }>(
    `select id, area from ${store.schema}.dispatch_return where round = $1 order by area`,
    [round],
  )
  for (const [at, { id, area }] of rows.entries()) {
    const { city, cityLeader, county, countyLeader } = lineOf(area)
    const [clerk, leader] = area.endsWith('00') ? [city, cityLeader] : [county, countyLeader]
    if (!clerk || !leader || at % EVERY_MISSING === EVERY_MISSING - 1) continue
    await edit(clerk, 'dispatch_return', { id, version: 1, values: said(at) })
    await move(clerk, 'dispatch_return', { id, version: 2, move: 'handIn' })
    await move(leader, 'dispatch_return', { id, version: 3, move: 'confirm' })
  }
}

const PROBLEMS = ['部分项目检测排期较长，佐证材料到位偏晚', '县（市、区）之间进度不均衡', '应用场景开放的数量不足', '无']
const SUGGESTIONS = ['协调检测机构开设集中受理窗口', '组织先进地区介绍做法', '建立省市联动的场景对接机制', '无']

function said(at: number) {
  return {
    progress: '已会同有关县（市、区）逐项核对储备与推进项目，本季度按计划推进。（演示数据）',
    problems: PROBLEMS[at % PROBLEMS.length],
    suggestions: SUGGESTIONS[at % SUGGESTIONS.length],
    nextSteps: '下季度集中办理已受理项目，对滞后项目逐个约定完成时间。（演示数据）',
  }
}

interface Desks {
  readonly drafting: Giving
  readonly signing: Giving
}

async function writePaper(
  { drafting: { command }, signing: { move } }: Desks,
  people: People,
  { period, papersOn, published }: Quarter,
  template: string,
): Promise<void> {
  const asOf = dayBefore(papersOn)
  const { report: id } = await command<{ report: string }>(people.planner, 'reports.draft', { template, period, asOf })
  const step = (actor: Actor, version: number, name: string) => move(actor, 'report', { id, version, move: name })
  const isOut = published.includes(template)
  if (!isOut && template !== 'quarterly_brief') return
  await step(people.planner, 1, 'submit')
  await step(people.head, 2, 'pass')
  if (!isOut) return
  await step(people.leader, 3, 'endorse')
  await step(people.signer, 4, 'sign')
  const number = PAPERS.indexOf(template) + 1
  await command(people.planner, 'reports.publish', {
    report: id,
    documentNo: `苏科演〔2026〕${period.slice(-1)}${number}号`,
    documentDate: papersOn,
  })
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
