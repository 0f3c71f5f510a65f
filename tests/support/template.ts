import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openInstallation, shipped } from '#apps/api/installation.ts'
import { seedDirectory } from '#apps/cli/seed/directory.ts'
import { keepJurisdiction } from '#modules/directory/index.ts'
import { fixedClock } from '#platform/clock/clock.ts'
import { openDatabase } from '#platform/db/database.ts'
import { openFileStore } from '#platform/files/file-store.ts'
import { openSecrets } from '#platform/secrets/secrets.ts'
import { ROOT, TEST_JURISDICTION } from './test-jurisdiction.ts'

/** What every test file finds: one jurisdiction with its areas, units, posts, people and accounts, and nothing else. */
export async function prepareTemplate(connectionString: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lantu-template-'))
  const database = openDatabase({ connectionString, pipeline: true })
  const clock = fixedClock('2024-01-02T00:00:00Z')
  const parts = {
    root: ROOT,
    database,
    clock,
    shipped: shipped(),
    secrets: await openSecrets(join(folder, 'keys')),
    files: await openFileStore(join(folder, 'files')),
  }
  const installation = await openInstallation(parts)
  await keepJurisdiction(database, TEST_JURISDICTION, clock.now())
  await seedDirectory(await installation.open(TEST_JURISDICTION), ROOT, TEST_JURISDICTION.code)
  await database.close()
}
