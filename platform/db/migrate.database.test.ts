import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#tests/support/test-database.ts'
import { migrate } from './migrate.ts'

let own: TestDatabase
let folder: string
let schema: string
let count = 0

beforeAll(async () => {
  own = await testDatabase()
})
afterAll(() => own.drop())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantu-migrations-'))
  schema = `province "${(count += 1)}"`
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
const run = () => migrate(own.database, { folder, schema })

test('migrations are applied once, in order, to the schema named', async () => {
  write('0002_add_title.sql', 'alter table {{schema}}.plan add title text;')
  write('0001_create_plan.sql', `create table {{schema}}.plan (id int);\ncomment on table {{schema}}.plan is '$& stays as written';`)

  expect(await run()).toEqual(['0001_create_plan.sql', '0002_add_title.sql'])
  expect(await run()).toEqual([])
  write('0003_add_day.sql', 'alter table {{schema}}.plan add day date;')
  expect(await run()).toEqual(['0003_add_day.sql'])
  await own.database.query(`select id, title, day from "province ""${count}""".plan`)
})

test('several processes that start at once apply each migration once between them', async () => {
  for (let n = 1; n <= 5; n += 1) write(`000${n}_step.sql`, `create table {{schema}}.step_${n} (id int);`)

  const applied = await Promise.all([run(), run(), run(), run()])

  expect(applied.flat().sort()).toEqual(['0001_step.sql', '0002_step.sql', '0003_step.sql', '0004_step.sql', '0005_step.sql'])
})

test('a migration that fails leaves nothing behind, says where, and runs again once put right', async () => {
  write('0001_create_plan.sql', 'create table {{schema}}.plan (id int);')
  write('0002_broken.sql', 'create table {{schema}}.half (id int);\nalter table {{schema}}.plan add title txet;')
  await expect(run()).rejects.toThrow(/0002_broken\.sql.*line 2/s)

  write('0002_broken.sql', 'create table {{schema}}.half (id int);')
  expect(await run()).toEqual(['0002_broken.sql'])
})

test('an applied migration that was changed is refused, but other line ends are no change', async () => {
  write('0001_create_plan.sql', 'create table {{schema}}.plan (\n  id int);')
  await run()
  write('0001_create_plan.sql', 'create table {{schema}}.plan (\r\n  id int);')
  expect(await run()).toEqual([])

  write('0001_create_plan.sql', 'create table {{schema}}.plan (id bigint);')
  await expect(run()).rejects.toThrow(/0001_create_plan\.sql.*changed/s)
})

test('an older program, and a migration put in before an applied one, are refused', async () => {
  write('0002_create_plan.sql', 'create table {{schema}}.plan (id int);')
  await run()
  write('0001_late.sql', 'select 1;')
  await expect(run()).rejects.toThrow('higher number')

  rmSync(join(folder, '0002_create_plan.sql'))
  await expect(run()).rejects.toThrow('newer program')
})

test('file names follow the rule and numbers are taken once', async () => {
  write('1_create.sql', 'select 1;')
  await expect(run()).rejects.toThrow('1_create.sql')
  rmSync(join(folder, '1_create.sql'))

  write('0001_one.sql', 'select 1;')
  write('0001_other.sql', 'select 1;')
  await expect(run()).rejects.toThrow('0001')
})
