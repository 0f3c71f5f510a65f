import { join } from 'node:path'
import { openInstallation, shipped } from '#apps/api/installation.ts'
import type { Actor } from '#engine/define/actor.ts'
import { execute } from '#engine/store/command.ts'
import { fixedClock } from '#platform/clock/clock.ts'
import { openDatabase } from '#platform/db/database.ts'
import { openFileStore } from '#platform/files/file-store.ts'
import { openSecrets } from '#platform/secrets/secrets.ts'
import { ROOT, TEST_JURISDICTION } from '../support/test-jurisdiction.ts'

/** What the process is told, as JSON in its second argument. */
export interface PublishingOrder {
  readonly connectionString: string
  readonly folder: string
  readonly instant: string
  readonly actor: Omit<Actor, 'roles'>
  readonly input: { readonly report: string; readonly documentNo: string; readonly documentDate: string }
}

// A process of its own that publishes one report, so that a test can kill it on the way.
const order = JSON.parse(process.argv[2] ?? '') as PublishingOrder // written by the test
const installation = await openInstallation({
  root: ROOT,
  database: openDatabase({ connectionString: order.connectionString, applicationName: 'publishing' }),
  clock: fixedClock(order.instant),
  shipped: shipped(),
  secrets: await openSecrets(join(order.folder, 'keys')),
  files: await openFileStore(join(order.folder, 'files')),
})
const given = { actor: { ...order.actor, roles: new Set(['planner']) }, request: 'test' }
await execute(installation.storeOf(TEST_JURISDICTION.schema), installation.shipped.commands.get('reports.publish')!, given, order.input)
