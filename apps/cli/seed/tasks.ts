import { Buffer } from 'node:buffer'
import type { Actor } from '#engine/define/actor.ts'
import { execute } from '#engine/store/command.ts'
import type { Store } from '#engine/store/context.ts'
import { recordUpload } from '#engine/store/uploads.ts'
import { must, type Seeding } from './advance.ts'
import type { Holder } from './directory.ts'
import { simulatedClock } from './simulated-clock.ts'

/** The tasks of the sample plan are all assigned but the last two; the first is closed, the second lately done, the third late, the last new. */
const LEFT_PLANNED = 2
const ASSIGNED_ON = '2026-03-02'
const ACKNOWLEDGED_ON = '2026-03-04'
const QUARTERS = [
  { opensOn: '2026-06-22', handedInOn: '2026-06-29', percent: 45 },
  { opensOn: '2026-09-22', handedInOn: '2026-09-28', percent: 70 },
]
const CLOSED_ON = '2026-10-14'
/** Tasks are due in so many working days, or at the end of the plan's year. */
const WORKING_DAYS_LEFT = 14

interface TaskRow {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly lead: readonly Readonly<Record<string, unknown>>[]
}

/** Tasks on their way, by the people whose work they are. */
export async function seedTasks(seeding: Seeding, holders: readonly Holder[]): Promise<void> {
  const holder = (name: string) => holders.find(({ loginName }) => loginName === name)!.actor
  const people = { planner: holder('planner'), head: holder('head'), education: holder('education') }
  const desk = deskOf(seeding, holders)
  const { rows } = await seeding.store.database.query<TaskRow>(
    `select id, version, title, lead from ${seeding.store.schema}.task where state = 'planned' order by start`,
    [],
  )
  const tasks = rows.slice(0, -LEFT_PLANNED).map((row, at) => ({ ...row, actor: at % 3 === 2 ? people.education : people.planner }))
  const { workingDaysAgo, workingDaysAhead } = seeding.recent
  const dueOn = workingDaysAhead(WORKING_DAYS_LEFT, '2026-12-18')
  for (const [at, { id, version, lead, actor }] of tasks.entries()) {
    const day = at < tasks.length - 1 ? ASSIGNED_ON : workingDaysAgo(1, ASSIGNED_ON)
    const named = lead.map((unit) => ({ ...unit, unit: actor.unit }))
    await desk.edit(day, people.planner, 'task', { id, version, values: { lead: named } })
    await desk.move(day, people.planner, 'task', { id, move: 'assign', values: { dueOn, cadence: 'quarter' } })
  }
  // The last of those assigned has not been acknowledged.
  for (const { id, actor } of tasks.slice(0, -1)) await desk.move(ACKNOWLEDGED_ON, actor, 'task', { id, move: 'acknowledge' })
  for (const quarter of QUARTERS) await report(seeding, desk, people.planner, quarter, tasks[2]?.id)
  for (const [at, { id, actor }] of tasks.slice(0, 2).entries()) {
    const day = at === 0 ? CLOSED_ON : workingDaysAgo(2, CLOSED_ON)
    const evidence = [await desk.upload(day, actor)]
    await desk.move(day, actor, 'task', {
      id,
      move: 'reportDone',
      values: { doneNote: '已按要求完成并印发。（演示数据）', evidence },
    })
    if (at === 0) await desk.move(CLOSED_ON, people.head, 'task', { id, move: 'close' })
  }
}

type Quarter = (typeof QUARTERS)[number]

/** One unit does not hand in its last report; of those that came, the last came late and waits for the office. */
async function report(seeding: Seeding, desk: Desk, planner: Actor, { opensOn, handedInOn, percent }: Quarter, late: string | undefined) {
  await desk.command(opensOn, planner, 'tasks.open-reports')
  const { rows } = await seeding.store.database.query<{ id: string; task: string; unit: string }>(
    `select id, task, units -> 0 ->> 'unit' as unit from ${seeding.store.schema}.task_report where state = 'filling' order by id`,
    [],
  )
  const isLast = opensOn === QUARTERS.at(-1)!.opensOn
  const handed = rows.filter(({ task }) => !isLast || task !== late)
  for (const [at, { id, unit }] of handed.entries()) {
    const waits = isLast && at === handed.length - 1
    const day = waits ? seeding.recent.workingDaysAgo(2, handedInOn) : handedInOn
    const actor = desk.holderOf(unit)
    const values = {
      status: 'onSchedule',
      percent: percent + at,
      progress: '已按年度安排推进，阶段成果见佐证材料。（演示数据）',
      nextSteps: '按计划组织验收。',
    }
    await desk.edit(day, actor, 'task_report', { id, version: 1, values })
    await desk.move(day, actor, 'task_report', { id, move: 'submit' })
    if (!waits) await desk.move(day, planner, 'task_report', { id, move: 'accept' })
  }
}

type Desk = ReturnType<typeof deskOf>

/** Gives commands on days of the past, with the version that stands. */
function deskOf({ installation, store }: Seeding, holders: readonly Holder[]) {
  const on = (day: string): Store => ({ ...store, clock: simulatedClock(day) })
  const entry = (register: string) => installation.shipped.entryCommands.get(register)!
  const versionOf = async (register: string, id: string) => {
    const { rows } = await store.database.query<{ version: number }>(`select version from ${store.schema}.${register} where id = $1`, [id])
    return rows[0]!.version
  }
  return {
    holderOf: (unit: string) => holders.find(({ actor }) => actor.unit === unit)!.actor,
    command: (day: string, actor: Actor, name: string) =>
      must(execute(on(day), installation.shipped.commands.get(name)!, { actor, request: 'seed' }, {})),
    edit: (day: string, actor: Actor, register: string, input: { id: string; version: number; values: Record<string, unknown> }) =>
      must(execute(on(day), entry(register).edit, { actor, request: 'seed' }, input)),
    async move(day: string, actor: Actor, register: string, input: { id: string; move: string; values?: Record<string, unknown> }) {
      const version = await versionOf(register, input.id)
      return await must(execute(on(day), entry(register).move, { actor, request: 'seed' }, { ...input, version }))
    },
    async upload(day: string, actor: Actor) {
      const content = Buffer.from(`演示数据\n任务完成佐证\n本文件由演示程序生成，不是真实材料。\n岗位编号 ${actor.post}\n`)
      const stored = await installation.files.put(content, { limitBytes: 1_000_000 })
      if ('problem' in stored) throw new Error(stored.words.zh)
      const file = { sha256: stored.sha256, name: '完成佐证（演示）.txt', size: stored.size, type: 'text/plain' }
      await recordUpload(on(day), actor, file)
      return file
    },
  }
}
