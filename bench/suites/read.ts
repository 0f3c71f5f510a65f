import { comparePlans, readPlan } from '#policy-text/index.ts'
import { planText } from '../plan-text.ts'
import { duration, median, type Result, type Suite, times } from '../result.ts'

const PLAN = 17_000
const SIZES = [PLAN, 170_000, 1_000_000] as const
const WARM_UP = 30
const ROUNDS = 31
const COMPARED_ROUNDS = 7

/** Reading and comparing plans of our own making; the floor is one bare pass over the text, or the readings. */
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
    yield compared()
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

/** Two plans side by side; the floor is reading both, which comparing has to do first. */
function compared(): Result {
  const [one, other] = [planText(PLAN), planText(PLAN + 1)]
  const [own, floor]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < 3; turn++) comparePlans(one, other)
  for (let round = 0; round < COMPARED_ROUNDS; round++) {
    floor.push(millis(() => [readPlan(one), readPlan(other)]))
    own.push(millis(() => comparePlans(one, other)))
  }
  const name = `compare two plans of ${label(PLAN)} characters, warm`
  return duration({ name, unit: 'ms', value: median(own), floor: median(floor) })
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
