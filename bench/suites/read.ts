import { readPlan } from '#policy-text/index.ts'
import { planText } from '../plan-text.ts'
import { duration, median, type Result, type Suite, times } from '../result.ts'

const PLAN = 17_000
const SIZES = [PLAN, 170_000, 1_000_000] as const
const WARM_UP = 30
const ROUNDS = 31

/** Reading plans of our own making; the floor is one bare pass over the text. */
export const read: Suite = {
  name: 'read',
  async *run() {
    const own = planText(PLAN)
    for (let turn = 0; turn < WARM_UP; turn++) readPlan(own)
    const medians: number[] = []
    for (const size of SIZES) {
      const { result, value } = measured(size, size === PLAN ? ROUNDS : 3)
      medians.push(value)
      yield result
    }
    for (const [at, size] of SIZES.entries()) {
      if (at > 0)
        yield times({
          name: `read ${label(size)}: per character, against ${label(PLAN)}`,
          value: medians[at]! / medians[0]! / (size / PLAN),
          goal: 'linear: about 1',
        })
    }
  },
}

function measured(size: number, rounds: number): { result: Result; value: number } {
  const text = planText(size)
  const [own, floor]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    floor.push(millis(() => barePass(text)))
    own.push(millis(() => readPlan(text)))
  }
  const value = median(own)
  return {
    value,
    result: duration(
      { name: `read ${label(size)} characters, warm`, unit: 'ms', value, floor: median(floor) },
      size === PLAN ? 50 : undefined,
    ),
  }
}

const NUMBER = /\d+(?:\.\d+)?\s*(?:%|项|个|家|件|亿元|万元|人)/g

/** Lines, and every figure with a unit in them. */
function barePass(text: string): number {
  let found = 0
  for (const line of text.split('\n')) found += line.match(NUMBER)?.length ?? 0
  return found
}

function millis(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

function label(size: number): string {
  return size.toLocaleString('en')
}
