import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { comparePlans, readPlan } from '#policy-text/index.ts'
import { planText } from '../plan-text.ts'
import type { ReadMemory } from '../read-memory.ts'
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
    for (const size of SIZES) yield memory(size)
  },
}

/** What the issue of the reader asks: less than twenty times the text. */
const MOST_HELD = 20
/** Below this what every reading needs outweighs the text. */
const HELD_FROM = 170_000

/**
 * The most that reading holds of a text, against the text as a file: a process of its own collects everything whenever four megabytes
 * have been made, and the largest heap that was left counts, with the buffers beside it. What is garbage does not.
 */
function memory(size: number): Result {
  const flags = ['--expose-gc', '--gc-global', '--trace-gc', `--max-semi-space-size=${size < HELD_FROM ? 1 : 4}`]
  const said = execFileSync(process.execPath, [...flags, join(import.meta.dirname, '../read-memory.ts'), String(size)], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  })
  const left = [...said.slice(said.indexOf('BEGIN'), said.lastIndexOf('END')).matchAll(LEFT_MB)].map((match) => Number(match[1]))
  const { before, buffers } = JSON.parse(said.slice(said.lastIndexOf('{'))) as ReadMemory // what its last line says
  const held = Math.max(...left) * 1_048_576 - before + buffers
  const name = `most held while reading ${label(size)} characters, against the text`
  return times({ name, value: held / Buffer.byteLength(planText(size)) }, size < HELD_FROM ? undefined : MOST_HELD)
}

/** “Mark-Compact 35.2 (43.3) -> 34.2 (43.3) MB”. */
const LEFT_MB = /\([\d.]+\) -> ([\d.]+) \(/g

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
