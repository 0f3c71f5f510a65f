import type { Store } from '#engine/store/context.ts'
import { figureCells } from '#engine/store/figures.ts'
import { technology } from '#registers/technologies/technology.register.ts'
import { askOnce, type Request } from '../load/client.ts'
import { duel } from '../load/duel.ts'
import { duration, median, perSecond, quantile, type Suite } from '../result.ts'
import { startServer } from '../servers/child.ts'
import type { FloorSettings } from '../servers/floor.ts'
import type { Statement } from '../servers/placeholders.ts'
import type { ProductSettings } from '../servers/product.ts'
import { profiling } from '../servers/profiling.ts'
import { signIn } from '../servers/sign-in.ts'
import { ENTRIES, openWorld } from '../world/world.ts'
import { barePublication, publication } from './publication.ts'
import { recount } from './recount.ts'
import { writers } from './sides.ts'

const INDICATOR = 'technology_breakthroughs'
/** Design, section 8: one indicator by quarters and areas, whether or not anything has been counted since it was last asked for. */
const LIMIT_MS = 10
const LIMIT = 1
const TURNS = 60
const ASKED = `indicators figure of ${ENTRIES.toLocaleString('en')} contributions`
const PAGES = {
  [ASKED]: `/api/v1/queries/programmes.figure?indicator=${INDICATOR}`,
  'indicators quarters by areas': `/api/v1/queries/programmes.matrix?indicator=${INDICATOR}&by=area&columns=quarter`,
  [`indicators figure by field of ${ENTRIES.toLocaleString('en')} contributions`]: `/api/v1/queries/programmes.matrix?indicator=${INDICATOR}&by=field&columns=quarter`,
}

/** A figure over all contributions of an indicator, asked for again and after each new entry, against the bare sum of these rows. */
export const indicators: Suite = {
  name: 'indicators',
  async *run(bench) {
    const { store, home, databaseUrl, places } = await openWorld(bench)
    const product = await startServer(bench, 'product.ts', { home, databaseUrl } satisfies ProductSettings, profiling())
    const floor = await startServer(bench, 'floor.ts', {
      databaseUrl,
      questions: { figure: [await figureStatement(store)] },
      create: barePublication(store),
      edit: [],
    } satisfies FloorSettings)
    const [headers, clerk] = [await signIn(product, 'planner'), await signIn(product, 'suzhou')]
    const { create } = writers(
      places.filter(({ area }) => area.startsWith('3205')),
      { product, floor, deep: [] },
      clerk,
    )
    const newEntry = create.product.client(0)
    for (const [name, path] of Object.entries(PAGES)) {
      const asking: Request = { method: 'GET', path, headers }
      const { floor: bare, product: own } = await duel({
        clients: 1,
        floor: { port: floor, client: () => ({ next: () => ({ method: 'GET', path: '/figure/0' }) }) },
        product: { port: product, client: () => ({ next: () => asking }) },
      })
      if (name === ASKED) yield perSecond({ name, value: own.perSecond, floor: bare.perSecond }, LIMIT)
      yield duration({ name: `${name}, again, p95`, unit: 'ms', value: own.p95, floor: bare.p95 }, LIMIT_MS)
      const first = await afterEach(product, () => newEntry.next(), asking)
      yield duration({ name: `${name}, first after a new entry, p50`, unit: 'ms', value: median(first), floor: bare.p50 })
      yield duration({ name: `${name}, first after a new entry, p95`, unit: 'ms', value: quantile(first, 0.95), floor: bare.p95 }, LIMIT_MS)
    }
    yield* publication({ store, product, floor, headers })
    if (bench.long) yield* recount(bench, store, INDICATOR)
  },
}

/** How long an answer takes when something has just been added to the figure, in ms. */
async function afterEach(port: number, change: () => Request, asking: Request): Promise<readonly number[]> {
  const millis: number[] = []
  for (let turn = 0; turn < TURNS; turn++) {
    await askOnce(port, change())
    const started = performance.now()
    await askOnce(port, asking)
    millis.push(performance.now() - started)
  }
  return millis
}

const LATER = '2999-12-31T00:00:00.000Z'

/** What `figureCells` asks the database as of a day: the rows, and not their totals. */
async function figureStatement(store: Store): Promise<Statement> {
  const sent: Statement[] = []
  const database = {
    ...store.database,
    query: async (text: string, values: readonly unknown[] = []) => {
      sent.push({ text, values })
      return { rows: [] }
    },
  } as unknown as Store['database']
  await figureCells({ ...store, database }, { indicator: INDICATOR, ruleVersion: technology.counting[INDICATOR].version, asOf: LATER })
  return sent[0]!
}
