import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join, sep } from 'node:path'
import { type Counts, countsOf, type VitestReport } from './counts.ts'
import { succeeds } from './run.ts'

export interface VitestRun {
  readonly root: string
  readonly project: 'pure' | 'database' | 'journeys'
  /** Names the report in test-output/. */
  readonly name: string
  /** Parts of paths; absent: every file of the project. */
  readonly only?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

/** Runs one project of vitest.config.ts and counts what its report says. */
export async function runVitest({ root, project, name, only = [], environment }: VitestRun): Promise<Counts> {
  const file = reportFile(root, name)
  rmSync(file, { force: true })
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  const args = [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', project, '--passWithNoTests', ...reporters, ...only]
  const ended = await succeeds({ program: process.execPath, args, root, minutes: 25, ...(environment && { environment }) })
  return countsOf(readReport(root, name), ended ? 'well' : 'badly')
}

/** The report of an earlier run, if it was written. */
export function readReport(root: string, name: string): VitestReport | undefined {
  const file = reportFile(root, name)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** Whether the five source documents lay beside the repository, and how many tests over them ran. */
export function seedsSentence(root: string): string {
  if (!existsSync(join(root, '..', 'shared', 'gold'))) return 'seeds: ../shared is not here, so the five source documents were not scored'
  const golden = (readReport(root, 'pure')?.testResults ?? []).filter(({ name }) => name.includes(`${sep}golden${sep}`))
  const ran = golden.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === 'passed' || status === 'failed')
  return ran.length > 0
    ? `seeds: ../shared is here and was scored (${ran.length} golden tests)`
    : 'seeds: ../shared is here but no golden test ran, so it was not scored'
}

function reportFile(root: string, name: string) {
  return join(root, 'test-output', `${name}.json`)
}
