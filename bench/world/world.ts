import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openInstallation, shipped } from '#apps/api/installation.ts'
import { type Holder, seedDirectory } from '#apps/cli/seed/directory.ts'
import type { Store } from '#engine/store/context.ts'
import { type Jurisdiction, keepJurisdiction } from '#modules/directory/index.ts'
import { systemClock } from '#platform/clock/clock.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { openEmbeddedPostgres } from '#platform/db/embedded-postgres.ts'
import { openFileStore } from '#platform/files/file-store.ts'
import { openSecrets } from '#platform/secrets/secrets.ts'
import type { Bench } from '../result.ts'
import { loadTechnologies } from './load-technologies.ts'
import type { Place } from './technology-row.ts'

/** A jurisdiction with a full register, on a PostgreSQL of the bench's own. */
export interface World {
  readonly databaseUrl: string
  readonly home: string
  readonly root: string
  readonly store: Store
  readonly holders: readonly Holder[]
  readonly places: readonly Place[]
  /** The entries of the register, oldest first. */
  readonly ids: readonly string[]
}

export const ENTRIES = 100_000

const ROOT = join(import.meta.dirname, '../..')
const JURISDICTION: Jurisdiction = { code: 'bench', title: '基准省', schema: 'j_bench', demonstration: true, timeZone: 'Asia/Shanghai' }

let made: Promise<World> | undefined

/** The same one for every suite of a run. */
export function openWorld(bench: Bench): Promise<World> {
  return (made ??= makeWorld(bench))
}

/** The real settings of the embedded server, fsync included: a create that is not on disk is none. */
async function makeWorld(bench: Bench): Promise<World> {
  const started = performance.now()
  const server = await openEmbeddedPostgres(join(bench.folder, 'postgres'))
  bench.atEnd(() => server.leave())
  const opened = [true, false].map((pipeline) =>
    openDatabase({ connectionString: server.connectionString, max: 4, statementTimeoutMillis: 0, pipeline }),
  )
  for (const database of opened) bench.atEnd(() => database.close())
  const home = join(bench.folder, 'home')
  mkdirSync(home)
  const made = await furnish(opened[0]!, opened[1]!, home)
  bench.say(`${ENTRIES.toLocaleString('en')} entries loaded in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return { ...made, databaseUrl: server.connectionString, home, root: ROOT }
}

/** Commands are pipelined, COPY cannot be. */
async function furnish(database: Database, plain: Database, home: string) {
  const [secrets, files] = await Promise.all([openSecrets(join(home, 'keys')), openFileStore(join(home, 'files'))])
  const installation = await openInstallation({ root: ROOT, database, clock: systemClock, secrets, files, shipped: shipped() })
  await keepJurisdiction(database, JURISDICTION, systemClock.now())
  const store = await installation.open(JURISDICTION)
  const { holders, units } = await seedDirectory(store, ROOT, JURISDICTION.code)
  const places: readonly Place[] = units
  const ids = await loadTechnologies(
    { ...store, database: plain },
    {
      places,
      author: holders.find(({ loginName }) => loginName === 'suzhou')!.actor,
      count: ENTRIES,
    },
  )
  return { store, holders, places, ids }
}
