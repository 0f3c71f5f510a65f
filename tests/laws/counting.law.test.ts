import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Figure, FigureEntries } from '#contract/figures.ts'
import type { Row } from '#engine/access/holds.ts'
import { parsePeriod } from '#engine/define/period.ts'
import { isRefusal } from '#engine/define/refusal.ts'
import { type Contribution, contributionsOf } from '#engine/derive/contributions.ts'
import { foldContributions } from '#engine/store/contributions.ts'
import { figureCellsBy } from '#engine/store/figure-classes.ts'
import { figureCells } from '#engine/store/figures.ts'
import { decoded, selectList } from '#engine/store/rows.ts'
import { technology } from '#registers/technologies/technology.register.ts'
import { a, later } from '#tests/support/builders.ts'
import { acts, work } from '#tests/support/random-work.ts'
import { examples, holdsFor } from '#tests/support/seed.ts'
import { must, openWorld, type Seen, type World } from '#tests/support/world.ts'

const INDICATOR = 'technology_breakthroughs'
const PERIODS = [
  'all',
  '2025',
  '2026',
  '2026H1',
  '2026H2',
  '2026Q2',
  '2026Q3',
  '2026-04',
  '2026-06',
  '2026-07',
  'to:2026-05-31',
  'to:2026-12-31',
]
let world: World
let accepted: number
/** Every version of every entry there ever was, with the instant at which the next one replaced it. */
let versions: readonly Row[]
let instants: readonly string[]

beforeAll(async () => {
  world = await openWorld()
  await world.sql(
    `create function {{schema}}.never() returns trigger language plpgsql as $$ begin raise exception 'contributions are append-only'; end $$`,
  )
  await world.sql(
    'create trigger never before update or delete on {{schema}}.contribution for each statement execute function {{schema}}.never()',
  )
  accepted = await work(world, examples(acts(1100), 1)[0]!)
  versions = await allVersions()
  instants = [...new Set(versions.map((row) => String(row['changedAt'])))].sort()
}, 120_000)
afterAll(() => world?.close())

test('the random work was real work: hundreds of acts, published batches, entries taken out and returned', async () => {
  const states = await world.sql('select to_state as state, count(*)::int as count from {{schema}}.event_entry group by 1')
  const of = (state: string) => Number(states.find((row) => row['state'] === state)?.['count'] ?? 0)

  expect(accepted).toBeGreaterThan(250)
  expect(of('published') - 1).toBeGreaterThan(3)
  expect(
    Number((await world.sql(`select count(*)::int as count from {{schema}}.event_entry where act = 'takeOut'`))[0]!['count']),
  ).toBeGreaterThan(0)
  expect(of('returned')).toBeGreaterThan(3)
  expect(of('onNotice')).toBeGreaterThan(3)
})

test('for any period and any instant the figure is the count over the versions that stood then', async () => {
  await holdsFor(
    fc.asyncProperty(fc.constantFrom(...PERIODS), fc.nat(instants.length - 1), fc.constantFrom(-1, 0, 1), async (code, at, millis) => {
      const asOf = new Date(Date.parse(instants[at]!) + millis).toISOString()
      const { from, to } = parsePeriod(code)!
      const cells = await figureCells(world.store, {
        indicator: INDICATOR,
        ruleVersion: technology.counting[INDICATOR].version,
        from: from ?? undefined,
        to: to ?? undefined,
        asOf,
      })

      const counted = standingAt(asOf)
        .flatMap((row) => contributionsOf(technology, row))
        .filter(({ countsOn }) => (!from || countsOn >= from) && (!to || countsOn <= to))
      expect(Object.fromEntries(cells.map(({ measure, area, month, amount }) => [`${measure} ${area} ${month}`, Number(amount)]))).toEqual(
        summed(counted),
      )
    }),
    200,
  )
})

