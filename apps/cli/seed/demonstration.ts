import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Installation } from '#apps/api/installation.ts'
import { execute } from '#engine/store/command.ts'
import type { Store } from '#engine/store/context.ts'
import { recordUpload } from '#engine/store/uploads.ts'
import { type Jurisdiction, setUpJurisdiction } from '#modules/directory/index.ts'
import type { DemonstrationSize } from '#platform/settings/settings.ts'
import { must, type Seeding } from './advance.ts'
import { seedApplicants } from './applicants.ts'
import { seedCalendar } from './calendar.ts'
import { type Holder, seedDirectory } from './directory.ts'
import { seedOfficials } from './officials.ts'
import { seedQuarters } from './quarters.ts'
import { seeded } from './random.ts'
import { recentDays } from './recent.ts'
import { simulatedClock } from './simulated-clock.ts'
import { seedTasks } from './tasks.ts'
import { seedUnits } from './units.ts'
import { seedYears } from './years.ts'

export const DEMONSTRATION: Jurisdiction = {
  code: 'demo',
  title: '江苏省（演示）',
  schema: 'j_demo',
  demonstration: true,
  timeZone: 'Asia/Shanghai',
}

const SEED = 20_240_229
const SHARES = { full: 1, small: 0.1 } as const satisfies Record<DemonstrationSize, number>

/** Makes the demonstration jurisdiction by commands in simulated time, so that history, events and figures are real; what is on its way arrived in the weeks before today. */
export async function seedDemonstration(installation: Installation, size: DemonstrationSize): Promise<void> {
  const made = await setUpJurisdiction(installation.database, DEMONSTRATION, installation.clock, () => seedAll(installation, size))
  if (!made) await installation.open(DEMONSTRATION) // another process was faster
}

async function seedAll(installation: Installation, size: DemonstrationSize): Promise<void> {
  const opened = await installation.open(DEMONSTRATION)
  const clock = simulatedClock('2024-01-02')
  const store: Store = { ...opened, clock }
  const random = seeded(SEED)
  const { holders, areas } = await seedDirectory(store, installation.root, DEMONSTRATION.code)
  const units = await seedUnits(store, random, areas)
  const people = {
    lineOf: await seedOfficials(store, random, areas, holders),
    applicantOf: await seedApplicants(store, random, units),
    zones: areas.filter(({ level }) => level === 'zone').map(({ code }) => code),
  }
  await seedCalendar({ installation, store }, holders.find(({ loginName }) => loginName === 'planner')!.actor)
  const seeding: Seeding = { installation, store, clock, random, recent: await recentDays(opened) }
  await seedPlan(seeding, holders)
  await seedYears(seeding, units, people, SHARES[size])
  await seedQuarters(seeding, holders, people.lineOf, size)
  await seedTasks(seeding, holders)
}

async function seedPlan({ installation, store, clock }: Seeding, holders: readonly Holder[]) {
  clock.set('2024-01-22', 10)
  const planner = holders.find(({ loginName }) => loginName === 'planner')!.actor
  const stored = await installation.files.put(await readFile(join(installation.root, 'packs/sample/plan.txt')), { limitBytes: 1_000_000 })
  if ('problem' in stored) throw new Error(stored.words.zh)
  const file = { sha256: stored.sha256, name: '未来产业前沿技术培育行动方案（演示）.txt', size: stored.size, type: 'text/plain' }
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
