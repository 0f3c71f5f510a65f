import { median } from '../result.ts'
import { type Client, load, type Measured } from './client.ts'

export interface Side {
  readonly port: number
  client(at: number): Client
}

export interface Duel {
  readonly floor: Side
  readonly product: Side
  readonly clients: number
}

export interface Outcome {
  readonly floor: Measured
  readonly product: Measured
}

const ROUNDS = 5
const WARM_UP_SECONDS = 0.6
const SECONDS = 0.7

/** The two sides in turns, so that a busy neighbour slows both; each figure is the median of its rounds. */
export async function duel({ floor, product, clients }: Duel): Promise<Outcome> {
  const crowd = (side: Side) => ({ port: side.port, clients: Array.from({ length: clients }, (_each, at) => side.client(at)) })
  const [floorCrowd, productCrowd] = [crowd(floor), crowd(product)]
  await load({ ...floorCrowd, seconds: WARM_UP_SECONDS })
  await load({ ...productCrowd, seconds: WARM_UP_SECONDS })
  const rounds: Outcome[] = []
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ floor: await load({ ...floorCrowd, seconds: SECONDS }), product: await load({ ...productCrowd, seconds: SECONDS }) })
  }
  return { floor: middle(rounds.map((each) => each.floor)), product: middle(rounds.map((each) => each.product)) }
}

function middle(all: readonly Measured[]): Measured {
  const of = (key: keyof Measured) => median(all.map((each) => each[key]))
  return { perSecond: of('perSecond'), p50: of('p50'), p95: of('p95'), p99: of('p99') }
}
