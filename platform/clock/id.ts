import { randomFillSync } from 'node:crypto'
import { type Clock, systemClock } from './clock.ts'

/**
 * A UUIDv7 (RFC 9562): 48 bits of milliseconds, a 12-bit counter that makes ids of one clock ascend within a
 * millisecond, 62 random bits. Under a simulated clock the id carries the simulated time.
 */
export function newId(clock: Clock = systemClock): string {
  const { ms, counter } = nextTick(clock)
  const random = takeRandom()
  const time = ms.toString(16).padStart(12, '0')
  const count = counter.toString(16).padStart(3, '0')
  const variant = ((random[0]! & 0x3f) | 0x80).toString(16)
  const tail = random.toString('hex', 1)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${variant}${tail.slice(0, 2)}-${tail.slice(2)}`
}

interface Tick {
  readonly ms: number
  readonly counter: number
}

const lastTicks = new WeakMap<Clock, Tick>()
const COUNTER_LIMIT = 0x1000
const SMALL_STEP_BACK_MS = 1000

function nextTick(clock: Clock): Tick {
  const tick = after(lastTicks.get(clock), clock.now().getTime())
  lastTicks.set(clock, tick)
  return tick
}

/** A clock set back a little (NTP) must not make ids descend; one moved further back means it. */
function after(last: Tick | undefined, now: number): Tick {
  if (!last || now > last.ms || last.ms - now > SMALL_STEP_BACK_MS) return { ms: now, counter: 0 }
  const counter = last.counter + 1
  return counter < COUNTER_LIMIT ? { ms: last.ms, counter } : { ms: last.ms + 1, counter: 0 }
}

const RANDOM_BYTES = 8
const pool = Buffer.alloc(RANDOM_BYTES * 512)
let used = pool.length

function takeRandom(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += RANDOM_BYTES
  return pool.subarray(used - RANDOM_BYTES, used)
}
