import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from '../load/client.ts'
import { load } from '../load/client.ts'
import { duration, type Suite } from '../result.ts'
import { startWatched } from '../servers/child.ts'
import type { ProductSettings } from '../servers/product.ts'
import { signIn } from '../servers/sign-in.ts'
import { openWorld } from '../world/world.ts'
import { listQuestions, pathOf, searchQuestions } from './questions.ts'
import { getter, type Ports, reader, writers } from './sides.ts'

const SECONDS = 8
const CLIENTS = 8
/** So long nobody asks anything before what is held is looked at. */
const REST_MS = 10_000
const MOST_MB = 250

/** What the server holds after a working day in short: reading, searching, facets, writing, each by eight people at once. */
export const memory: Suite = {
  name: 'memory',
  async *run(bench) {
    const world = await openWorld(bench)
    const settings = { home: world.home, databaseUrl: world.databaseUrl } satisfies ProductSettings
    const product = await startWatched(bench, 'product.ts', settings)
    const planner = await signIn(product.port, 'planner')
    const clerk = await signIn(product.port, 'suzhou')
    const { heldMb } = await product.usage()
    yield duration({ name: 'memory of the server, started', unit: 'MB', value: heldMb })
    const ports: Ports = { product: product.port, floor: 0, deep: [] }
    const facets = listQuestions.map((raw) => pathOf(raw).replace('/entries?', '/facets?'))
    const { create, edit } = writers(
      world.places.filter(({ area }) => area.startsWith('3205')),
      ports,
      clerk,
    )
    const sides = [
      getter(world.ids, ports, planner).product,
      reader('list', listQuestions, ports, planner).product,
      reader('search', searchQuestions, ports, planner).product,
      { client: (at: number): Client => ({ next: () => ({ method: 'GET', path: facets[at % facets.length]!, headers: planner }) }) },
      create.product,
      edit.product,
    ]
    for (const side of sides)
      await load({ port: product.port, clients: Array.from({ length: CLIENTS }, (_each, at) => side.client(at)), seconds: SECONDS })
    await pause(REST_MS)
    const after = await product.usage()
    yield duration({ name: 'memory of the server, most under load', unit: 'MB', value: after.peakMb })
    yield duration({ name: 'memory of the server, after load', unit: 'MB', value: after.heldMb }, MOST_MB)
  },
}