test('for any period the figure of now is the count over the entries as they stand, before, while and after totals are made', async () => {
  const now = () => standingAt(new Date(Date.parse(instants.at(-1)!) + 1).toISOString()).flatMap((row) => contributionsOf(technology, row))
  const agrees = async () => {
    for (const code of [...PERIODS, 'to:2026-06-15']) {
      const { from, to } = parsePeriod(code)!
      const question = {
        indicator: INDICATOR,
        ruleVersion: technology.counting[INDICATOR].version,
        from: from ?? undefined,
        to: to ?? undefined,
      }
      const cells = await figureCells(world.store, question)
      const counted = now().filter(({ countsOn }) => (!from || countsOn >= from) && (!to || countsOn <= to))
      expect([
        code,
        Object.fromEntries(cells.map(({ measure, area, month, amount }) => [`${measure} ${area} ${month}`, Number(amount)])),
      ]).toEqual([code, summed(counted)])
    }
  }
  const recent = async () => Number((await world.sql('select count(*)::int as count from {{schema}}.contribution_recent'))[0]!['count'])
  const added = await recent()

  await agrees()
  const [moved] = await Promise.all([
    foldContributions(world.store).then(async (own) => own + (await foldContributions(world.store))),
    agrees(),
  ])
  await agrees()

  expect({ moved, left: await recent() }).toEqual({ moved: added, left: 0 })
  expect(added).toBeGreaterThan(20)
})

test('for any period and day the cities and 省直 add up to the province, and the months to the counted figure', async () => {
  const days = [...new Set(instants.map((instant) => instant.slice(0, 10)))]
  await holdsFor(
    fc.asyncProperty(fc.constantFrom(...PERIODS), fc.option(fc.constantFrom(...days), { nil: undefined }), async (period, asOf) => {
      const figure = await world.ask<Figure>('planner', 'programmes.figure', { indicator: INDICATOR, period, ...(asOf && { asOf }) })
      if (isRefusal(figure)) throw new Error(figure.words.zh)

      for (const { measure, value } of figure.measures)
        expect(
          figure.byArea.reduce((sum, row) => sum + Number(row.values[measure]), 0),
          measure,
        ).toBe(Number(value))
      expect(figure.byArea.at(-1)!.title).toBe('省直')
      expect(Number(figure.byMonth.at(-1)?.running ?? 0)).toBe(
        Number(figure.measures.find(({ measure }) => measure === figure.counted)!.value),
      )
    }),
    60,
  )
})

test('the mark of a month tells what was known at its end; a month without one has that figure still', async () => {
  const figure = await world.ask<Figure>('planner', 'programmes.figure', { indicator: INDICATOR })
  if (isRefusal(figure)) throw new Error(figure.words.zh)

  expect(figure.byMonth.length).toBeGreaterThan(0)
  for (const { month, value } of figure.byMonth) {
    const asOf = parsePeriod(month)!.to!
    const then = await world.ask<Figure>('planner', 'programmes.figure', { indicator: INDICATOR, period: month, asOf })
    if (isRefusal(then)) throw new Error(then.words.zh)

    const mark = figure.restated.months.find(({ code }) => code === month)
    expect(mark?.was ?? value, month).toBe(then.value)
  }
})

