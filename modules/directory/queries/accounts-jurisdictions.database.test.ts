import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Id } from '#engine/define/id.ts'
import { createAccount } from '#modules/directory/index.ts'
import { fixedClock } from '#platform/clock/clock.ts'
import { openDatabase } from '#platform/db/database.ts'
import { type TestDatabase, testDatabase } from '#tests/support/test-database.ts'
import { jurisdictions, setUpJurisdiction } from './accounts-jurisdictions.ts'

const NEW = { code: 'new', title: '新设省', schema: 'j_new', demonstration: false, timeZone: 'Asia/Shanghai' }
const clock = fixedClock('2026-06-01T00:00:00Z')
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database?.drop())

const known = async () => (await jurisdictions(database.database)).map(({ code }) => code)

async function half() {
  const { database: own } = database
  await own.query('create schema j_new')
  await own.query('create table j_new.left_over (id int)')
  const account = { loginName: 'newcomer', password: 'Lantu-demo-2026', jurisdiction: 'new', mustChangePassword: false }
  const made = await createAccount(own, clock, { ...account, person: '01970000-0000-7000-8000-000000000001' as Id<'person'> })
  if (!made.ok) throw new Error(made.words.zh)
}

test('a jurisdiction whose set-up broke off is not there, and the next set-up begins from nothing', async () => {
  const broken = setUpJurisdiction(database.database, NEW, clock, async () => {
    await half()
    throw new Error('the power went')
  })
  await expect(broken).rejects.toThrow('the power went')
  expect(await known()).not.toContain('new')

  // Makes the same schema, table and account again: nothing of the first attempt may be left.
  expect(await setUpJurisdiction(database.database, NEW, clock, half)).toBe(true)
  expect(await known()).toContain('new')
  expect(await known()).toContain('test')
})

test('two processes that set it up at once do it once', async () => {
  const other = openDatabase({ connectionString: database.connectionString, max: 3 })
  const twin = { ...NEW, code: 'twin', schema: 'j_twin' }
  let worked = 0
  const work = async () => {
    worked++
    await new Promise((resolve) => setTimeout(resolve, 50))
  }

  const done = await Promise.all([setUpJurisdiction(database.database, twin, clock, work), setUpJurisdiction(other, twin, clock, work)])

  expect(done.sort()).toEqual([false, true])
  expect(worked).toBe(1)
  await other.close()
})
