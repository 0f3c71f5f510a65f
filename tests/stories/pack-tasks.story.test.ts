import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPack } from '#apps/api/pack-folder.ts'
import { noticeList } from '#contract/notices.ts'
import type { PackConflicts, PackInstalled, PackPreview } from '#contract/packs.ts'
import { answer } from '#engine/store/query.ts'
import type { Pack } from '#modules/programmes/index.ts'
import { followAll } from '#tests/support/follow.ts'
import { ROOT } from '#tests/support/test-jurisdiction.ts'
import { must, openWorld, type World } from '#tests/support/world.ts'

let world: World
let pack: Pack

beforeAll(async () => {
  world = await openWorld()
  const read = await readPack(join(ROOT, 'packs/jiangsu-5x100'))
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  pack = read.pack
})
afterAll(() => world?.close())

const [CHANGED, ENDED, DONE, PLANNED] = [0, 1, 2, 3]
const install = (given: Pack) => must(world.give<PackInstalled>('planner', 'programmes.install-pack', { pack: given }))
const keyOf = (at: number) => pack.tasks[at]!.key
const conflicts = async () =>
  ((await world.ask<PackConflicts>('planner', 'programmes.pack-conflicts', { code: pack.code })) as PackConflicts).conflicts
const decide = (at: number, field: string, take: 'own' | 'next') =>
  must(world.give('planner', 'programmes.decide-conflict', { code: pack.code, key: `tasks/${keyOf(at)}`, field, take }))

/** A task of the pack, as it is now. */
async function taskOf(at: number) {
  const [row] = await world.sql('select id, version, state, due_year from {{schema}}.task where pack_key = $1 and state <> $2', [
    keyOf(at),
    'leftOut',
  ])
  return { id: String(row!['id']), version: Number(row!['version']), state: row!['state'], dueYear: row!['due_year'] }
}

/** Gives a task out to the office of education, which takes it on. */
async function givenOut(at: number): Promise<void> {
  const lead = [{ name: '省教育厅', title: '省教育厅', unit: world.as('education').unit, origin: pack.tasks[at]!.lead[0]!.origin }]
  await must(world.edit('planner', 'task', await taskOf(at), { lead }))
  await must(world.move('planner', 'task', await taskOf(at), 'assign', undefined, { dueOn: '2027-12-20', cadence: 'quarter' }))
  await must(world.move('education', 'task', await taskOf(at), 'acknowledge'))
}

/** The version to come: later due years, and one task less. */
function later(): Pack {
  const tasks = pack.tasks.map((task, at) => ([CHANGED, DONE, PLANNED].includes(at) ? { ...task, dueYear: 2029 } : task))
  return { ...pack, version: '99.0.0', tasks: tasks.filter((_task, at) => at !== ENDED) }
}

test('a new version of a pack changes planned tasks, proposes its changes of those given out, and says which it leaves', async () => {
  await install(pack)
  for (const at of [CHANGED, ENDED, DONE]) await givenOut(at)
  const evidence = [await world.upload('education', '佐证.txt', '完成')]
  await must(world.move('education', 'task', await taskOf(DONE), 'reportDone', undefined, { doneNote: '已完成', evidence }))

  const store = { ...world.store, shippedPacks: () => Promise.resolve([{ folder: 'one', pack: later() }]) }
  const query = world.installation.shipped.queries.get('programmes.pack-preview')!
  const shown = (await answer(query, { store, actor: world.as('planner') }, { code: pack.code, version: '99.0.0' })) as PackPreview
  expect(shown.kinds.find(({ kind }) => kind === 'tasks')).toMatchObject({ changed: 1, takenOut: 0 })
  expect(shown.left).toMatchObject([{ state: { zh: '已完成（待销号）' } }])

  await install(later())

  expect(await taskOf(PLANNED)).toMatchObject({ state: 'planned', dueYear: 2029 })
  expect(await taskOf(CHANGED)).toMatchObject({ state: 'running', dueYear: pack.tasks[CHANGED]!.dueYear })
  expect(await taskOf(DONE)).toMatchObject({ state: 'done', dueYear: pack.tasks[DONE]!.dueYear })
  expect((await conflicts()).map(({ key, field, next }) => [key, field, next])).toEqual(
    expect.arrayContaining([
      [`tasks/${keyOf(CHANGED)}`, 'dueYear', '2029'],
      [`tasks/${keyOf(ENDED)}`, '', null],
    ]),
  )
  expect((await conflicts()).every(({ effect }) => effect !== undefined)).toBe(true)
})

test('taking a proposed change has the task adjusted and given out anew; taking the end ends it; the units hear of both', async () => {
  await decide(CHANGED, 'dueYear', 'next')
  await decide(ENDED, '', 'next')

  expect(await taskOf(CHANGED)).toMatchObject({ state: 'adjusting', dueYear: 2029 })
  expect(await taskOf(ENDED)).toMatchObject({ state: 'terminated' })
  expect((await conflicts()).filter(({ key }) => key.startsWith('tasks/'))).toEqual([])
  await followAll(world)
  const { items } = noticeList.parse(await world.ask('education', 'collaboration.notices', {}))
  expect(items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['reminded', 'closed']))
})
