import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { asLine, asTable, writeResultsPage } from './report.ts'
import type { Bench, Result, Suite } from './result.ts'
import { confirm } from './suites/confirm.ts'
import { exporting } from './suites/exporting.ts'
import { importing } from './suites/importing.ts'
import { indicators } from './suites/indicators.ts'
import { memory } from './suites/memory.ts'
import { read } from './suites/read.ts'
import { registers } from './suites/registers.ts'
import { reports } from './suites/reports.ts'
import { review } from './suites/review.ts'
import { sample, start } from './suites/start.ts'
import { web } from './suites/web.ts'
import { workList } from './suites/work-list.ts'

/** Indicators before registers, which create more contributions; the work list later, which publishes most of what waits; imports late, which add many; exports last, which need most. */
const SUITES: readonly Suite[] = [
  read,
  indicators,
  registers,
  confirm,
  review,
  web,
  reports,
  sample,
  start,
  memory,
  workList,
  importing,
  exporting,
]

const FLAG = { type: 'boolean', default: false } as const

process.exitCode = await main()

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: FLAG, long: FLAG } })
  const unknown = positionals.filter((name) => !SUITES.some((suite) => suite.name === name))
  if (unknown.length > 0) {
    console.error(
      `没有名为 ${unknown.join('、')} 的项目 / no suite is named ${unknown.join(', ')}; there are ${SUITES.map(({ name }) => name).join(', ')}`,
    )
    return 2
  }
  const wanted = SUITES.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
  const started = performance.now()
  const results = await measure(wanted, values.long, (result) => values.json && console.log(asLine(result)))
  if (!values.json) console.log(asTable(results))
  if (wanted.length === SUITES.length) writeResultsPage(results, (performance.now() - started) / 1000)
  return results.every(({ ok }) => ok) ? 0 : 1
}

/** Everything lives in one temporary folder and ends with the run, however it ends. */
async function measure(suites: readonly Suite[], long: boolean, tell: (result: Result) => void): Promise<readonly Result[]> {
  const ends: (() => Promise<void> | void)[] = []
  const folder = mkdtempSync(join(tmpdir(), 'lantu-bench-'))
  const bench: Bench = { folder, long, atEnd: (work) => ends.unshift(work), say: (line) => process.stderr.write(`  ${line}\n`) }
  const stop = async () => {
    for (const end of ends.splice(0)) await end()
    rmSync(folder, { recursive: true, force: true })
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop().finally(() => process.exit(130)))
  try {
    const results: Result[] = []
    for (const suite of suites) {
      bench.say(`${suite.name} …`)
      for await (const result of suite.run(bench)) {
        results.push(result)
        tell(result)
      }
    }
    return results
  } finally {
    await stop()
  }
}
