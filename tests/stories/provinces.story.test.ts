import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPack } from '#apps/api/pack-folder.ts'
import type { PackInstalled } from '#contract/packs.ts'
import type { Programme } from '#contract/programmes.ts'
import type { TaskList } from '#contract/tasks.ts'
import { execute } from '#engine/store/command.ts'
import type { Store } from '#engine/store/context.ts'
import { answer } from '#engine/store/query.ts'
import { reconcile } from '#engine/store/tables.ts'
import { INSTALLER } from '#modules/directory/index.ts'
import type { Pack } from '#modules/programmes/index.ts'
import { migrate } from '#platform/db/migrate.ts'
import { ROOT } from '#tests/support/test-jurisdiction.ts'
import { must, openWorld, type World } from '#tests/support/world.ts'

const CODES = ['jiangsu-5x100', 'shandong-8x', 'liaoning-2024', 'liaoning-2019', 'heilongjiang-2022']
const ACTOR = { ...INSTALLER, roles: new Set(['planner', 'administrator']) }
let world: World
let packs: readonly Pack[]

beforeAll(async () => {
  world = await openWorld()
  packs = await Promise.all(
    CODES.map(async (code) => {
      const read = await readPack(join(ROOT, 'packs', code))
      if ('faults' in read) throw new Error(read.faults.join('\n'))
      return read.pack
    }),
  )
})
afterAll(() => world?.close())

async function install(store: Store, pack: Pack): Promise<PackInstalled> {
  const command = world.installation.shipped.commands.get('programmes.install-pack')!
  return (await must(execute(store, command, { actor: ACTOR, request: 'test' }, { pack }))) as PackInstalled
}

async function ask<Answer>(store: Store, query: string, input: object): Promise<Answer> {
  return (await answer(world.installation.shipped.queries.get(query)!, { store, actor: ACTOR }, input)) as Answer
}

const codesIn = async (schema: string) => (await world.sql(`select code from ${schema}.area order by code`)).map(({ code }) => String(code))

/** A jurisdiction with its tables and nothing in them. */
async function emptyJurisdiction(schema: string): Promise<Store> {
  await migrate(world.database.database, { folder: join(ROOT, 'db/migrations/jurisdiction'), schema })
  const definitionVersions = await reconcile(world.database.database, schema, world.store.catalogue, world.clock)
  return { ...world.store, schema, definitionVersions }
}

describe('five plans side by side in one province', () => {
  test('each runs with its own targets, tasks and lists, and brings no strange city among the figures', async () => {
    const before = await codesIn(world.store.schema)

    for (const pack of packs) {
      const { document } = await install(world.store, pack)
      const made = await ask<Programme>(world.store, 'programmes.programme', { document })
      expect(made.targets.map(({ low }) => (low === null ? null : Number(low)))).toEqual(
        pack.targets.map(({ low }) => (low === null ? null : Number(low))),
      )
      expect([made.tasks, made.registers.length]).toEqual([pack.tasks.length, pack.registers.length])
    }

    expect((await codesIn(world.store.schema)).filter((code) => !before.includes(code))).toEqual([])
    const terms = await world.sql('select distinct scheme from {{schema}}.classification_term')
    expect(terms.map(({ scheme }) => scheme)).toEqual(
      expect.arrayContaining(['shandong_8x', 'liaoning_six_directions', 'liaoning_chains', 'heilongjiang_areas', 'future_industries']),
    )
  })
})

describe.each(CODES.map((code, at) => [code, at] as const))('%s on its own', (code, at) => {
  test('sets up a province with nothing in it: areas, plan, targets, tasks with their units', async () => {
    const pack = packs[at]!
    const store = await emptyJurisdiction(`j_own_${at}`)

    const { document, kept } = await install(store, pack)

    expect([pack.code, kept]).toEqual([code, 0])
    expect(await codesIn(store.schema)).toEqual(pack.areas.map((each) => each.code).toSorted())
    const made = await ask<Programme>(store, 'programmes.programme', { document })
    expect(made).toMatchObject({ pack: { code }, document: { hasText: false } })
    expect(made.targets).toHaveLength(pack.targets.length)
    const { tasks } = await ask<TaskList>(store, 'tasks.task-list', { document })
    expect(tasks.map(({ lead }) => lead.map(({ name }) => name))).toEqual(pack.tasks.map(({ lead }) => lead.map(({ name }) => name)))
  })
})
