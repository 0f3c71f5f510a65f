import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPack } from '#apps/api/pack-folder.ts'
import { type PackInstalled, type PackPreview, type PacksView, packPreview, packsView } from '#contract/packs.ts'
import { answer } from '#engine/store/query.ts'
import type { Pack } from '#modules/programmes/index.ts'
import { ROOT } from '#tests/support/test-jurisdiction.ts'
import { must, openWorld, refused, type World } from '#tests/support/world.ts'

let world: World
let shipped: Pack
let first: PackPreview

beforeAll(async () => {
  world = await openWorld()
  const read = await readPack(join(ROOT, 'packs/jiangsu-5x100'))
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  shipped = read.pack
})
afterAll(() => world?.close())

const packs = async () => packsView.parse(await world.ask<PacksView>('planner', 'programmes.packs', {}))
const named = () => ({ code: shipped.code, version: shipped.version })
/** This pack among those that come with the program. */
const offered = (facts: object) => expect.arrayContaining([expect.objectContaining({ ...named(), ...facts })]) as unknown
const preview = async () => packPreview.parse(await world.ask<PackPreview>('planner', 'programmes.pack-preview', named()))
const install = (input: object, who = 'planner') => world.give<PackInstalled>(who, 'programmes.install-pack', input)
const sum = ({ kinds }: PackPreview, count: 'add' | 'kept' | 'changed' | 'takenOut') => kinds.reduce((all, kind) => all + kind[count], 0)

/** The version before: one target less and two others of other values, one task that the shipped one no longer has. */
function before(): Pack {
  const [head, other] = shipped.targets.filter(({ relation }) => relation === 'headline')
  const gone = shipped.targets.find(({ relation }) => relation === 'part')
  return {
    ...shipped,
    version: '1.0.0',
    targets: shipped.targets
      .filter((each) => each !== gone)
      .map((each) => (each === head || each === other ? { ...each, low: '7' } : each)),
    tasks: [...shipped.tasks, { ...shipped.tasks[0]!, key: 'task-before' }],
  }
}

test('a pack that comes with the program is offered with what it would make, to those alone who may install it', async () => {
  expect(await packs()).toMatchObject({
    installed: [],
    faulty: [],
    shipped: offered({ standing: 'new', sha256: shipped.source.sha256 }),
  })
  first = await preview()
  expect(first).toMatchObject({ from: null, conflicts: [] })
  expect(first.kinds).toContainEqual(expect.objectContaining({ kind: 'targets', add: shipped.targets.length, kept: 0 }))
  expect(first.kinds).toContainEqual(expect.objectContaining({ kind: 'tasks', add: shipped.tasks.length, kept: 0 }))

  for (const who of ['leader', 'suzhou', 'admin', 'applicant']) {
    expect(await world.ask(who, 'programmes.packs', {})).toMatchObject({ code: 'query.no-right' })
    expect(await world.ask(who, 'programmes.pack-preview', named())).toMatchObject({ code: 'query.no-right' })
    expect((await refused(install({ shipped: named() }, who))).code).toBe('command.no-right')
  }
})

test('a pack whose report template asks for a figure that does not exist says so before it is installed, with what and where', async () => {
  const [template, ...others] = shipped.reports
  const pack = {
    ...shipped,
    reports: [{ ...template!, blocks: [{ is: 'chart' as const, figure: 'gone', shape: 'bars' as const }] }, ...others],
  }
  const store = { ...world.store, shippedPacks: () => Promise.resolve([{ folder: 'one', pack }]) }
  const asked = { store, actor: world.as('planner') }
  const told = packPreview.parse(await answer(world.installation.shipped.queries.get('programmes.pack-preview')!, asked, named()))

  expect(first.broken).toEqual([])
  expect(told.broken).toEqual([
    { zh: `“${template!.title.zh}” 正文第1块（图）：没有指标 gone`, en: expect.stringContaining('no figure gone') },
  ])
  expect((await refused(install({ pack }))).code).toBe('template.unknown-figure')
})

test('what was shown is what is made', async () => {
  const made = await must(install({ pack: before() }))

  expect(made).toMatchObject({ added: sum(first, 'add'), kept: sum(first, 'kept'), uncounted: first.uncounted })
  expect(await packs()).toMatchObject({
    installed: [{ code: shipped.code, version: '1.0.0', hasText: false, conflicts: 0, document: { id: made.document } }],
    shipped: offered({ standing: 'newer' }),
  })
})

test('an upgrade tells beforehand what follows, what is new, what goes and what will be asked; then does just that', async () => {
  const { key } = shipped.targets.find(({ relation }) => relation === 'headline')!
  const [own] = await world.sql('select id, version from {{schema}}.target where pack_key = $1', [key])
  await must(world.edit('planner', 'target', { id: String(own!['id']), version: Number(own!['version']) }, { low: '9' }))

  const shown = await preview()
  expect(shown.from).toBe('1.0.0')
  expect(shown.kinds).toMatchObject([
    { kind: 'targets', add: 1, changed: 1, takenOut: 0 },
    { kind: 'tasks', add: 0, changed: 0, takenOut: 1 },
  ])
  expect(shown.conflicts).toMatchObject([{ key: `targets/${key}`, field: 'low', own: '9', next: '100' }])

  const done = await must(install({ shipped: named() }))
  expect(done).toMatchObject({ added: 1, changed: 1, takenOut: 1, conflicts: 1 })
  expect(await packs()).toMatchObject({
    installed: [{ version: shipped.version, conflicts: 1 }],
    shipped: offered({ standing: 'installed' }),
  })
})

test('a version of before, one that is not there and a command that names none are refused in words', async () => {
  expect((await refused(install({ pack: before() }))).code).toBe('pack.installed')
  expect((await refused(install({ shipped: { ...named(), version: '9.9.9' } }))).code).toBe('pack.not-shipped')
  expect((await refused(install({}))).code).toBe('pack.not-shipped')
  expect(await world.ask('planner', 'programmes.pack-preview', { code: 'nothing', version: '1.0.0' })).toMatchObject({
    code: 'pack.not-shipped',
  })
})
