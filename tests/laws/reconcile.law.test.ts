import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { shipped } from '#apps/api/installation.ts'
import { catalogue } from '#engine/define/catalogue.ts'
import type { Register } from '#engine/define/register.ts'
import { execute } from '#engine/store/command.ts'
import type { Store } from '#engine/store/context.ts'
import { entryCommands } from '#engine/store/entry-commands.ts'
import { reconcile } from '#engine/store/tables.ts'
import { everyKindRegister as everyKind } from '#tests/support/every-kind.ts'
import { schemaFacts } from '#tests/support/schema-facts.ts'
import { must, openWorld, type World } from '#tests/support/world.ts'

const ANYBODY = { always: true }
const words = (text: string) => ({ zh: text, en: text })
const first: Register = {
  name: 'growing',
  title: words('增长'),
  basis: '测试',
  fields: { title: { kind: 'text', label: words('名称'), required: true }, amount: { kind: 'integer', label: words('数') } },
  initial: 'open',
  states: { open: { label: words('开放'), moves: {}, editable: true } },
  moves: {},
  access: { read: ANYBODY, create: ANYBODY, edit: ANYBODY },
}
const second: Register = {
  ...first,
  fields: { ...first.fields, on: { kind: 'day', label: words('日') }, unit: { kind: 'ref', label: words('单位'), to: 'growing' } },
  sorts: ['on'],
  search: ['title'],
}

let world: World

beforeAll(async () => {
  world = await openWorld({ shipped: shipped([everyKind]) })
})
afterAll(() => world?.close())
beforeEach(async () => {
  await world.sql('drop table if exists {{schema}}.growing, {{schema}}.growing_version')
  await world.sql("delete from {{schema}}.definition where name = 'growing'")
})

describe('reconciling definitions and tables', () => {
  test('twice changes nothing', async () => {
    const before = await schemaFacts(world)

    const versions = await run(world.store.catalogue.all)

    expect(await schemaFacts(world)).toEqual(before)
    expect(versions).toEqual(world.store.definitionVersions)
    expect(await countOf('definition')).toBe(world.store.catalogue.all.length)
  })

  test('from several processes at once makes each table once', async () => {
    await Promise.all(Array.from({ length: 4 }, () => run([first])))

    expect(await countOf('definition', "where name = 'growing'")).toBe(1)
  })

  test('with new fields, an index and a search adds just these and keeps the rows', async () => {
    await run([first])
    const { id } = await create(first, { title: '原有', amount: 7 })
    const before = await schemaFacts(world)

    const versions = await run([second])

    const added = (await schemaFacts(world)).filter((fact) => !before.includes(fact))
    expect(added.sort()).toEqual(
      [
        ...['growing', 'growing_version'].flatMap((table) => [
          `${table}.on date`,
          `${table}.unit uuid`,
          `${table} index ${table}__by_on`,
          `${table} index ${table}__ref_unit`,
        ]),
        'growing index growing__tokens',
      ].sort(),
    )
    expect(before.filter((fact) => !added.includes(fact))).toEqual(before)
    expect(await world.sql('select title, amount, "on", version from {{schema}}.growing where id = $1', [id])).toEqual([
      { title: '原有', amount: 7, on: null, version: 1 },
    ])
    expect(versions.get('growing')).toBe(2)
  })

  test('keeps an entry of the old definition editable, and tells which definition each version was made by', async () => {
    await run([first])
    const { id } = await create(first, { title: '原有' })
    await run([second])

    await must(execute(storeOf([second], 2), entryCommands(second).edit, given(), { id, version: 1, values: { on: '2026-01-01' } }))

    const past = await world.sql('select definition_version, "on" from {{schema}}.growing_version where id = $1', [id])
    const [now] = await world.sql('select definition_version, "on" from {{schema}}.growing where id = $1', [id])
    expect(past).toEqual([{ definition_version: 1, on: null }])
    expect(now).toEqual({ definition_version: 2, on: '2026-01-01' })
  })

  test('with words changed keeps the table as it is and the new definition beside the old', async () => {
    await run([first])
    const before = await schemaFacts(world)

    await run([{ ...first, title: words('改名') }])

    expect(await schemaFacts(world)).toEqual(before)
    expect(
      await world.sql("select version, body -> 'title' ->> 'zh' as title from {{schema}}.definition where name = 'growing' order by 1"),
    ).toEqual([
      { version: 1, title: '增长' },
      { version: 2, title: '改名' },
    ])
  })

  test('with what a newer program wants of the same definition adds it, and replaces the index of what waits with its definition', async () => {
    const waiting = (next: boolean): Register => ({
      ...first,
      states: { open: { label: words('开放'), moves: { close: 'closed' } }, closed: { label: words('关闭'), moves: { open: 'open' } } },
      moves: { close: { label: words('关闭'), next: true }, open: { label: words('开放'), next } },
    })
    const indexes = async () => (await schemaFacts(world)).filter((fact) => fact.startsWith('growing index growing__'))
    await run([waiting(false)])
    const before = await indexes()
    await world.sql('drop index {{schema}}.growing__changed')

    await run([waiting(false)])
    expect(await indexes()).toEqual(before)

    await run([waiting(true)])
    const after = await indexes()
    expect(after.length).toBe(before.length)
    expect(after.filter((index) => !before.includes(index))).toEqual([expect.stringMatching(/growing__waiting_[0-9a-f]{8}$/)])
  })

  test('with a field taken out keeps its column and what stands in it', async () => {
    await run([first])
    const { id } = await create(first, { title: '原有', amount: 7 })

    await run([{ ...first, fields: { title: first.fields['title']! } }])

    expect(await world.sql('select amount from {{schema}}.growing where id = $1', [id])).toEqual([{ amount: 7 }])
  })

  test('with a changed type is refused by the name of the field, and nothing is done', async () => {
    await run([first])
    const before = await schemaFacts(world)
    const changed: Register = { ...second, fields: { ...second.fields, amount: { kind: 'money', label: words('数') } } }

    await expect(run([changed])).rejects.toThrow(/growing\.amount.*integer/s)

    expect(await schemaFacts(world)).toEqual(before)
    expect(await countOf('definition', "where name = 'growing'")).toBe(1)
  })

  test('with a new register adds its two tables and nothing else', async () => {
    const before = await schemaFacts(world)

    await run([...world.store.catalogue.all, first])

    const added = (await schemaFacts(world)).filter((fact) => !before.includes(fact))
    expect(new Set(added.map((fact) => fact.split(/[. ]/)[0]))).toEqual(new Set(['growing', 'growing_version']))
  })
})

function run(registers: readonly Register[]) {
  return reconcile(world.database.database, world.store.schema, catalogue(registers), world.clock)
}

function storeOf(registers: readonly Register[], version: number): Store {
  return { ...world.store, catalogue: catalogue(registers), definitionVersions: new Map(registers.map(({ name }) => [name, version])) }
}

function given() {
  return { actor: world.as('planner'), request: 'test' }
}

function create(register: Register, values: Readonly<Record<string, unknown>>) {
  return must(execute(storeOf([register], 1), entryCommands(register).create, given(), { values }))
}

async function countOf(table: string, where = ''): Promise<number> {
  const [row] = await world.sql(`select count(*)::int as count from {{schema}}.${table} ${where}`)
  return Number(row!['count'])
}
