import { seeded } from '#apps/cli/seed/random.ts'
import type { Register } from '#engine/define/register.ts'
import { technology } from '#registers/technologies/technology.register.ts'
import type { Request } from '../load/client.ts'
import { duel, type Outcome } from '../load/duel.ts'
import { type Bench, duration, perSecond, type Result, type Suite } from '../result.ts'
import { startServer } from '../servers/child.ts'
import type { FloorSettings } from '../servers/floor.ts'
import type { ProductSettings } from '../servers/product.ts'
import { profiling } from '../servers/profiling.ts'
import { signIn } from '../servers/sign-in.ts'
import { createStatements, editStatements, getStatement, listStatement } from '../servers/statements.ts'
import { technologyValues } from '../world/technology-row.ts'
import { openWorld, type World } from '../world/world.ts'
import { deepQuestions, listQuestions, questionOf, searchQuestions } from './questions.ts'
import { getter, type Ports, reader, type Signed, writers } from './sides.ts'

const register: Register = technology

/** Entries of a register over HTTP, against bare node:http and pg on the same tables. */
export const registers: Suite = {
  name: 'registers',
  async *run(bench) {
    const world = await openWorld(bench)
    const { ports, signed } = await open(bench, world)
    yield* reads(bench, world, ports, signed)
    yield* writes(world, ports, signed)
  },
}

async function open(bench: Bench, world: World): Promise<{ ports: Ports; signed: Signed }> {
  const product = await startServer(
    bench,
    'product.ts',
    { home: world.home, databaseUrl: world.databaseUrl } satisfies ProductSettings,
    profiling(),
  )
  const signed = { planner: await signIn(product, 'planner'), clerk: await signIn(product, 'suzhou') }
  const deep = await deepQuestions(product, signed.planner)
  const floor = await startServer(bench, 'floor.ts', await floorSettings(world, deep))
  return { ports: { product, floor, deep }, signed }
}

async function floorSettings({ store, holders, places, databaseUrl }: World, deep: Ports['deep']): Promise<FloorSettings> {
  const actor = (loginName: string) => holders.find((holder) => holder.loginName === loginName)!.actor
  const statements = (all: Ports['deep']) =>
    Promise.all(all.map(async (raw) => listStatement(store, register, actor('planner'), await questionOf(store, register, raw))))
  const values = technologyValues(seeded(1), places[0]!, 1)
  return {
    databaseUrl,
    questions: {
      get: [await getStatement(store, register)],
      list: await statements(listQuestions),
      deep: await statements(deep),
      search: await statements(searchQuestions),
    },
    create: await createStatements(store, register, actor('suzhou'), { ...values, area: '320583' }),
    edit: await editStatements(store, register, actor('suzhou'), { ...values, area: '320583' }),
  }
}

async function* reads(bench: Bench, world: World, ports: Ports, { planner }: Signed): AsyncIterable<Result> {
  const GET = ['≤ 2.5 ×', '≤ 3 ×'] as const
  for (const [at, clients] of [1, 8].entries()) {
    const get = await duel({ clients, ...getter(world.ids, ports, planner) })
    yield figure(`get, ${people(clients)}`, get, GET[at]!, 5)
  }
  for (const [at, clients] of [1, 8].entries()) {
    const list = await duel({ clients, ...reader('list', listQuestions, ports, planner) })
    yield figure(`list, ${people(clients)}`, list, GET[at]!, 5)
    if (clients === 1)
      yield duration({
        name: 'registers list, 1 client, p95',
        unit: 'ms',
        value: list.product.p95,
        floor: list.floor.p95,
        goal: '≤ 15 ms at 1,000,000',
      })
  }
  yield figure('list, page 4,000 by cursor', await duel({ clients: 1, ...reader('deep', ports.deep, ports, planner) }), 'as page 1')
  yield* facets(ports, planner)
  bench.say('count: the floor is the same list without it')
  yield figure('list with capped count', await duel({ clients: 1, ...countedAndNot(ports, planner) }), '≤ 1.5 ×')
  const search = await duel({ clients: 1, ...reader('search', searchQuestions, ports, planner) })
  yield figure('search, 2 characters', search, '')
  yield duration({
    name: 'registers search, 2 characters, p95',
    unit: 'ms',
    value: search.product.p95,
    floor: search.floor.p95,
    goal: '≤ 50 ms at 1,000,000',
  })
}

/** Against one page of the same list: nothing bare answers the same. Asked in turn, so that all but the first answers are remembered. */
async function* facets(ports: Ports, planner: Signed['planner']): AsyncIterable<Result> {
  const told = await duel({ clients: 1, ...besideList(ports, planner) })
  yield figure('facets beside a list', told, '')
  yield duration({ name: 'registers facets, p95', unit: 'ms', value: told.product.p95, floor: told.floor.p95, goal: '≤ 50 ms' })
  const first = await duel({ clients: 1, ...besideList(ports, planner, neverAsked()) })
  yield duration({
    name: 'registers facets, nothing remembered, p95',
    unit: 'ms',
    value: first.product.p95,
    floor: first.floor.p95,
    goal: '≤ 50 ms',
  })
}

function besideList(ports: Ports, headers: Signed['planner'], more: () => string = () => '') {
  const { floor, product } = reader('list', listQuestions, ports, headers)
  const asked = (path: string) => `${path.replace('/entries?', '/facets?')}${more()}`
  return {
    floor,
    product: {
      ...product,
      client: (at: number) => {
        const client = product.client(at)
        const changed = (request: Request) => ({ ...request, path: asked(request.path) })
        return { next: () => changed(client.next()) }
      },
    },
  }
}

/** A filter that all entries fulfil and nobody has asked before. */
function neverAsked(): () => string {
  let asked = 0
  return () => `&filter=${encodeURIComponent(JSON.stringify({ field: 'state', atLeast: `!${asked++}` }))}`
}

/** Both sides are the product: with and without `count=1`. */
function countedAndNot(ports: Ports, headers: Signed['planner']) {
  const side = (more: Readonly<Record<string, string>>) =>
    reader(
      'list',
      listQuestions.map((raw) => ({ ...raw, ...more })),
      ports,
      headers,
    ).product
  return { floor: side({}), product: side({ count: '1' }) }
}

async function* writes({ places }: World, ports: Ports, { clerk }: Signed): AsyncIterable<Result> {
  const { create, edit } = writers(
    places.filter(({ area }) => area.startsWith('3205')),
    ports,
    clerk,
  )
  const made = await duel({ clients: 16, ...create })
  yield figure('create, 16 clients', made, '≤ 2 ×, ≥ 400/s', 5)
  yield duration({ name: 'registers create, 16 clients, p95', unit: 'ms', value: made.product.p95, floor: made.floor.p95 })
  yield figure('edit, 16 clients', await duel({ clients: 16, ...edit }), '≤ 2 ×')
}

function figure(name: string, { floor, product }: Outcome, goal: string, limit?: number): Result {
  return perSecond({ name: `registers ${name}`, value: product.perSecond, floor: floor.perSecond, goal }, limit)
}

function people(clients: number) {
  return clients === 1 ? '1 client' : `${clients} clients`
}
