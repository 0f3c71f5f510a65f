import type { CellValue } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyImport, cancelImport } from '#engine/store/import-acts.ts'
import { workOnImport } from '#engine/store/import-work.ts'
import { type ImportMode, importOf } from '#engine/store/imports.ts'
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
const given = () => ({ actor: world.as(WHO), request: 'test' })
const book = (name: string, count: number) =>
  bookOf(
    ['技术名称', '属地', '所属领域', '完成日期', '第一完成单位'],
    Array.from({ length: count }, (_each, at): CellValue[] => [`${name}${at}`, '江宁区', '量子科技', '2026-03-01', '甲单位']),
  )
const inRegister = async (name: string) =>
  (await world.sql('select count(*)::int as count from {{schema}}.technology where title like $1', [`${name}%`]))[0]?.['count']
const traces = async () =>
  await world.sql(
    `select (select count(*)::int from {{schema}}.event where command = 'entry.import-set') as events,
      (select count(*)::int from {{schema}}.contribution) as contributions`,
  )

test('cancelled between two sets keeps what is in, says so, and leaves the rest; the same sheet again brings the rest alone', async () => {
  const bytes = await book('停在半路', 1_250)
  const id = await imports.uploaded(WHO, bytes)
  await applyImport(world.store, given(), id, 'good')
  let looks = 0
  await workOnImport({ ...imports.work(), isStopped: () => (looks += 1) > 1 })

  await cancelImport(world.store, given(), id)
  await imports.settled()

  expect(await importOf(world.store, world.as(WHO), id)).toMatchObject({ state: 'cancelled', counts: { new: 1_250, applied: 500 } })
  expect(await inRegister('停在半路')).toBe(500)
  const again = await imports.uploaded(WHO, bytes)
  expect(await imports.of(WHO, again)).toMatchObject({ counts: { new: 750, unchanged: 500 } })
})

test('cancelled while all or nothing goes in leaves no trace', async () => {
  const id = await imports.uploaded(WHO, await book('一行不留', 1_200))
  const before = await traces()

  const release = await holdImports()
  const working = applied(id, 'all')
  await until(async () => (await waitingForTheTurn()) > 0)
  await cancelImport(world.store, given(), id)
  await release()
  await working

  const kept = await imports.of(WHO, id)
  expect(kept).toMatchObject({ state: 'cancelled', fault: null, counts: { new: 1_200, applied: 0 } })
  expect(await inRegister('一行不留')).toBe(0)
  expect(await traces()).toEqual(before)
  expect((await imports.rows(id)).filter((row) => row.applied)).toEqual([])
})

test('cancelled too late, when all are in, is told as done and as asked for', async () => {
  const id = await imports.uploaded(WHO, await book('已经写完', 3))
  await applied(id, 'all')

  await cancelImport(world.store, given(), id)

  expect(await imports.of(WHO, id)).toMatchObject({ state: 'done', cancelAsked: false, counts: { applied: 3 } })
})

async function applied(id: string, mode: ImportMode) {
  await applyImport(world.store, given(), id, mode)
  await imports.settled()
}

/** Another import of the register is just putting rows in: this one waits for it. */
async function holdImports(): Promise<() => Promise<void>> {
  const client = await world.store.database.pool.connect()
  await client.query('begin')
  await client.query(
    `insert into ${world.store.schema}.import_turn (register, import) values ('technology', gen_random_uuid())
      on conflict (register) do update set import = excluded.import`,
  )
  return async () => {
    await client.query('commit')
    client.release()
  }
}

async function waitingForTheTurn(): Promise<number> {
  const [row] = await world.sql(
    "select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%import_turn%'",
  )
  return Number(row?.['count'])
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20))
}
