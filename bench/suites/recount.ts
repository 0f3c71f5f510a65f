import { isDeepStrictEqual } from 'node:util'
import { quoted } from '#engine/derive/columns.ts'
import type { Store } from '#engine/store/context.ts'
import { figureCells } from '#engine/store/figures.ts'
import { type Bench, duration, median, type Result } from '../result.ts'

const ROWS = 10_000_000
const ROUNDS = 3
/** Design, section 8: with whatever has to be loaded for it. */
const LIMIT_MS = 60_000
const SCHEMA = 'bench_recount'
const TABLES = ['contribution', 'contribution_total', 'contribution_recent'] as const
const FIGURE = { indicator: 'bench recount', ruleVersion: 1 }
const LATER = '2999-12-31T00:00:00.000Z'

/** The ledger of a province over decades, counted from its first row to the last as the check of the totals, against plain SQL; both must say the same. */
export async function* recount(bench: Bench, store: Store, indicator: string): AsyncIterable<Result> {
  const own = { ...store, schema: SCHEMA }
  const started = performance.now()
  await fill(store, indicator)
  bench.say(`${ROWS.toLocaleString('en')} contributions made in ${((performance.now() - started) / 1000).toFixed(0)} s`)
  try {
    const [counted, plain]: [number[], number[]] = [[], []]
    const totals = inOrder(await figureCells(own, FIGURE))
    for (let round = 0; round < ROUNDS; round++) {
      const floor = await timed(() => plainSums(store))
      const product = await timed(() => figureCells(own, { ...FIGURE, asOf: LATER }))
      for (const cells of [floor.answer, product.answer])
        if (!isDeepStrictEqual(inOrder(cells), totals)) throw new Error('the recount is not what the totals say')
      plain.push(floor.millis)
      counted.push(product.millis)
    }
    const name = `indicators recount of ${ROWS.toLocaleString('en')} contributions by measure, area and month`
    yield duration({ name, unit: 'ms', value: median(counted), floor: median(plain), goal: '≤ 2 s once loaded' }, LIMIT_MS)
  } finally {
    await store.database.query(`drop schema ${SCHEMA} cascade`)
  }
}

/** Those of the indicator again and again, each time some months earlier, in tables of their own: what is measured later must not find them. */
async function fill({ database, schema }: Store, indicator: string): Promise<void> {
  await database.query(`create schema ${SCHEMA}`)
  for (const table of TABLES)
    await database.query(`create table ${SCHEMA}.${table} (like ${quoted(schema)}.${table} including defaults including identity)`)
  await database.query(
    `insert into ${SCHEMA}.contribution (indicator, rule_version, measure, register, entry, area, counts_on, amount, recorded_at, event)
      select $2, 1, measure, register, entry, area, (counts_on - turn * interval '1 month')::date, amount, recorded_at, event
      from generate_series(0, $3) turn cross join ${quoted(schema)}.contribution where indicator = $1 limit ${ROWS}`,
    [indicator, FIGURE.indicator, ROWS / 50_000],
  )
  await database.query(`insert into ${SCHEMA}.contribution_total (indicator, rule_version, measure, area, month, amount)
    select indicator, rule_version, measure, area, date_trunc('month', counts_on::timestamp)::date, sum(amount) from ${SCHEMA}.contribution group by 1, 2, 3, 4, 5`)
  for (const [at, index] of ['(indicator, rule_version, measure, counts_on)', '(entry)', '(recorded_at)'].entries())
    await database.query(`create index contribution_${at} on ${SCHEMA}.contribution ${index}`)
  for (const table of TABLES) await database.query(`vacuum analyze ${SCHEMA}.${table}`)
  await database.query('checkpoint')
}

async function plainSums({ database }: Store): Promise<Cells> {
  const text = `select measure, area, date_trunc('month', counts_on::timestamp)::text as month, sum(amount)::text as amount
    from ${SCHEMA}.contribution where indicator = $1 group by measure, area, date_trunc('month', counts_on::timestamp) having sum(amount) <> 0`
  const { rows } = await database.query<Record<keyof Cells[number], string>>(text, [FIGURE.indicator])
  return rows.map(({ month, ...row }) => ({ ...row, month: month.slice(0, 'YYYY-MM'.length) }))
}

type Cells = Awaited<ReturnType<typeof figureCells>>

async function timed<Answer>(work: () => Promise<Answer>): Promise<{ readonly answer: Answer; readonly millis: number }> {
  const started = performance.now()
  const answer = await work()
  return { answer, millis: performance.now() - started }
}

function inOrder(cells: Cells): readonly string[] {
  return cells.map(({ measure, area, month, amount }) => `${measure} ${area} ${month} ${amount}`).toSorted()
}
