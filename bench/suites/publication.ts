import { quoted } from '#engine/derive/columns.ts'
import type { Store } from '#engine/store/context.ts'
import { askOnce } from '../load/client.ts'
import { duration, median, quantile, type Result } from '../result.ts'
import type { signIn } from '../servers/sign-in.ts'

/** Each adds one to what is published and takes what was on its way: three values each, so that a batch files 300. */
const ENTRIES_OF_BATCH = 100
const TURNS = 20
/** Design, section 8. */
const LIMIT_MS = 80
const DAY_MS = 86_400_000
/** What was completed before does not count by the rule of technologies. */
const FIRST_COUNTED_DAY = '2024-01-01'
const FIGURE = '/api/v1/queries/programmes.figure?indicator=technology_breakthroughs'

interface Publishing {
  readonly store: Store
  readonly product: number
  readonly floor: number
  readonly headers: Awaited<ReturnType<typeof signIn>>
}

/** The publication of a batch, with versions, history and contributions of its entries, which the figure asked for next has in it. */
export async function* publication({ store, product, floor, headers }: Publishing): AsyncIterable<Result> {
  const post = (command: string, body: object) =>
    askOnce(product, { method: 'POST', path: `/api/v1/commands/${command}`, headers, body: JSON.stringify(body) })
  const [own, bare]: [number[], number[]] = [[], []]
  let published = await valueOf(product, headers)
  for (let turn = 0; turn < TURNS; turn++) {
    const { batch } = JSON.parse(await post('selection.start-batch', { title: `基准批次${turn}`, register: 'technology' })) as {
      batch: string
    }
    await standReady(store, batch)
    bare.push(await millis(() => askOnce(floor, { method: 'POST', path: '/create', body: '{}' })))
    own.push(
      await millis(() =>
        post('selection.publish-batch', {
          batch,
          documentNo: `苏科演发〔2026〕${turn + 1}号`,
          documentTitle: '基准公布',
          documentDate: new Date().toISOString().slice(0, 10),
        }),
      ),
    )
    const now = await valueOf(product, headers)
    if (now !== published + ENTRIES_OF_BATCH) throw new Error(`the figure says ${now} after ${published} and ${ENTRIES_OF_BATCH} more`)
    published = now
  }
  const name = `indicators publication of ${ENTRIES_OF_BATCH} entries, in every figure when it answers`
  yield duration({ name: `${name}, p50`, unit: 'ms', value: median(own), floor: median(bare) })
  yield duration({ name: `${name}, p95`, unit: 'ms', value: quantile(own, 0.95), floor: quantile(bare, 0.95) }, LIMIT_MS)
}

/** Entries that somebody has carried to the end of a public notice, which takes a week by the calendar. */
async function standReady({ database, schema }: Store, batch: string): Promise<void> {
  const table = `${quoted(schema)}.technology`
  const day = (ago: number) => new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 10)
  await database.query(`update ${quoted(schema)}.batch set state = 'noticeOver', notice_from_on = $2, notice_until_on = $3 where id = $1`, [
    batch,
    day(14),
    day(3),
  ])
  const moved = await database.query(
    `update ${table} set state = 'onNotice', batch = $1 where id in (
      select id from ${table} where state not in ('published', 'onNotice') and completed_on between '${FIRST_COUNTED_DAY}' and $2 order by id limit $3)`,
    [batch, day(20), ENTRIES_OF_BATCH],
  )
  if (moved.rowCount !== ENTRIES_OF_BATCH) throw new Error(`only ${moved.rowCount} entries were left to publish`)
}

async function valueOf(port: number, headers: Publishing['headers']): Promise<number> {
  const { value } = JSON.parse(await askOnce(port, { method: 'GET', path: FIGURE, headers })) as { value: string }
  return Number(value)
}

async function millis(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** The floor: as many facts, the totals they add to and the state of as many rows, each in one statement, in one transaction. */
export function barePublication({ schema }: Store): readonly { readonly text: string; readonly values: readonly unknown[] }[] {
  const table = (name: string) => `${quoted(schema)}.${quoted(name)}`
  const facts = `insert into ${table('contribution')} (indicator, rule_version, measure, register, entry, area, counts_on, amount, recorded_at, event)
    select 'bench floor', rule_version, measure, register, entry, area, counts_on, amount, now(), event from ${table('contribution')} order by id limit $1`
  const totals = `insert into ${table('contribution_recent')} (indicator, rule_version, measure, area, month, amount)
    select 'bench floor', 1, 'bench', area, date_trunc('month', counts_on::timestamp)::date, sum(amount)
    from (select area, counts_on, amount from ${table('contribution')} order by id limit $1) facts group by 4, 5`
  const states = `update ${table('technology')} set version = version where id in (select id from ${table('technology')} order by id limit $1)`
  return [
    { text: facts, values: [3 * ENTRIES_OF_BATCH] },
    { text: totals, values: [3 * ENTRIES_OF_BATCH] },
    { text: states, values: [ENTRIES_OF_BATCH] },
  ]
}
