import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shipped } from '#apps/api/installation.ts'
import { holds, type Row } from '#engine/access/holds.ts'
import { inWords } from '#engine/access/in-words.ts'
import type { Actor } from '#engine/define/actor.ts'
import { type Expression, expressionSchema } from '#engine/define/expression.ts'
import { binder, toSql } from '#engine/store/expression-sql.ts'
import { list } from '#engine/store/list.ts'
import { poolReader } from '#engine/store/read.ts'
import { actors, conditions } from '#tests/support/conditions.ts'
import { entryValues, everyKindRegister as everyKind } from '#tests/support/every-kind.ts'
import { examples, holdsFor } from '#tests/support/seed.ts'
import { must, openWorld, type World } from '#tests/support/world.ts'

let world: World
let rows: readonly Row[]
let people: { units: readonly string[]; people: readonly string[] }

beforeAll(async () => {
  world = await openWorld({ shipped: shipped([everyKind]) })
  people = {
    units: ['applicant', 'kunshan', 'planner'].map((who) => world.as(who).unit),
    people: ['kunshan', 'suzhou', 'planner'].map((who) => world.as(who).person),
  }
  const files = await Promise.all(['甲.pdf', '乙.pdf'].map((name) => world.upload('kunshan', name, name)))
  for (const [at, values] of [...EDGES, ...examples(entryValues({ ...people, files }), 60)].entries()) {
    world.clock.at(new Date(Date.parse('2026-05-30T01:00:00Z') + at * 3_600_000).toISOString())
    const { id } = await must(world.create('kunshan', 'every_kind', values))
    if (at % 3 === 0) await must(world.move('kunshan', 'every_kind', { id, version: 1 }, 'close'))
  }
  const page = await list(poolReader(world.store), world.store, everyKind, world.as('kunshan'), { limit: 1000, sort: 'no' })
  if (page.ok) rows = page.rows
}, 120_000)
afterAll(() => world?.close())

/** Rows that once told two readings of a condition apart, or could. */
const EDGES: readonly Row[] = [
  {},
  {
    text: 'Éclair',
    paragraph: 'ÉCOLE 50%_\\',
    choice: 'one',
    check: false,
    integer: 0,
    decimal: '0',
    money: '0',
    rows: [],
    files: [],
    json: [],
  },
  { text: 'éclair', paragraph: 'école\n第二行', json: {}, rows: [{ name: '[]' }, { name: '没有', count: 0 }] },
  { text: '𠮷野', paragraph: 'ﬁ', json: null, rows: [{ name: 'null', papers: [] }] },
  { text: '，全角', paragraph: 'ΑΣ', json: 'x', rows: [{ name: '0', type: null }] },
  { text: 'a', paragraph: 'B', json: false, decimal: '1.10', money: '100' },
  { text: 'B', paragraph: 'a', json: 0, decimal: '10', money: '9.5' },
]

test('a condition holds in memory exactly for the rows that it finds as SQL', async () => {
  await holdsFor(
    fc.asyncProperty(conditions(rows), actors(people), async (condition, actor) => {
      const inMemory = rows.filter((row) => holds(condition, everyKind, row, actor)).map(({ id }) => id)

      expect(await idsWhere(condition, actor)).toEqual(inMemory)
    }),
    1500,
  )
})

test('a condition as JSON is the same condition, and can be said in both languages', async () => {
  await holdsFor(
    fc.property(conditions(rows), (condition) => {
      const words = inWords(condition, everyKind)

      expect(expressionSchema.parse(JSON.parse(JSON.stringify(condition)))).toEqual(condition)
      expect(words.zh + words.en).not.toContain('undefined')
      expect(words.zh).not.toBe('')
    }),
    300,
  )
})

test('a right has no third answer: a condition and its opposite share no row and miss none', async () => {
  await holdsFor(
    fc.asyncProperty(conditions(rows), actors(people), async (condition, actor) => {
      const [yes, no] = await Promise.all([idsWhere(condition, actor), idsWhere({ not: condition }, actor)])

      expect([...yes, ...no].map(String).sort()).toEqual(rows.map(({ id }) => String(id)).sort())
    }),
    150,
  )
})

async function idsWhere(condition: Expression, actor: Actor): Promise<readonly unknown[]> {
  const values: unknown[] = []
  const found = await world.sql(
    `select id from {{schema}}.every_kind where ${toSql(condition, everyKind, actor, binder(values))} order by no`,
    values,
  )
  return found.map(({ id }) => id)
}
