import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '#engine/define/catalogue.ts'
import type { Register } from '#engine/define/register.ts'
import { entryAnswer } from '#engine/store/entries.ts'
import { reconcile } from '#engine/store/tables.ts'
import { enterprise } from '#registers/enterprises/enterprise.register.ts'
import { commonValues } from '#tests/support/registers.ts'
import { must, openWorld, type World } from '#tests/support/world.ts'

const CODE = '91320583MA1MABCD3X'
/** More than are read at once. */
const MANY = 2_100
let world: World
let first: string

beforeAll(async () => {
  world = await openWorld()
  const values = { ...(await commonValues(world)), title: '某企业', code: CODE, category: 'startup' }
  first = (await must(world.create('kunshan', 'enterprise', values))).id
  await must(world.create('kunshan', 'enterprise', { ...values, title: '又一企业' }))
  await world.sql(
    `insert into {{schema}}.enterprise select (jsonb_populate_record(own, jsonb_build_object('id', gen_random_uuid(), 'no', 1000 + copy))).*
     from {{schema}}.enterprise own, generate_series(1, ${MANY}) copy where own.id = $1`,
    [first],
  )
})
afterAll(() => world?.close())

const install = (register: Register) => {
  const registers = world.store.catalogue.all.map((one) => (one.name === register.name ? register : one))
  return reconcile(world.database.database, world.store.schema, catalogue(registers), world.clock)
}
const entries = () => world.sql('select id, version, changed_at, event, code_keys as keys from {{schema}}.enterprise order by id')

describe('entries from before their key was defined', () => {
  test('get it at the next start, all of them, and are the same entries in the same version', async () => {
    const before = await entries()
    await world.sql('update {{schema}}.enterprise set code_keys = null')

    await install(enterprise)

    expect(before.length).toBe(MANY + 2)
    expect(before[0]!['keys']).toEqual([CODE])
    expect(await entries()).toEqual(before)
    const answer = await entryAnswer(world.store, world.store.catalogue.need('enterprise'), world.as('planner'), first)
    expect('warnings' in answer && answer.warnings.map(({ zh }) => zh)).toContainEqual(expect.stringContaining('统一社会信用代码'))
  })

  test('get what is missing when it stopped half way, and nothing is written a second time', async () => {
    const before = await entries()
    await world.sql('update {{schema}}.enterprise set code_keys = null where no % 2 = 0')
    await install(enterprise)
    expect(await entries()).toEqual(before)

    const written = () => world.sql('select id, xmin::text from {{schema}}.enterprise order by id')
    const rows = await written()
    await install(enterprise)
    expect(await written()).toEqual(rows)
  })

  test('get it when a definition brings the key with its column', async () => {
    const before = await entries()
    const { codeKeys: _notYet, ...fields } = enterprise.fields
    const { keys: _none, likeness: _neither, ...plain } = enterprise
    await install({ ...plain, fields })
    await world.sql('drop index if exists {{schema}}.enterprise__like_code_keys')
    await world.sql('alter table {{schema}}.enterprise drop column code_keys')

    await install(enterprise)

    expect(await entries()).toEqual(before)
  })

  test('with nothing to be known by stay without', async () => {
    await world.sql(`update {{schema}}.enterprise set code_keys = null, code = '——' where id = $1`, [first])
    await install(enterprise)

    expect((await entries()).find(({ id }) => id === first)).toMatchObject({ keys: null })
  })
})
