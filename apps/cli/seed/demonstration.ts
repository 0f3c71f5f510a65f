import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Installation } from '#apps/api/installation.ts'
import { execute } from '#engine/store/command.ts'
import type { Store } from '#engine/store/context.ts'
import { recordUpload } from '#engine/store/uploads.ts'
import { type Jurisdiction, keepJurisdiction } from '#modules/directory/index.ts'
import { seedCalendar } from './calendar.ts'
import { type Holder, seedDirectory } from './directory.ts'
import { seeded } from './random.ts'
import { simulatedClock } from './simulated-clock.ts'
import { type Line, must, type Planned, type Seeding, seedTechnologies, type Unit } from './technologies.ts'

export const DEMONSTRATION: Jurisdiction = {
  code: 'demo',
  title: '江苏省(演示)',
  schema: 'j_demo',
  demonstration: true,
  timeZone: 'Asia/Shanghai',
}

const SEED = 20_240_229

/** Makes the demonstration jurisdiction by commands in simulated time, so that history, events and figures are real. */
export async function seedDemonstration(installation: Installation): Promise<readonly Holder[]> {
  await keepJurisdiction(installation.database, DEMONSTRATION, installation.clock.now())
  const opened = await installation.open(DEMONSTRATION)
  const clock = simulatedClock('2024-01-02')
  const store: Store = { ...opened, clock }
  const { holders, units } = await seedDirectory(store, installation.root, DEMONSTRATION.code)
  const seeding: Seeding = { installation, store, clock, random: seeded(SEED) }
  await seedCalendar(seeding, by(holders, 'planner'))
  await seedPlan(seeding, holders)
  await seedYears(seeding, holders, units)
  return holders
}

const by = (holders: readonly Holder[], loginName: string) => holders.find((holder) => holder.loginName === loginName)!.actor

async function seedPlan({ installation, store, clock }: Seeding, holders: readonly Holder[]) {
  clock.set('2024-01-22', 10)
  const planner = by(holders, 'planner')
  const stored = await installation.files.put(await readFile(join(installation.root, 'packs/sample/plan.txt')), { limitBytes: 1_000_000 })
  if ('problem' in stored) throw new Error(stored.words.zh)
  const file = { sha256: stored.sha256, name: '未来产业前沿技术培育行动方案(演示).txt', size: stored.size, type: 'text/plain' }
  await recordUpload(store, planner, file)
  const given = { actor: planner, request: 'seed' }
  const read = await must(execute(store, installation.shipped.commands.get('plans.read')!, given, { file }))
  clock.advance({ days: 2 })
  await must(
    execute(store, installation.shipped.commands.get('programmes.confirm-plan')!, given, {
      document: (read as { document: string }).document,
    }),
  )
}

/** Three rounds of published batches, and at the end entries in every state of the line. */
const ROUNDS = [
  { from: '2024-04-08', entries: 7, documentNo: '苏科演发〔2024〕18号', title: '2024年第一批前沿技术突破' },
  { from: '2025-03-17', entries: 12, documentNo: '苏科演发〔2025〕9号', title: '2025年第一批前沿技术突破' },
  { from: '2025-09-08', entries: 9, documentNo: '苏科演发〔2025〕31号', title: '2025年第二批前沿技术突破' },
  { from: '2026-04-13', entries: 14, documentNo: '苏科演发〔2026〕12号', title: '2026年第一批前沿技术突破' },
] as const

async function seedYears(seeding: Seeding, holders: readonly Holder[], units: readonly Unit[]) {
  let number = 1
  const planned = (unit: Unit, steps: number): Planned => ({ line: lineFor(holders, unit), unit, number: number++, steps })
  for (const round of ROUNDS) {
    const entries = Array.from({ length: round.entries }, () => planned(seeding.random.pick(units), ALL_STEPS))
    await seedBatch(seeding, holders, round, await seedTechnologies(seeding, round.from, entries))
  }
  const open = Array.from({ length: ALL_STEPS + 1 }, (_each, steps) =>
    [units[4]!, units[0]!, seeding.random.pick(units)].map((unit) => planned(unit, steps)),
  )
  await seedTechnologies(seeding, '2026-09-14', open.flat())
}

const ALL_STEPS = 6

/** Posts of this line work wherever the unit lies: a demonstration has not a clerk for every county. */
function lineFor(holders: readonly Holder[], unit: Unit): Line {
  const city = unit.area.startsWith('3201') ? 'nanjing' : 'suzhou'
  const county = unit.area.startsWith('3201') ? 'jiangning' : unit.area === '3205Z1' ? 'sip' : 'kunshan'
  const there = (loginName: string, area: string) => ({ ...by(holders, loginName), area })
  const cityArea = `${unit.area.slice(0, 4)}00`
  return {
    creator: there(city, unit.area.endsWith('0000') ? unit.area : cityArea),
    county: there(county, unit.area),
    countyLeader: there(`${county}-leader`, unit.area),
    city: there(city, unit.area.endsWith('0000') ? unit.area : cityArea),
    cityLeader: there(`${city}-leader`, unit.area.endsWith('0000') ? unit.area : cityArea),
    planner: by(holders, 'planner'),
  }
}

async function seedBatch(
  { installation, store, clock }: Seeding,
  holders: readonly Holder[],
  round: (typeof ROUNDS)[number],
  entries: readonly string[],
) {
  const given = { actor: by(holders, 'planner'), request: 'seed' }
  const run = (name: string, input: object) => must(execute(store, installation.shipped.commands.get(name)!, given, input))
  clock.advance({ days: 5 })
  const { batch } = (await run('selection.start-batch', { title: `${round.title}(演示)`, register: 'technology' })) as { batch: string }
  await run('selection.add-to-batch', { batch, entries })
  clock.advance({ days: 2 })
  const from = clock.daysAgo(-1)
  const to = clock.daysAgo(-10)
  await run('selection.open-notice', { batch, from, to })
  clock.advance({ days: 12 })
  await run('selection.close-notice', { batch })
  clock.advance({ days: 6 })
  await run('selection.publish-batch', {
    batch,
    documentNo: round.documentNo,
    documentTitle: `关于公布${round.title}名单的通知(演示)`,
    documentDate: clock.daysAgo(1),
  })
}
