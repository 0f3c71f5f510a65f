import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedPostgres } from '#platform/db/embedded-postgres.ts'
import { installDebian } from './debian.ts'

/** A throw-away server of an older PostgreSQL than the embedded one: 15, the oldest we promise to run on. */
export interface OlderPostgres {
  readonly version: string
  readonly connectionString: string
  stop(): Promise<void>
}

const DEBIAN_FOLDER = '/usr/lib/postgresql'

/** What a person without root would type. */
export const POSTGRES_COMMAND = 'sudo apt-get install -y postgresql'

/** The server named by LANTU_TEST_POSTGRES_15_URL, Debian's oldest from 15 on, or Debian's, installed now. */
export async function startOlderPostgres(root: string): Promise<OlderPostgres | undefined> {
  const given = process.env.LANTU_TEST_POSTGRES_15_URL
  if (given) return { version: '15', connectionString: given, stop: async () => {} }
  const version = installedVersion() ?? ((await installDebian(root, ['postgresql'])) ? installedVersion() : undefined)
  return version === undefined ? undefined : await start(version)
}

function installedVersion(): string | undefined {
  if (!existsSync(DEBIAN_FOLDER)) return undefined
  const usable = (version: string) => Number(version) >= 15 && existsSync(join(DEBIAN_FOLDER, version, 'bin', 'initdb'))
  return readdirSync(DEBIAN_FOLDER).filter(usable).toSorted()[0]
}

async function start(version: string): Promise<OlderPostgres> {
  const folder = mkdtempSync(join(tmpdir(), `lantu-postgres-${version}-`))
  const program = { folder: join(DEBIAN_FOLDER, version), locale: ['--locale=C.UTF-8'] }
  const server = await openEmbeddedPostgres(join(folder, 'data'), { purpose: 'tests', program })
  return {
    version,
    connectionString: server.connectionString,
    async stop() {
      await server.leave()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
