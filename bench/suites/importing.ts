import { createReadStream, createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { streamXlsxRows } from 'hucre/xlsx'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { ImportState } from '#contract/imports.ts'
import { quoted } from '#engine/derive/columns.ts'
import { askOnce } from '../load/client.ts'
import { type Bench, duration, median, perSecond, type Result, type Suite } from '../result.ts'
import { startWatched, type Watched } from '../servers/child.ts'
import type { ProductSettings } from '../servers/product.ts'
import { profiling } from '../servers/profiling.ts'
import { signIn } from '../servers/sign-in.ts'
import { writeTechnologySheet } from '../world/technology-sheet.ts'
import { openWorld, type World } from '../world/world.ts'

const ROWS = { short: 20_000, long: 100_000 } as const
const ROUNDS = { short: 3, long: 1 } as const
/** What the design asks of the machine it was drawn up on: 8,000 rows a second where the barest program reads and writes 16,000. */
const GOAL = '≥ 8,000/s where the floor is 16,000/s'
const MOST_TIMES_THE_FLOOR = 2
const MOST_MB = 300
/** Numbers that no entry of the world has. */
const FIRST = 20_000_000

type Headers = Awaited<ReturnType<typeof signIn>>

interface Round {
  readonly readMs: number
  readonly applyMs: number
  readonly againMs: number
  readonly floorMs: number
  readonly peakMb: number
  readonly processorMs: number
}

/** A sheet of twenty columns from the upload to the last row that is in, as a city hands it in; named so because `import` is a word of the language. */
export const importing: Suite = {
  name: 'import',
  async *run(bench) {
    const world = await openWorld(bench)
    const settings = { home: world.home, databaseUrl: world.databaseUrl, works: true } satisfies ProductSettings
    const product = await startWatched(bench, 'product.ts', settings, profiling())
    const headers = await signIn(product.port, 'suzhou')
    const size = bench.long ? 'long' : 'short'
    const rounds: Round[] = []
    for (let at = 0; at < ROUNDS[size]; at++)
      rounds.push(await round({ bench, world, product, headers }, FIRST + at * ROWS[size], ROWS[size]))
    yield* told(rounds, ROWS[size])
  },
}

function* told(rounds: readonly Round[], rows: number): Iterable<Result> {
  const name = `import ${rows.toLocaleString('en')} rows of 20`
  const each = (key: keyof Round) => median(rounds.map((round) => round[key]))
  const rate = (ms: number) => (rows / ms) * 1_000
  const whole = median(rounds.map(({ readMs, applyMs }) => readMs + applyMs))
  yield perSecond(
    { name: `${name}, upload to the last row`, value: rate(whole), floor: rate(each('floorMs')), goal: GOAL },
    MOST_TIMES_THE_FLOOR,
  )
  yield perSecond({ name: `${name}, preview alone`, value: rate(each('readMs')) })
  yield perSecond({ name: `${name}, applying alone`, value: rate(each('applyMs')) })
  yield perSecond({ name: `${name}, the same file again`, value: rate(each('againMs')) })
  yield duration({ name: `${name}, processor time of the server`, unit: 'ms', value: each('processorMs') })
  yield duration(
    { name: `${name}, most memory of the server`, unit: 'MB', value: Math.max(...rounds.map(({ peakMb }) => peakMb)) },
    MOST_MB,
  )
}

interface Sides {
  readonly bench: Bench
  readonly world: World
  readonly product: Watched
  readonly headers: Headers
}

async function round({ bench, world, product, headers }: Sides, first: number, rows: number): Promise<Round> {
  const path = join(bench.folder, `import-${first}.xlsx`)
  const places = world.places.filter(({ area }) => area.startsWith('3205'))
  await writeTechnologySheet(world.store, { path, places, first, rows })
  await product.usage()
  const began = new Date()
  const [readMs, id] = await took(() => previewed(product.port, headers, path))
  const [applyMs, done] = await took(() => applied(product.port, headers, id))
  const usage = await product.usage()
  if (done.counts.applied !== rows) throw new Error(`${done.counts.applied} of ${rows} rows went in: ${JSON.stringify(done.counts)}`)
  const [againMs, again] = await took(async () => await stateOf(product.port, headers, await previewed(product.port, headers, path)))
  if (again.counts.unchanged !== rows) throw new Error(`the same file again: ${JSON.stringify(again.counts)}`)
  const floorMs = await floor(world, path, began)
  bench.say(
    `preview ${Math.round(readMs)} ms, applying ${Math.round(applyMs)} ms, again ${Math.round(againMs)} ms, floor ${Math.round(floorMs)} ms; ${Math.round(usage.processorMs)} ms of processor, ${Math.round(usage.peakMb)} MB`,
  )
  return { readMs, applyMs, againMs, floorMs, ...usage }
}

async function previewed(port: number, headers: Headers, path: string): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([await readFile(path)]), '台账.xlsx')
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/registers/technology/imports`, { method: 'POST', headers, body: form })
  if (!answer.ok) throw new Error(await answer.text())
  const { id } = (await answer.json()) as ImportState
  await until(port, headers, id, 'ready')
  return id
}

async function applied(port: number, headers: Headers, id: string): Promise<ImportState> {
  await askOnce(port, { method: 'POST', path: `/api/v1/imports/${id}/apply`, headers, body: JSON.stringify({ mode: 'good' }) })
  return await until(port, headers, id, 'done')
}

/** Oftener than the page, which looks every 700 ms: the suite measures the work, not the waiting for a look. */
const LOOK_MS = 20

async function until(port: number, headers: Headers, id: string, wanted: ImportState['state']): Promise<ImportState> {
  for (;;) {
    const found = await stateOf(port, headers, id)
    if (found.state === wanted) return found
    if (found.state === 'failed' || found.state === 'cancelled') throw new Error(`the import is ${found.state}: ${found.fault?.en}`)
    await pause(LOOK_MS)
  }
}

async function stateOf(port: number, headers: Headers, id: string): Promise<ImportState> {
  return JSON.parse(await askOnce(port, { method: 'GET', path: `/api/v1/imports/${id}`, headers })) as ImportState
}

/**
 * A library reads the sheet, and PostgreSQL takes the finished rows by COPY into a table as full as the register was and with the same indexes: what an index
 * costs grows with what is in it. The two one after the other.
 */
async function floor({ store, databaseUrl }: World, path: string, began: Date): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const [own, bare, since] = [`${quoted(store.schema)}.technology`, `${quoted(store.schema)}.bare_technology`, began.toISOString()]
    await client.query(`create table if not exists ${bare} (like ${own} including all)`)
    await client.query(`insert into ${bare} select * from ${own} where created_at < $1 and id not in (select id from ${bare})`, [since])
    await client.query(`vacuum analyze ${bare}`)
    const finished = `${path}.copy`
    const rows = `copy (select * from ${own} where created_at >= '${since}') to stdout`
    await pipeline(client.query(copyTo(rows)), createWriteStream(finished))
    const [ms] = await took(async () => {
      for await (const row of streamXlsxRows(await readFile(path))) if (row.values.length === 0) throw new Error('an empty row')
      await pipeline(createReadStream(finished), client.query(copyFrom(`copy ${bare} from stdin`)))
    })
    return ms
  } finally {
    await client.end()
  }
}

async function took<Answer>(work: () => Promise<Answer>): Promise<readonly [number, Answer]> {
  const started = performance.now()
  const answer = await work()
  return [performance.now() - started, answer]
}
