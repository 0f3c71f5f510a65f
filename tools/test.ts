import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Counts, ONE_FAILED, printTotal, total } from './test/counts.ts'
import { GROUPS, type Group, STEPS, type Step } from './test/steps.ts'
import { seedsSentence } from './test/vitest.ts'

interface Outcome {
  readonly title: string
  readonly counts: Counts
  readonly seconds: number
}

/** `npm test`: every check and every test, all of them even when one fails; the last line says how it went. */
async function main() {
  const root = dirname(import.meta.dirname)
  mkdirSync(join(root, 'test-output'), { recursive: true })
  const wanted = wantedGroups()
  const steps = STEPS.filter(({ group }) => wanted.includes(group))

  const outcomes: Outcome[] = []
  for (const [at, step] of steps.entries()) outcomes.push(await run(root, step, `${at + 1}/${steps.length}`))

  const all = total(outcomes.map(({ counts }) => counts))
  console.log(`\n── summary\n${outcomes.map(printOutcome).join('\n')}`)
  if (wanted.includes('pure')) console.log(seedsSentence(root))
  console.log(printTotal(all))
  process.exitCode = all.failed > 0 ? 1 : 0
}

async function run(root: string, { title, run }: Step, place: string): Promise<Outcome> {
  console.log(`\n── ${place} ${title}`)
  const started = performance.now()
  const counts = await run(root).catch((fault: unknown) => {
    console.log(fault)
    return ONE_FAILED
  })
  return { title, counts, seconds: (performance.now() - started) / 1000 }
}

function printOutcome({ title, counts, seconds }: Outcome) {
  const { passed, failed, skipped } = counts
  const nothing = passed + failed + skipped === 0
  const mark = failed > 0 ? 'FAILED ' : nothing ? 'nothing' : skipped > 0 && passed === 0 ? 'skipped' : 'passed '
  return `${mark} ${seconds.toFixed(1).padStart(6)} s  ${title}${nothing ? '' : `: ${printTotal(counts).replace('tests: ', '')}`}`
}

/** For developers: `npm test -- --only pure,database`. */
function wantedGroups(): readonly Group[] {
  const { values } = parseArgs({ options: { only: { type: 'string' } } })
  if (values.only === undefined) return GROUPS
  const named = values.only.split(',')
  const unknown = named.filter((name) => !GROUPS.some((group) => group === name))
  if (unknown.length > 0) throw new Error(`--only ${unknown.join(',')}: expected some of ${GROUPS.join(',')}, with commas between.`)
  return GROUPS.filter((group) => named.includes(group))
}

await main()
