import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { buildWebIfStale } from '../build-web.ts'
import { CHROMIUM_COMMAND, findChromium } from './chromium.ts'
import { type Counts, NOTHING, ONE_FAILED, ONE_PASSED } from './counts.ts'
import { findOffice, OFFICE_COMMAND } from './office.ts'
import { POSTGRES_COMMAND, startOlderPostgres } from './older-postgres.ts'
import { succeeds } from './run.ts'
import { runVitest } from './vitest.ts'

export const GROUPS = ['static', 'pure', 'database', 'journeys'] as const
export type Group = (typeof GROUPS)[number]

/** One part of `npm test`. */
export interface Step {
  readonly title: string
  readonly group: Group
  readonly run: (root: string) => Promise<Counts>
}

/** In the order in which a fault is cheapest to find. */
export const STEPS: readonly Step[] = [
  { title: 'types (tsc)', group: 'static', run: (root) => check(root, 'tsc', ['-p', '.']) },
  { title: 'format (biome)', group: 'static', run: (root) => check(root, 'biome', ['check', '.']) },
  { title: 'lint (oxlint, type-aware)', group: 'static', run: (root) => check(root, 'oxlint', ['--type-aware']) },
  { title: 'unused code (knip)', group: 'static', run: unusedCode },
  { title: 'house rules', group: 'static', run: (root) => check(root, process.execPath, [join(root, 'tools', 'house.ts')]) },
  { title: 'pure tests', group: 'pure', run: pureTests },
  {
    title: 'database tests (embedded PostgreSQL)',
    group: 'database',
    run: (root) => runVitest({ root, project: 'database', name: 'database' }),
  },
  { title: 'laws and migrations on PostgreSQL 15', group: 'database', run: lawsOnOlderPostgres },
  { title: 'build of the web app (vite)', group: 'journeys', run: buildOfTheWeb },
  { title: 'journeys in a browser', group: 'journeys', run: journeys },
]

/** A check that has no tests of its own counts as one. */
async function check(root: string, program: string, args: readonly string[]): Promise<Counts> {
  return (await succeeds({ program, args, root })) ? ONE_PASSED : ONE_FAILED
}

async function unusedCode(root: string): Promise<Counts> {
  const configured = ['knip.json', 'knip.jsonc', 'knip.ts', 'knip.config.ts'].some((name) => existsSync(join(root, name)))
  return configured ? await check(root, 'knip', []) : NOTHING
}

/** Word files are measured on what LibreOffice makes of them; without it these tests say why they are skipped. */
async function pureTests(root: string): Promise<Counts> {
  const office = await findOffice(root)
  if (office === undefined) console.log(`no LibreOffice here, Word files are not measured; install it: ${OFFICE_COMMAND}`)
  return await runVitest({ root, project: 'pure', name: 'pure', environment: office === undefined ? {} : { LANTU_SOFFICE: office } })
}

async function lawsOnOlderPostgres(root: string): Promise<Counts> {
  const tests = globSync(['{modules,engine,tests}/**/*.law.test.ts', '{platform,tests}/**/*migrat*.test.ts'], { cwd: root })
  if (tests.length === 0) return NOTHING
  const server = await startOlderPostgres(root)
  if (!server) return skip(tests.length, `no PostgreSQL 15 here; install it: ${POSTGRES_COMMAND}`)
  console.log(`PostgreSQL ${server.version}`)
  try {
    const environment = { LANTU_TEST_DATABASE_URL: server.connectionString }
    return await runVitest({ root, project: 'database', name: 'database-15', only: tests, environment })
  } finally {
    await server.stop()
  }
}

async function buildOfTheWeb(root: string): Promise<Counts> {
  const { state } = await buildWebIfStale(root)
  console.log(`web: ${state}`)
  return state === 'absent' ? NOTHING : ONE_PASSED
}

async function journeys(root: string): Promise<Counts> {
  const tests = globSync('tests/journeys/**/*.test.ts', { cwd: root })
  if (tests.length === 0) return NOTHING
  const chromium = await findChromium(root)
  if (chromium === undefined) return skip(tests.length, `no Chromium here; install it: ${CHROMIUM_COMMAND} (or set LANTU_CHROMIUM)`)
  return await runVitest({ root, project: 'journeys', name: 'journeys', environment: { LANTU_CHROMIUM: chromium } })
}

/** Counted by file, because nobody knows the tests inside a file that was not run. */
function skip(files: number, why: string): Counts {
  console.log(`skipped ${files} files: ${why}`)
  return { ...NOTHING, skipped: files }
}
