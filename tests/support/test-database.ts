import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { type Database, type DatabaseOptions, openDatabase } from '#platform/db/database.ts'
import { quoteIdentifier, withDatabaseName } from '#platform/db/identifier.ts'
import type {} from './database-server.ts'

/** A database of a test file's own: everything the template holds, and nobody else in it. */
export interface TestDatabase {
  readonly connectionString: string
  readonly database: Database
  drop(): Promise<void>
}

/** Clones the template (50-150 ms); call it in `beforeAll` and `drop` in `afterAll`. */
export async function testDatabase(options: Omit<DatabaseOptions, 'connectionString'> = {}): Promise<TestDatabase> {
  const template = inject('testTemplate')
  const name = `${template}_${randomBytes(6).toString('hex')}`
  const server = openDatabase({ connectionString: inject('testServer'), max: 1, statementTimeoutMillis: 0 })
  await clone(server, name, template)

  const connectionString = withDatabaseName(inject('testServer'), name)
  const database = openDatabase({ max: 5, ...options, connectionString })
  return {
    connectionString,
    database,
    async drop() {
      await database.close()
      await server.query(`drop database if exists ${quoteIdentifier(name)} with (force)`)
      await server.close()
    },
  }
}

/** One clone at a time: PostgreSQL refuses a second one of the same template while the first is being made. */
async function clone(server: Database, name: string, template: string) {
  const client = await server.pool.connect()
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [template])
    await client.query(`create database ${quoteIdentifier(name)} template ${quoteIdentifier(template)}`)
  } finally {
    await client.query('select pg_advisory_unlock_all()')
    client.release()
  }
}
