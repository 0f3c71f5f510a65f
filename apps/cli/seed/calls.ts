import { execute } from '#engine/store/command.ts'
import { call as callRegister } from '#modules/selection/index.ts'
import { groups, must, type Seeding, type Underway } from './advance.ts'
import type { Line } from './officials.ts'
import type { Story } from './stories/story.ts'

const CITIES = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13'].map((city) => `32${city}00`)
const QUOTA = 60
/** A call is still open for so long. */
const WORKING_DAYS_LEFT = 11

/** The notice of the autumn, with its days, channels and quotas by city; answers the call's id. */
export async function openCall(
  { installation, store, recent }: Seeding,
  { register, call, decision }: Story,
  { lineOf }: { readonly lineOf: (area: string) => Line },
): Promise<string | undefined> {
  if (!call) return undefined
  const given = { actor: lineOf('320583').planner, request: 'seed' }
  const run = (name: string, input: object) => must(execute(store, installation.shipped.commands.get(`selection.${name}`)!, given, input))
  const { call: id } = (await run('start-call', { title: `${call.title}（演示）`, register: register.name, decision })) as { call: string }
  const values = {
    issuer: '省科学技术厅（演示）',
    noticeNo: call.noticeNo,
    noticeDate: '2026-08-28',
    opensOn: '2026-09-01',
    closesOn: recent.workingDaysAhead(WORKING_DAYS_LEFT, '2026-12-15'),
    quotas: CITIES.map((area) => ({ area, most: QUOTA })),
  }
  const { edit } = installation.shipped.entryCommands.get(callRegister.name)!
  await must(execute(store, edit, given, { id, version: 1, values }))
  await run('open-call', { call: id })
  return id
}

/** Authors put their drafts under the call. */
export async function apply(
  { installation, store, clock }: Seeding,
  call: string,
  entries: readonly Underway[],
): Promise<readonly Underway[]> {
  const applying = installation.shipped.commands.get('selection.apply')!
  for (const { id, creator } of entries) {
    clock.advance({ minutes: 1 })
    await must(execute(store, applying, { actor: creator, request: 'seed' }, { call, entry: id }))
  }
  return entries.map((entry) => ({ ...entry, version: entry.version + 1 }))
}

/** Each city sends what it has recommended with one letter. */
export async function sendLetters(
  { installation, store, clock }: Seeding,
  { register }: Story,
  call: string,
  entries: readonly Underway[],
): Promise<void> {
  const issuing = installation.shipped.commands.get('selection.issue-recommendation')!
  for (const [actor, own] of groups(entries, ({ line }) => line.cityLeader)) {
    if (!actor) continue
    clock.advance({ minutes: 20 })
    await must(execute(store, issuing, { actor, request: 'seed' }, { register: register.name, call, entries: own.map(({ id }) => id) }))
  }
}
