import type { CellValue } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyImport } from '#engine/store/import-acts.ts'
import { workOnImport } from '#engine/store/import-work.ts'
import { type Importing, importing } from '#tests/support/importing.ts'
import { bookOf } from '#tests/support/sheets.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
let imports: Importing

beforeAll(async () => {
  world = await openWorld()
  imports = importing(world)
})
afterAll(() => world?.close())

const WHO = 'nanjing'
const TWO_SETS = 900

test('the second set of an import goes in while the first still waits', async () => {
  const { id, release } = await uploadedWithFirstRowHeld('两组并行')

  const working = workOnImport(imports.work())
  await until(async () => (await inRegister('两组并行')) === 400)
  expect(await imports.of(WHO, id)).toMatchObject({ state: 'applying' })
  await release()
  await working

  expect(await imports.of(WHO, id)).toMatchObject({ state: 'done', counts: { new: TWO_SETS, applied: TWO_SETS } })
  expect(await inRegister('两组并行')).toBe(TWO_SETS)
})

test('a process that was taken for dead and the one that took over put no row in twice', async () => {
  const { id, release } = await uploadedWithFirstRowHeld('以为已死')

  const first = workOnImport(imports.work())
  await until(async () => (await waitingForRows()) === 1)
  await world.sql('update {{schema}}.import set lease_until = null where id = $1', [id])
  const second = workOnImport(imports.work())
  await until(async () => (await waitingForRows()) === 2)
  await release()
  await Promise.all([first, second])

  expect(await imports.of(WHO, id)).toMatchObject({ state: 'done', counts: { new: TWO_SETS, applied: TWO_SETS } })
  expect(await inRegister('以为已死')).toBe(TWO_SETS)
})

/** An import that is to be put in, whose first set cannot be until somebody lets go of its first row. */
async function uploadedWithFirstRowHeld(name: string) {
  const rows = Array.from({ length: TWO_SETS }, (_each, at): CellValue[] => [`${name}${at}`, '江宁区', '量子科技', '2026-03-01', '甲单位'])
  const id = await imports.uploaded(WHO, await bookOf(['技术名称', '属地', '所属领域', '完成日期', '第一完成单位'], rows))
  await applyImport(world.store, { actor: world.as(WHO), request: 'test' }, id, 'good')
  const client = await world.store.database.pool.connect()
  await client.query('begin')
  await client.query(`select from ${world.store.schema}.import_row where import = $1 order by row limit 1 for update`, [id])
  const release = async () => {
    await client.query('commit')
    client.release()
  }
  return { id, release }
}

async function inRegister(name: string) {
  const [found] = await world.sql('select count(*)::int as count from {{schema}}.technology where title like $1', [`${name}%`])
  return found?.['count']
}

async function waitingForRows(): Promise<number> {
  const [row] = await world.sql(
    "select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%for no key update%'",
  )
  return Number(row?.['count'])
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20))
}