test('behind every cell of a figure stand entries that add up to it', async () => {
  const figure = await world.ask<Figure>('planner', 'programmes.figure', { indicator: INDICATOR })
  if (isRefusal(figure)) throw new Error(figure.words.zh)

  for (const { area, values } of figure.byArea.flatMap((row) => [row, ...row.zones])) {
    for (const [measure, value] of Object.entries(values)) {
      const behind = await world.ask<FigureEntries>('planner', 'programmes.figure-entries', { indicator: INDICATOR, measure, area })
      if (isRefusal(behind)) throw new Error(behind.words.zh)

      expect(Number(behind.total), `${area} ${measure}`).toBe(Number(value))
      expect(behind.entries.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(Number(value))
    }
  }
})

test('a contribution is never changed or removed, and an act that moves no figure writes none', async () => {
  const [edits] =
    await world.sql(`select count(*)::int as count from {{schema}}.contribution own join {{schema}}.event_entry act on act.event = own.event and act.entry = own.entry
    where act.act in ('checkCounty', 'approveCounty', 'checkCity', 'recommend', 'accept', 'askSupplement', 'resupply', 'passForm', 'passReview', 'propose', 'openNotice')`)

  expect(edits).toEqual({ count: 0 })
  await expect(world.sql('update {{schema}}.contribution set amount = 2')).rejects.toThrow('append-only')
})

test('what one process remembers of a figure is what is true after another has published, and after its contributions were moved into totals', async () => {
  const other = { ...world.store }
  const told = async (store = other) => {
    const cells = await figureCells(store, { indicator: INDICATOR, ruleVersion: technology.counting[INDICATOR].version })
    return Object.fromEntries(cells.map(({ measure, area, month, amount }) => [`${measure} ${area} ${month}`, amount]))
  }
  await foldContributions(world.store)
  const before = await told()
  expect(await told()).toEqual(before)

  const { batch, from } = await readyBatch()
  const ready = await told()
  expect(ready).toEqual(await told({ ...world.store }))
  await must(world.give('planner', 'selection.publish-batch', { batch, ...a.document(), documentDate: from }))
  const published = await told()
  expect(published).not.toEqual(ready)
  expect(published).toEqual(await told({ ...world.store }))

  const { batch: next, from: later } = await readyBatch()
  await must(world.give('planner', 'selection.publish-batch', { batch: next, ...a.document(), documentDate: later }))
  await foldContributions(world.store)
  expect(await told()).not.toEqual(published)
  expect(await told()).toEqual(await told({ ...world.store }))
  await foldContributions(world.store)
  expect(await told()).toEqual(await told({ ...world.store }))
})

test('a figure by a field is what its contributions add up to by the fields of their entries, whatever was counted before and is written meanwhile', async () => {
  const question = { indicator: INDICATOR, ruleVersion: technology.counting[INDICATOR].version }
  const ofTheYear = { ...question, from: '2026-01-01', to: '2026-12-31' }
  const asked: string[] = []
  const database: World['store']['database'] = {
    ...world.store.database,
    query: (text, values, name) => {
      asked.push(text)
      return world.store.database.query(text, values, name)
    },
  }
  const other = { ...world.store, database }
  const cells = async (store: World['store'], field: string, of: typeof question) =>
    (await figureCellsBy(store, technology, field, of))
      .map(({ measure, value, month, amount }) => `${measure} ${value} ${month} ${amount}`)
      .toSorted()
  const agrees = async () => {
    for (const of of [question, ofTheYear])
      for (const field of ['field', 'category', 'projectSource'])
        expect(await cells(other, field, of)).toEqual(await cells({ ...world.store }, field, of))
  }
  await agrees()

  const drafts: Seen[] = []
  for (let at = 0; at < 6; at++) drafts.push(await a.technology(world, { values: { field: FIELDS[at % 2]! } }))
  await agrees()
  const edits = Promise.all(
    drafts.map((each, at) => must(world.edit('kunshan', 'technology', each, { field: FIELDS[(at + 1) % 3] ?? null }))),
  )
  for (let turn = 0; turn < 6; turn++) await cells(other, 'field', question)
  await edits
  await agrees()
  const { batch, from } = await readyBatch()
  await agrees()
  await must(world.give('planner', 'selection.publish-batch', { batch, ...a.document(), documentDate: from }))
  await agrees()
  await foldContributions(world.store)
  await agrees()
  await work(world, examples(acts(120), 1)[0]!, later(world.clock.now().toISOString().slice(0, 10), 1))
  await agrees()

  expect(asked.filter((text) => !text.startsWith('with changed')).length, 'counted whole once a question').toBe(6)
  expect(new Set((await cells(other, 'field', question)).map((cell) => cell.split(' ')[1])).size).toBeGreaterThan(1)
})

const FIELDS = ['quantum', 'network', null] as const

/** A batch whose notice is over, on the day of its document. */
async function readyBatch(): Promise<{ readonly batch: string; readonly from: string }> {
  const today = world.clock.now().toISOString().slice(0, 10)
  const batch = await a.batchPastNotice(world, [await a.technology(world, { steps: 8 })], { from: today })
  return { batch, from: world.clock.now().toISOString().slice(0, 10) }
}

async function allVersions(): Promise<readonly Row[]> {
  const columns = selectList(technology)
  const rows = await world.sql(
    `select ${columns}, null as "recordedTo" from {{schema}}.technology union all select ${columns}, recorded_to from {{schema}}.technology_version`,
  )
  return rows.map((row) => decoded(technology, row))
}

function standingAt(asOf: string): readonly Row[] {
  return versions.filter((row) => String(row['changedAt']) <= asOf && (row['recordedTo'] === null || String(row['recordedTo']) > asOf))
}

function summed(contributions: readonly Contribution[]): Record<string, number> {
  const sums = new Map<string, number>()
  for (const { measure, area, countsOn, amount } of contributions) {
    const key = `${measure} ${area} ${countsOn.slice(0, 7)}`
    sums.set(key, (sums.get(key) ?? 0) + amount)
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0))
}
