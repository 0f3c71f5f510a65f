import { load } from '../load/client.ts'
import { duration, median, quantile, type Suite } from '../result.ts'
import { startServer } from '../servers/child.ts'
import type { ProductSettings } from '../servers/product.ts'
import { signIn } from '../servers/sign-in.ts'
import { ENTRIES, openWorld } from '../world/world.ts'

const ITEMS = 5_000
const SECONDS = 4
const LIMIT_MS = 30
const TURNS = 60

/** The work list of a clerk of the province for whom 5,000 entries wait among 100,000; last of a run, because it publishes the others. */
export const workList: Suite = {
  name: 'work-list',
  async *run(bench) {
    const { store, home, databaseUrl } = await openWorld(bench)
    await leaveWaiting(store)
    const port = await startServer(bench, 'product.ts', { home, databaseUrl } satisfies ProductSettings)
    const headers = await signIn(port, 'planner')
    const path = '/api/v1/queries/collaboration.work-list?limit=50'
    const answer = (await (await fetch(`http://127.0.0.1:${port}${path}`, { headers })).json()) as {
      readonly counts: { readonly todo: number }
      readonly cursor: string
    }
    bench.say(`${answer.counts.todo} items wait among ${ENTRIES.toLocaleString('en')} entries`)
    const pages = { 'first page': path, 'second page': `${path}&cursor=${encodeURIComponent(answer.cursor)}` }
    for (const [name, page] of Object.entries(pages)) {
      const client = () => ({ next: () => ({ method: 'GET' as const, path: page, headers }) })
      await load({ port, clients: [client()], seconds: 1 })
      const { p50, p95 } = await load({ port, clients: [client()], seconds: SECONDS })
      yield duration({ name: `work list of ${answer.counts.todo} items, ${name}, p50`, unit: 'ms', value: p50 })
      yield duration({ name: `work list of ${answer.counts.todo} items, ${name}, p95`, unit: 'ms', value: p95 }, LIMIT_MS)
    }
    const cold = await afterAChangeEach(
      store,
      async () => void (await (await fetch(`http://127.0.0.1:${port}${path}`, { headers })).text()),
    )
    yield duration({ name: `work list of ${answer.counts.todo} items, after a change each time, p50`, unit: 'ms', value: median(cold) })
    yield duration({
      name: `work list of ${answer.counts.todo} items, after a change each time, p95`,
      unit: 'ms',
      value: quantile(cold, 0.95),
    })
  },
}

/** How long an answer takes when an entry of the register has just been written, in ms. */
async function afterAChangeEach(
  { database, schema }: Awaited<ReturnType<typeof openWorld>>['store'],
  ask: () => Promise<void>,
): Promise<number[]> {
  const write = `update "${schema}".technology set changed_xid = pg_current_xact_id() where id = (select id from "${schema}".technology limit 1)`
  const millis: number[] = []
  for (let turn = 0; turn < TURNS; turn++) {
    await database.query(write)
    const started = performance.now()
    await ask()
    millis.push(performance.now() - started)
  }
  return millis
}

async function leaveWaiting({ database, schema }: Awaited<ReturnType<typeof openWorld>>['store']): Promise<void> {
  const table = `"${schema}".technology`
  await database.query(
    `update ${table} set state = 'published' where state in ('recommended', 'accepted', 'inReview') and id not in
      (select id from ${table} where state in ('recommended', 'accepted', 'inReview') order by id limit ${ITEMS})`,
  )
  await database.query(`vacuum analyze ${table}`)
}
