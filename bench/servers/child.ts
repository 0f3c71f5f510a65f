import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench } from '../result.ts'

/** Starts a program of the bench in a process of its own; it says its port and ends with us. */
export async function startServer(bench: Bench, program: string, settings: object, nodeOptions: readonly string[] = []): Promise<number> {
  return await started({ bench, program, settings, nodeOptions })
}

/** The options that `lantu serve` runs with. */
const AS_SERVED = JSON.parse(readFileSync(join(import.meta.dirname, '../../tools/memory-options.json'), 'utf8')) as readonly string[]

interface Starting {
  readonly bench: Bench
  readonly program: string
  readonly settings: object
  readonly nodeOptions: readonly string[]
  readonly onChild?: (child: ChildProcess) => void
}

async function started({ bench, program, settings, nodeOptions, onChild }: Starting): Promise<number> {
  const child = spawn(process.execPath, [...AS_SERVED, ...nodeOptions, join(import.meta.dirname, program), JSON.stringify(settings)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  onChild?.(child)
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  bench.atEnd(async () => {
    if (child.connected) child.disconnect()
    await exited
  })
  return await Promise.race([
    new Promise<number>((resolve) => child.once('message', (port) => resolve(Number(port)))),
    exited.then(() => Promise.reject(new Error(`${program} ended before it listened`))),
  ])
}

/** What a process has taken since it was last asked. */
export interface Usage {
  /** The most memory it held at once (RSS), in MB. */
  readonly peakMb: number
  /** What it holds now (RSS), in MB. */
  readonly heldMb: number
  /** Processor time of all its threads, in ms. */
  readonly processorMs: number
}

/** A program whose memory and processor time are watched. */
export interface Watched {
  readonly port: number
  /** Each answer begins the next reckoning. */
  usage(): Promise<Usage>
}

/** Starts a program as `startServer` does, and asks it now and then what it has taken. */
export async function startWatched(bench: Bench, program: string, settings: object, nodeOptions: readonly string[] = []): Promise<Watched> {
  const children: ChildProcess[] = []
  const port = await started({ bench, program, settings, nodeOptions, onChild: (child) => children.push(child) })
  const [child] = children
  return {
    port,
    usage: () =>
      new Promise((resolve) => {
        child!.once('message', (usage) => resolve(usage as Usage))
        child!.send(USAGE)
      }),
  }
}

const USAGE = 'usage'

/** The child's side: the settings it was given. */
export function givenSettings<Settings>(): Settings {
  return JSON.parse(process.argv[2] ?? '{}') as Settings
}

/** The child's side: says the port, and runs until the parent lets go (or dies). */
export async function serveUntilReleased(port: number, close: () => Promise<unknown>): Promise<void> {
  const released = new Promise<void>((resolve) => process.once('disconnect', () => resolve()))
  answerUsage()
  process.send?.(port)
  await released
  await close()
}

function answerUsage(): void {
  let before = process.cpuUsage()
  process.on('message', (asked) => {
    if (asked !== USAGE) return
    const { user, system } = process.cpuUsage(before)
    process.send?.({
      peakMb: peakMb(),
      heldMb: process.memoryUsage.rss() / 1_048_576,
      processorMs: (user + system) / 1_000,
    } satisfies Usage)
    before = process.cpuUsage()
    forgetPeak()
  })
}

/** Of this program alone: what `resourceUsage` tells begins with the memory of the process that started it. */
function peakMb(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1_024
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1_024
}

/** proc(5), clear_refs: 5 makes the peak what is held now. */
function forgetPeak(): void {
  if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5')
}
