import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { catalogue } from '#engine/define/catalogue.ts'
import { parseRegister } from '#engine/define/definition-schema.ts'
import type { Register } from '#engine/define/register.ts'
import { command, execute } from '#engine/store/command.ts'
import type { Store } from '#engine/store/context.ts'
import { entryCommands } from '#engine/store/entry-commands.ts'
import { figureCells } from '#engine/store/figures.ts'
import { poolReader, readEntries } from '#engine/store/read.ts'
import { reconcile } from '#engine/store/tables.ts'
import { migrate } from '#platform/db/migrate.ts'
import { populate } from '#tests/support/populated.ts'
import { schemaFacts } from '#tests/support/schema-facts.ts'
import { ROOT } from '#tests/support/test-jurisdiction.ts'
import { must, openWorld, type World } from '#tests/support/world.ts'

const FOLDER = join(import.meta.dirname, 'definitions')
const RELEASES = readdirSync(FOLDER).map((file) => file.replace('.json', ''))
let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

test('migrating an empty database, and one that holds data of today, both end with the same tables', async () => {
  await populate(world)
  const before = await counts()

  await bring('j_empty', world.store.catalogue.all)
  await bring(world.store.schema, world.store.catalogue.all)

  expect(await schemaFacts(world, 'j_empty')).toEqual(await schemaFacts(world))
  expect(await counts()).toEqual(before)
})

test('what was counted before there were totals is in them', async () => {
  const of = async (store: Store) => new Set(await figureCells(store, { indicator: 'technology_breakthroughs', ruleVersion: 2 }))
  const known = 'indicator, rule_version, measure, register, entry, area, counts_on, amount, recorded_at, event'
  await bringBefore('0012', 'j_before_totals')
  await world.sql(`insert into j_before_totals.contribution (${known}) select ${known} from {{schema}}.contribution`)

  const store = await bring('j_before_totals', world.store.catalogue.all)

  const before = await of(world.store)
  expect(before.size).toBeGreaterThan(2)
  expect(await of(store)).toEqual(before)
})

test('the rows of imports from before are counted', async () => {
  const id = '0197f000-0000-7000-8000-000000000013'
  await bringBefore('0013', 'j_before_counts')
  await world.sql(
    `insert into j_before_counts.import (id, register, file_sha256, file_name, person, post, request, state, created_at, changed_at)
      values ($1, 'technology', 'x', '旧表.xlsx', $1, $1, 'test', 'done', now(), now())`,
    [id],
  )
  await world.sql(
    `insert into j_before_counts.import_row (import, row, outcome, title, given, content, warnings, applied_at)
      values ($1, 2, 'new', '', '{}', 'a', '[]', now()), ($1, 3, 'new', '', '{}', 'b', '[{}]', null), ($1, 4, 'wrong', '', '{}', 'c', '[]', null)`,
    [id],
  )

  await bring('j_before_counts', world.store.catalogue.all)

  expect(await world.sql('select counts from j_before_counts.import where id = $1', [id])).toEqual([
    { counts: { new: 2, changed: 0, unchanged: 0, wrong: 1, conflict: 0, applied: 1, warned: 1 } },
  ])
})

describe.each(RELEASES)('from the definitions of %s', (release) => {
  const old = registersOf(release)
  const schema = `j_${release.replaceAll(/\W/g, '_')}`

  test('with entries, migrating ends with the tables of today and keeps every entry, its history and its figures', async () => {
    const store = await bring(schema, old)
    const unit = old.find(({ name }) => name === 'org_unit')!
    const given = { actor: { ...world.as('admin'), area: '320000' }, request: 'test' }
    const place = old.find(({ name }) => name === 'area')!
    await must(execute(store, entryCommands(place).create, given, { values: { code: '320583', title: '昆山市', level: 'county' } }))
    const { id } = await must(
      execute(store, entryCommands(unit).create, given, { values: { title: '老单位', unitType: 'institute', area: '320583' } }),
    )
    await must(execute(store, entryCommands(unit).edit, given, { id, version: 1, values: { title: '老单位（更名）' } }))

    const today = await bring(schema, world.store.catalogue.all)

    expect(missing(await schemaFacts(world), await schemaFacts(world, schema))).toEqual([])
    await must(
      execute(today, world.installation.shipped.entryCommands.get('org_unit')!.edit, given, { id, version: 2, values: { title: '新名' } }),
    )
    const { rows } = await world.database.database.query(
      `select title, version from ${schema}.org_unit_version where id = $1 union all select title, version from ${schema}.org_unit where id = $1 order by version`,
      [id],
    )
    expect(rows).toEqual([
      { title: '老单位', version: 1 },
      { title: '老单位（更名）', version: 2 },
      { title: '新名', version: 3 },
    ])
  })
})

