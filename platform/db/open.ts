import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Settings } from '#platform/settings/settings.ts'
import { type Database, type DatabaseOptions, openDatabase } from './database.ts'
import { openEmbeddedPostgres } from './embedded-postgres.ts'

/** The database a process works on; `leave` closes it and stops the embedded server if nobody else uses it. */
export interface OpenedDatabase {
  readonly database: Database
  readonly connectionString: string
  readonly how: 'given' | 'started' | 'joined'
  leave(): Promise<void>
}

/** DATABASE_URL when it is set, else the embedded PostgreSQL under the data folder. */
export async function openConfiguredDatabase(
  { databaseUrl, home }: Pick<Settings, 'databaseUrl' | 'home'>,
  options: Omit<DatabaseOptions, 'connectionString'> = {},
): Promise<OpenedDatabase> {
  const server = databaseUrl === undefined ? await keptEmbedded(join(home, 'postgres')) : given(databaseUrl)
  const database = openDatabase({ ...options, connectionString: server.connectionString })
  return {
    database,
    connectionString: server.connectionString,
    how: server.how,
    async leave() {
      await database.close()
      await server.leave()
    },
  }
}

const REVIVE_EVERY_MS = 1_000

/** An embedded server that is started again when it dies under us; the pool finds it at the same address. */
async function keptEmbedded(folder: string) {
  let server = await openEmbeddedPostgres(folder)
  let left = false
  const keep = async (): Promise<void> => {
    await server.lost
    while (!left) {
      const revived = await openEmbeddedPostgres(folder).catch(() => pause(REVIVE_EVERY_MS))
      if (!revived) continue
      server = revived
      return keep()
    }
  }
  void keep()
  return {
    connectionString: server.connectionString,
    how: server.how,
    async leave() {
      left = true
      await server.leave()
    },
  }
}

function given(connectionString: string) {
  return { connectionString, how: 'given' as const, leave: async () => {} }
}
