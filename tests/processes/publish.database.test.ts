import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReportTemplate } from '#contract/report-template.ts'
import type { ReportView } from '#contract/reports.ts'
import { ROOT } from '#tests/support/test-jurisdiction.ts'
import { must, openWorld, type World } from '#tests/support/world.ts'
import type { PublishingOrder } from './publish-process.ts'

const TEMPLATES = JSON.parse(readFileSync(join(ROOT, 'packs/jiangsu-5x100/reports.json'), 'utf8')) as readonly ReportTemplate[]
const NUMBERED = { documentNo: '测科发〔2026〕5号', documentDate: '2026-07-10' }
let world: World

beforeAll(async () => {
  world = await openWorld({ instant: '2026-07-10T09:00:00+08:00' })
  await must(world.give('planner', 'programmes.keep-template', { template: TEMPLATES[2]! }))
})
afterAll(() => world?.close())

test('kill -9 while an edition is being kept leaves a signed report and nothing of the edition; publishing again makes one', {
  timeout: 60_000,
}, async () => {
  const report = await signedReport()
  const before = await kept()
  // The edition's table is held: the process has set the files, kept the content and cannot go on.
  const holder = await world.database.database.pool.connect()
  await holder.query(`begin; lock table ${world.store.schema}.edition in exclusive mode`)
  const child = publishing({ report, ...NUMBERED })
  await until(async () => (await backends(`and wait_event_type = 'Lock'`)) === 1)
  child.kill('SIGKILL')
  await holder.query('rollback')
  holder.release()
  await until(async () => (await backends('')) === 0)

  expect((await view(report)).report).toMatchObject({ state: 'signed', documentNo: null })
  expect(await kept()).toEqual(before)

  const { edition } = await must(world.give<{ edition: string }>('planner', 'reports.publish', { report, ...NUMBERED }))
  expect(await kept()).toEqual({ contents: Number(before['contents']) + 1, editions: 1, files: 2 })
  expect(await world.ask('auditor', 'reports.verify', { edition })).toMatchObject({ same: true, signed: { same: true } })
})

async function signedReport(): Promise<string> {
  const { report } = await must(
    world.give<{ report: string }>('planner', 'reports.draft', { template: 'quarterly_brief', period: '2026Q2', asOf: '2026-07-09' }),
  )
  for (const [at, [who, move]] of [
    ['planner', 'submit'],
    ['head', 'pass'],
    ['leader', 'endorse'],
    ['signer', 'sign'],
  ].entries())
    await must(world.move(who!, 'report', { id: report, version: at + 1 }, move!))
  return report
}

async function view(report: string): Promise<ReportView> {
  return (await world.ask('planner', 'reports.report', { report })) as ReportView
}

function publishing(input: PublishingOrder['input']) {
  const { roles: _roles, ...actor } = world.as('planner')
  const order: PublishingOrder = {
    connectionString: world.database.connectionString,
    folder: dirname(world.filesFolder),
    instant: world.clock.now().toISOString(),
    actor,
    input,
  }
  return spawn(process.execPath, [join(import.meta.dirname, 'publish-process.ts'), JSON.stringify(order)], { cwd: ROOT, stdio: 'inherit' })
}

async function kept() {
  const [row] = await world.sql(`select (select count(*)::int from {{schema}}.frozen_content) as contents,
    (select count(*)::int from {{schema}}.edition) as editions, (select count(*)::int from {{schema}}.edition_file) as files`)
  return row!
}

/** How many connections of the publishing process there are. */
async function backends(and: string): Promise<number> {
  const [row] = await world.sql(
    `select count(*)::int as count from pg_stat_activity where datname = current_database() and application_name = 'publishing' ${and}`,
  )
  return Number(row!['count'])
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < 1_000; look++) {
    if (await holds()) return
    await pause(20)
  }
  throw new Error('it does not come that far')
}
