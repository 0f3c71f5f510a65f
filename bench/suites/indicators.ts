import type { Store } from '#engine/store/context.ts'
import { figureCells } from '#engine/store/figures.ts'
import { technology } from '#registers/technologies/technology.register.ts'
import { duel } from '../load/duel.ts'
import { duration, perSecond, type Suite } from '../result.ts'
import { startServer } from '../servers/child.ts'
import type { FloorSettings } from '../servers/floor.ts'
import type { Statement } from '../servers/placeholders.ts'
import type { ProductSettings } from '../servers/product.ts'
import { signIn } from '../servers/sign-in.ts'
import { ENTRIES, openWorld } from '../world/world.ts'

const INDICATOR = 'technology_breakthroughs'

/** A figure over all contributions of an indicator by area and month, against the bare sum of these rows. */
export const indicators: Suite = {
  name: 'indicators',
  async *run(bench) {
    const { store, home, databaseUrl } = await openWorld(bench)
    const product = await startServer(bench, 'product.ts', { home, databaseUrl } satisfies ProductSettings)
    const floor = await startServer(bench, 'floor.ts', {
      databaseUrl,
      questions: { figure: [await figureStatement(store)] },
      create: [],
      edit: [],
    } satisfies FloorSettings)
    const headers = await signIn(product, 'planner')
    const path = `/api/v1/queries/programmes.figure?indicator=${INDICATOR}`
    const { floor: bare, product: own } = await duel({
      clients: 1,
      floor: { port: floor, client: () => ({ next: () => ({ method: 'GET', path: '/figure/0' }) }) },
      product: { port: product, client: () => ({ next: () => ({ method: 'GET', path, headers }) }) },
    })
    const name = `indicators figure of ${ENTRIES.toLocaleString('en')} contributions`
    yield perSecond({ name, value: own.perSecond, floor: bare.perSecond }, LIMIT)
    yield duration({ name: `${name}, p95`, unit: 'ms', value: own.p95, floor: bare.p95, goal: '≤ 10 ms' })
  },
}

const LIMIT = 1
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
