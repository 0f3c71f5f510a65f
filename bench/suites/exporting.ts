import { get, type IncomingMessage } from 'node:http'
import type { Register } from '#engine/define/register.ts'
import { EXPORT_FORMATS, type ExportFormat } from '#engine/transfer/export.ts'
import { technology } from '#registers/technologies/technology.register.ts'
import { type Bench, duration, median, perSecond, type Result, type Suite, times } from '../result.ts'
import { startServer, startWatched, type Watched } from '../servers/child.ts'
import type { FloorSettings } from '../servers/floor.ts'
import type { ProductSettings } from '../servers/product.ts'
import { profiling } from '../servers/profiling.ts'
import { signIn } from '../servers/sign-in.ts'
import { listStatement } from '../servers/statements.ts'
import { fillPublished } from '../world/more-technologies.ts'
import { openWorld, type World } from '../world/world.ts'
import { questionOf } from './questions.ts'

const register: Register = technology
const ROWS = { short: 200_000, long: 1_000_000 } as const
const ROUNDS = { short: 3, long: 1 } as const
/** How many times the time of the floor an export may take; the 20,000 rows/s of the design are a floor's on the machine they were thought of (decision 49). */
const MOST_TIMES = 1.5
const GOAL = '≥ 20,000 /s'
/** What the last quarter of the rows may hold more than the first: a heap is never twice the same. */
const MOST_GROWTH = 1.15
/** Every published entry with all its columns and sub-tables, newest change first. */
const QUESTION = { state: 'published' } as const

interface Taken {
  readonly ms: number
  readonly bytes: number
  readonly processorMs: number
  readonly firstMb: number
  readonly lastMb: number
}

/** A whole register taken away as a file, from the click to the last byte; named so because `export` is a word of the language. */
export const exporting: Suite = {
  name: 'export',
  async *run(bench) {
    const world = await openWorld(bench)
    const size = bench.long ? 'long' : 'short'
    await fillPublished(world.store, ROWS[size])
    const product = await startWatched(
      bench,
      'product.ts',
      { home: world.home, databaseUrl: world.databaseUrl } satisfies ProductSettings,
      profiling(),
    )
    const floor = await startServer(bench, 'floor.ts', await floorSettings(world))
    const sides = { bench, product, floor, headers: await signIn(product.port, 'planner'), rows: ROWS[size], rounds: ROUNDS[size] }
    for (const format of EXPORT_FORMATS) yield* exported(format, sides)
  },
}

interface Sides {
  readonly bench: Bench
  readonly product: Watched
  readonly floor: number
  readonly headers: Awaited<ReturnType<typeof signIn>>
  readonly rows: number
  readonly rounds: number
}

/** The first round warms up and tells how long the file is, so that later ones know where its quarters lie. */
async function* exported(format: ExportFormat, { bench, product, floor, headers, rows, rounds }: Sides): AsyncIterable<Result> {
  const path = `/api/v1/registers/technology/export.${format}?${new URLSearchParams(QUESTION)}`
  const taken: Taken[] = []
  const floors: number[] = []
  let bytes = (await takenFrom(product, path, headers, Number.POSITIVE_INFINITY)).bytes
  for (let round = 0; round < rounds; round++) {
    floors.push(await bareStream(floor))
    const one = await takenFrom(product, path, headers, bytes)
    bytes = one.bytes
    taken.push(one)
    bench.say(
      `${format}: ${Math.round(one.ms)} ms, ${Math.round(one.bytes / 1e6)} MB, floor ${Math.round(floors.at(-1)!)} ms; ${Math.round(one.processorMs)} ms of processor, ${Math.round(one.firstMb)} MB held in the first quarter, ${Math.round(one.lastMb)} MB in the last`,
    )
  }
  const name = `export ${rows.toLocaleString('en')} entries as ${format}`
  const each = (key: keyof Taken) => median(taken.map((one) => one[key]))
  const rate = (ms: number) => (rows / ms) * 1_000
  yield perSecond({ name, value: rate(each('ms')), floor: rate(median(floors)), goal: GOAL }, MOST_TIMES)
  yield duration({ name: `${name}, processor time of the server for 1,000`, unit: 'ms', value: (each('processorMs') / rows) * 1_000 })
  yield duration({ name: `${name}, most memory of the server in the last quarter`, unit: 'MB', value: each('lastMb') })
  yield times({ name: `${name}, memory: the last quarter against the first`, value: each('lastMb') / each('firstMb') }, MOST_GROWTH)
}

async function takenFrom(product: Watched, path: string, headers: Sides['headers'], whole: number): Promise<Taken> {
  await product.usage()
  const started = performance.now()
  const quarters = await quartersOf(await asked(product.port, path, headers), whole, async () => await product.usage())
  const ms = performance.now() - started
  const usages = [...quarters.usages, await product.usage()]
  return {
    ms,
    bytes: quarters.bytes,
    processorMs: usages.reduce((sum, usage) => sum + usage.processorMs, 0),
    firstMb: usages[0]!.peakMb,
    lastMb: usages.at(-1)!.peakMb,
  }
}

/** Takes the bytes and lets them go; at each quarter of a file of `whole` bytes it is asked what the server held. */
async function quartersOf<Usage>(answer: IncomingMessage, whole: number, onQuarter: () => Promise<Usage>) {
  let bytes = 0
  const usages: Usage[] = []
  for await (const chunk of answer) {
    bytes += (chunk as Buffer).length
    if (usages.length < 3 && bytes > (whole * (usages.length + 1)) / 4) usages.push(await onQuarter())
  }
  return { bytes, usages }
}

/** The floor: the rows of the same statement by a cursor, each as JSON, as fast as they are taken. */
async function bareStream(port: number): Promise<number> {
  const started = performance.now()
  for await (const _chunk of await asked(port, '/stream/0', {})) continue
  return performance.now() - started
}

async function asked(port: number, path: string, headers: object): Promise<IncomingMessage> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    get({ host: '127.0.0.1', port, path, headers: { ...headers } }, resolve).on('error', reject),
  )
  if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode}`)
  return answer
}

async function floorSettings({ store, holders, databaseUrl }: World): Promise<FloorSettings> {
  const { actor } = holders.find(({ loginName }) => loginName === 'planner')!
  const statement = await listStatement(store, register, actor, { ...(await questionOf(store, register, QUESTION)), limit: ROWS.long })
  return { databaseUrl, questions: { stream: [statement] }, create: [], edit: [] }
}
