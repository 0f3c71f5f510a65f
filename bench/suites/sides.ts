import { randomUUID } from 'node:crypto'
import { seeded } from '#apps/cli/seed/random.ts'
import type { Client, Request } from '../load/client.ts'
import type { Side } from '../load/duel.ts'
import type { signIn } from '../servers/sign-in.ts'
import { type Place, technologyValues } from '../world/technology-row.ts'
import { pathOf, type RawQuestion } from './questions.ts'

type Headers = Awaited<ReturnType<typeof signIn>>

export interface Signed {
  /** Reads the whole province. */
  readonly planner: Headers
  /** Writes in one city. */
  readonly clerk: Headers
}

export interface Ports {
  readonly product: number
  readonly floor: number
  /** Questions whose cursors stand deep in the register. */
  readonly deep: readonly RawQuestion[]
}

interface Sides {
  readonly floor: Side
  readonly product: Side
}

const ENTRIES = '/api/v1/registers/technology/entries'

/** Entries by id, a different one each time. */
export function getter(ids: readonly string[], ports: Ports, headers: Headers): Sides {
  const client = (at: number, path: (id: string) => string, more: Pick<Request, 'headers'>): Client => {
    const random = seeded(at + 1)
    return { next: () => ({ method: 'GET', path: path(random.pick(ids)), ...more }) }
  }
  return {
    floor: { port: ports.floor, client: (at) => client(at, (id) => `/entry/${id}`, {}) },
    product: { port: ports.product, client: (at) => client(at, (id) => `${ENTRIES}/${id}`, { headers }) },
  }
}

/** Questions in turn; the floor knows them by name and number. */
export function reader(name: string, questions: readonly RawQuestion[], ports: Ports, headers: Headers): Sides {
  const client = (at: number, path: (index: number) => string, more: Pick<Request, 'headers'>): Client => {
    let turn = at
    return { next: () => ({ method: 'GET', path: path(turn++ % questions.length), ...more }) }
  }
  const paths = questions.map(pathOf)
  return {
    floor: { port: ports.floor, client: (at) => client(at, (index) => `/${name}/${index}`, {}) },
    product: { port: ports.product, client: (at) => client(at, (index) => paths[index]!, { headers }) },
  }
}

interface Own {
  readonly id: string
  version: number
}

/** Clients that create entries and then change their own; each write has a key, as the browser's have. */
export function writers(places: readonly Place[], ports: Ports, headers: Headers): { readonly create: Sides; readonly edit: Sides } {
  const random = seeded(7)
  let number = 5_000_000
  const own = { floor: new Map<number, Own[]>(), product: new Map<number, Own[]>() }
  const keyed = () => ({ ...headers, 'idempotency-key': randomUUID() })
  const creator = (mine: Map<number, Own[]>, at: number, path: string, more: () => Pick<Request, 'headers'>): Client => {
    const list: Own[] = []
    mine.set(at, list)
    return {
      next: () => ({
        method: 'POST',
        path,
        ...more(),
        body: JSON.stringify({ values: technologyValues(random, random.pick(places), number++) }),
      }),
      answered: (body) => list.push({ id: (JSON.parse(body) as { entry: Own }).entry.id, version: 1 }),
    }
  }
  const editor = (mine: Map<number, Own[]>, at: number, request: (entry: Own) => Omit<Request, 'body' | 'method'>): Client => {
    const list = mine.get(at) ?? []
    let turn = -1
    return {
      next: () => ({
        method: 'PATCH',
        ...request(list[++turn % list.length]!),
        body: JSON.stringify({ values: { title: `改名后的技术（基准${number++}）` } }),
      }),
      answered: () => list[turn % list.length]!.version++,
    }
  }
  return {
    create: {
      floor: { port: ports.floor, client: (at) => creator(own.floor, at, '/create', () => ({})) },
      product: { port: ports.product, client: (at) => creator(own.product, at, ENTRIES, () => ({ headers: keyed() })) },
    },
    edit: {
      floor: { port: ports.floor, client: (at) => editor(own.floor, at, ({ id, version }) => ({ path: `/edit/${id}/${version + 1}` })) },
      product: {
        port: ports.product,
        client: (at) =>
          editor(own.product, at, ({ id, version }) => ({ path: `${ENTRIES}/${id}`, headers: { ...keyed(), 'if-match': `"${version}"` } })),
      },
    },
  }
}
