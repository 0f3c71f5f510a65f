import { readPlan } from '#policy-text/index.ts'
import { planText } from './plan-text.ts'

/** What a child of the suite `read` says on its last line: bytes of the heap before reading, and of buffers that reading made. */
export interface ReadMemory {
  readonly before: number
  readonly buffers: number
}

const WARM = 17_000
const WARM_UP = 20

/** Reads a plan of so many characters between two marks; the traces of the collector between them tell what was held. */
function measure(characters: number): ReadMemory {
  const text = planText(characters)
  const other = planText(WARM)
  for (let turn = 0; turn < WARM_UP; turn++) readPlan(other)
  globalThis.gc?.()
  const { heapUsed: before, arrayBuffers } = process.memoryUsage()
  process.stdout.write('BEGIN\n')
  const plan = readPlan(text)
  const buffers = process.memoryUsage().arrayBuffers - arrayBuffers
  globalThis.gc?.()
  process.stdout.write(`END ${plan.targets.length}\n`)
  return { before, buffers }
}

process.stdout.write(`${JSON.stringify(measure(Number(process.argv[2])))}\n`)
