import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '#platform/db/database.ts'
import { openEmbeddedPostgres } from '#platform/db/embedded-postgres.ts'
import { quoteIdentifier, withDatabaseName } from '#platform/db/identifier.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Any database of the server the tests run on; the right to make databases is needed. */
    testServer: string
    /** The database every test file clones. */
    testTemplate: string
  }
}

let stop = async () => {}

/** Starts one PostgreSQL for the whole run and prepares the template that every test file clones. */
export async function setup(project: TestProject): Promise<void> {
  const given = process.env.LANTU_TEST_DATABASE_URL
  const server = given ? { connectionString: given, stop: async () => {} } : await embedded()
  const template = `lantu_template_${process.pid}`
  stop = async () => {
    if (given) await removeDatabases(given, template)
    await server.stop()
  }
  await makeTemplate(server.connectionString, template).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  project.provide('testServer', server.connectionString)
  project.provide('testTemplate', template)
}

/** Stops what `setup` started, and leaves a given server as it was found. */
export async function teardown(): Promise<void> {
  await stop()
}

/** In the system's temporary folder, not under test-output/: root's PostgreSQL runs as nobody, who may not enter every checkout. */
async function embedded() {
  const folder = mkdtempSync(join(tmpdir(), 'lantu-test-'))
  const server = await openEmbeddedPostgres(join(folder, 'postgres'), { purpose: 'tests' })
  return {
    connectionString: server.connectionString,
    async stop() {
      await server.leave()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function makeTemplate(connectionString: string, template: string) {
  await onServer(connectionString, [`create database ${quoteIdentifier(template)} template template0 encoding 'UTF8'`])
  const preparation = new URL('./template.ts', import.meta.url)
  if (!existsSync(preparation)) return
  const { prepareTemplate } = await import(preparation.href)
  await prepareTemplate(withDatabaseName(connectionString, template))
}

async function removeDatabases(connectionString: string, template: string) {
  const database = openDatabase({ connectionString, max: 1 })
  const { rows } = await database.query<{ datname: string }>(
    'select datname from pg_database where datname = $1 or starts_with(datname, $2)',
    [template, `${template}_`],
  )
  for (const { datname } of rows) await database.query(`drop database if exists ${quoteIdentifier(datname)} with (force)`)
  await database.close()
}

async function onServer(connectionString: string, statements: readonly string[]) {
  const database = openDatabase({ connectionString, max: 1 })
  for (const statement of statements) await database.query(statement)
  await database.close()
}
