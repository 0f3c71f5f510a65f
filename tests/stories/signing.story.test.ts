import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noticeList } from '#contract/notices.ts'
import type { ReportTemplate } from '#contract/report-template.ts'
import type { ReportView } from '#contract/reports.ts'
import { workList } from '#contract/work-list.ts'
import { execute } from '#engine/store/command.ts'
import { takeBackOffer } from '#engine/store/take-back.ts'
import { followAll } from '#tests/support/follow.ts'
import { ROOT } from '#tests/support/test-jurisdiction.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

const [TEMPLATE] = JSON.parse(readFileSync(join(ROOT, 'packs/jiangsu-5x100/reports.json'), 'utf8')) as readonly ReportTemplate[]
/** Who makes which step, in the order of the line. */
const LINE = [
  ['planner', 'submit', 'checking'],
  ['head', 'pass', 'signing'],
  ['leader', 'endorse', 'issuing'],
  ['signer', 'sign', 'signed'],
] as const
const SIGNERS_TENURE = `{{schema}}.tenure where post in (select id from {{schema}}.post where role = 'signer')`
let world: World

beforeAll(async () => {
  world = await openWorld({ instant: '2026-07-10T09:00:00+08:00' })
  await must(world.give('planner', 'programmes.keep-template', { template: TEMPLATE! }))
  await followAll(world)
})
afterAll(() => world?.close())

const drafted = async () =>
  (
    await must(
      world.give<{ report: string }>('planner', 'reports.draft', { template: TEMPLATE!.code, period: '2026Q2', asOf: '2026-07-09' }),
    )
  ).report
const standing = async (report: string) => ((await world.ask('planner', 'reports.report', { report })) as ReportView).report
const seen = async (report: string) => ({ id: report, version: (await standing(report)).version })
const step = async (who: string, report: string, move: string, reason?: string) =>
  world.move(who, 'report', await seen(report), move, reason)
const waitsFor = async (who: string, report: string) =>
  workList.parse(await world.ask(who, 'collaboration.work-list', { register: 'report' })).items.some(({ id }) => id === report)
const toldOf = async (who: string, report: string) =>
  noticeList.parse(await world.ask(who, 'collaboration.notices', {})).items.find(({ entry }) => entry === report)

/** A paper that has come as far as the named state. */
async function paperIn(state: (typeof LINE)[number][2]): Promise<string> {
  const report = await drafted()
  for (const [who, move, to] of LINE) {
    await must(step(who, report, move))
    if (to === state) return report
  }
  return report
}

test('a paper waits for one post after the other, each of whom is told and nobody of whom acts for another', async () => {
  const report = await drafted()
  const people = LINE.map(([who]) => who)
  for (const [who, move, to] of LINE) {
    expect(await Promise.all(people.map(async (each) => [each, await waitsFor(each, report)]))).toEqual(
      people.map((each) => [each, each === who]),
    )
    for (const other of people.filter((each) => each !== who))
      expect((await refused(step(other, report, move))).code).toBe('entry.no-right')
    await followAll(world)
    if (who !== 'planner') expect(await toldOf(who, report)).toMatchObject({ kind: 'waiting' })
    await must(step(who, report, move))
    expect((await standing(report)).state).toBe(to)
  }
  expect(await waitsFor('planner', report)).toBe(true)
})

describe.each([
  ['head', 'checking'],
  ['leader', 'signing'],
  ['signer', 'issuing'],
  ['planner', 'signed'],
] as const)('%s, with whom a paper is %s', (who, state) => {
  test('sends it back with a reason only; the clerk is told, and the whole line is gone through again', async () => {
    const report = await paperIn(state)
    expect((await refused(step(who, report, 'return'))).code).toBe('move.reason-missing')

    await must(step(who, report, 'return', '第二部分数据口径请说明'))
    await followAll(world)

    expect((await standing(report)).state).toBe('drafting')
    expect(await waitsFor('planner', report)).toBe(true)
    if (who !== 'planner') expect(await toldOf('planner', report)).toMatchObject({ kind: 'returned', reason: '第二部分数据口径请说明' })
    expect((await refused(step('signer', report, 'sign'))).code).toBe('entry.wrong-state')
  })
})

describe.each(LINE)('%s, who has just made the step %s', (who, move, to) => {
  test('takes it back within the window, and not afterwards', async () => {
    const report = await paperIn(to)
    const register = world.store.catalogue.need('report')
    const offer = async () => {
      const [row] = await world.sql(
        `select id, version, state, event, changed_at as "changedAt", changed_by as "changedBy" from {{schema}}.report where id = $1`,
        [report],
      )
      return takeBackOffer(world.store, register, row!, world.as(who))
    }
    const takeBack = (event: string) =>
      execute(
        world.store,
        world.installation.shipped.entryCommands.get('report')!.takeBack,
        { actor: world.as(who), request: 'test' },
        { event },
      )
    const { event } = (await offer())!
    await must(takeBack(event))
    expect((await standing(report)).state).not.toBe(to)
    expect(await waitsFor(who, report)).toBe(true)

    await must(step(who, report, move))
    const again = (await offer())!
    world.clock.at(new Date(world.clock.now().getTime() + 11 * 60_000).toISOString())
    expect((await refused(takeBack(again.event))).code).toBe('take-back.too-late')
  })
})

test('a number is given only to what was signed', async () => {
  const report = await paperIn('issuing')
  const numbered = () =>
    world.give('planner', 'reports.publish', {
      report,
      documentNo: '测科发〔2026〕3号',
      documentDate: world.clock.now().toISOString().slice(0, 10),
    })
  expect((await refused(numbered())).code).toBe('entry.wrong-state')
  await must(step('signer', report, 'sign'))
  await must(numbered())
})

test('nothing goes to a signer who is not there; an authorised deputy signs while the tenure of the post runs', async () => {
  const report = await paperIn('signing')
  const [held] = await world.sql(`select id, person, post from ${SIGNERS_TENURE}`)
  await world.sql(`update {{schema}}.tenure set until_on = '2026-06-30' where id = $1`, [held!['id']])
  const refusal = await refused(step('leader', report, 'endorse'))
  expect(refusal.code).toBe('move.needs')
  expect(refusal.words.zh).toContain('没有在任的签发人')

  // The deputy is the leader in charge of something else: the same person, acting as another post.
  const deputy = world.as('head')
  await must(
    world.give('admin', 'directory.hand-over', {
      post: held!['post'],
      person: deputy.person,
      fromOn: world.clock.now().toISOString().slice(0, 10),
      reason: '厅长出访期间授权',
    }),
  )
  await must(step('leader', report, 'endorse'))
  const signing = { ...deputy, post: held!['post'], roles: new Set(['signer']) } as typeof deputy
  await must(world.move(signing, 'report', await seen(report), 'sign'))
  expect((await standing(report)).state).toBe('signed')
})