test('years that were kept as whole numbers are years now, with what is in them', async () => {
  const today = world.store.catalogue.need('holiday')
  const year = { kind: 'integer', label: today.fields['year']!.label, required: true } as const
  const before: Register = { ...today, fields: { ...today.fields, year } }
  const all = world.store.catalogue.all
  const old = await bring(
    'j_years',
    all.map((each) => (each.name === 'holiday' ? before : each)),
  )
  const given = { actor: world.as('planner'), request: 'test' }
  const importing = command({
    name: 'selection.import-calendar',
    label: today.title,
    input: z.object({}),
    right: { always: true },
    run: async (call) => call.create(before, [{ day: '2026-10-01', title: '国庆节', dayType: 'holiday', year: 2026, basis: '国办发明电' }]),
  })
  const [id] = await must(execute(old, importing, given, {}))

  const now = await bring('j_years', all)

  const [row] = await readEntries(poolReader(now), now, today, [id!])
  expect(row).toMatchObject({ year: 2026 })
})

test('papers of before 审签 and 签发 were two steps go on from where they stood', async () => {
  const today = world.store.catalogue.need('report')
  const { issuing: _new, ...states } = today.states
  const { endorse: _step, ...moves } = today.moves
  const { endorse: _right, ...access } = today.access
  const signing = { ...states['signing']!, moves: { sign: 'signed', return: 'drafting' } }
  const before = { ...today, states: { ...states, signing }, moves, access: { ...access, sign: { role: 'leader' } } }
  const all = world.store.catalogue.all
  const old = await bring(
    'j_papers',
    all.map((each) => (each.name === 'report' ? before : each)),
  )
  const given = (who: string) => ({ actor: world.as(who), request: 'test' })
  const drafting = command({
    name: 'reports.draft',
    label: today.title,
    input: z.object({}),
    right: { role: 'planner' },
    run: async (call) => call.create(before, [PAPER, PAPER]),
  })
  const [waiting, signed] = await must(execute(old, drafting, given('planner'), {}))
  const move = (store: Store, register: Register, who: string, id: string, version: number, name: string) =>
    must(execute(store, entryCommands(register).move, given(who), { id, version, move: name }))
  for (const id of [waiting!, signed!]) {
    await move(old, before, 'planner', id, 1, 'submit')
    await move(old, before, 'head', id, 2, 'pass')
  }
  await move(old, before, 'leader', signed!, 3, 'sign')

  const now = { ...(await bring('j_papers', all)), guards: [] } // nobody holds a post in this schema
  await move(now, today, 'leader', waiting!, 3, 'endorse')
  await move(now, today, 'signer', waiting!, 4, 'sign')

  const { rows } = await world.database.database.query('select state, version from j_papers.report order by version')
  expect(rows).toEqual([
    { state: 'signed', version: 4 },
    { state: 'signed', version: 5 },
  ])
})

const PAPER = { title: '旧稿', template: 'quarterly_brief', period: '2026Q1', asOf: '2026-04-10', sha256: '0'.repeat(64) }

const MIGRATIONS = join(ROOT, 'db/migrations/jurisdiction')

/** A schema as it was before a migration, to be filled with what that one finds; whatever is added behind it later changes nothing here. */
async function bringBefore(name: string, schema: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lantu-migrations-'))
  try {
    for (const file of readdirSync(MIGRATIONS)) if (file < name) copyFileSync(join(MIGRATIONS, file), join(folder, file))
    await migrate(world.database.database, { folder, schema })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Brings a schema to what the definitions say, as `lantu migrate` does. */
async function bring(schema: string, registers: readonly Register[]): Promise<Store> {
  await migrate(world.database.database, { folder: MIGRATIONS, schema })
  const all = catalogue(registers)
  const definitionVersions = await reconcile(world.database.database, schema, all, world.clock)
  return { ...world.store, schema, catalogue: all, definitionVersions }
}

/** The definitions of a release, as its tables `definition` keep them; one file is added with every release and none is changed. */
function registersOf(release: string): readonly Register[] {
  return (JSON.parse(readFileSync(join(FOLDER, `${release}.json`), 'utf8')) as readonly unknown[]).map(parseRegister)
}

/** Fields that a later definition left out keep their columns: more is no drift, less is. */
function missing(wanted: readonly string[], there: readonly string[]): readonly string[] {
  return wanted.filter((fact) => !there.includes(fact))
}

async function counts(): Promise<unknown> {
  const parts = ['technology', 'technology_version', 'event', 'event_entry', 'contribution', 'definition'].map(
    (table) => `(select count(*)::int from {{schema}}.${table}) as ${table}`,
  )
  return (await world.sql(`select ${parts.join(', ')}`))[0]
}
