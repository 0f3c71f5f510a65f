import { join } from 'node:path'
import { type Installation, openInstallation, shipped } from '#apps/api/installation.ts'
import { systemClock } from '#platform/clock/clock.ts'
import { type OpenedDatabase, openConfiguredDatabase } from '#platform/db/open.ts'
import { openFileStore } from '#platform/files/file-store.ts'
import { openSecrets } from '#platform/secrets/secrets.ts'
import type { Settings } from '#platform/settings/settings.ts'

export interface Opened {
  readonly installation: Installation
  readonly database: OpenedDatabase
}

/** Opens the data folder and brings the database up to date. */
export async function openHome(settings: Settings): Promise<Opened> {
  const database = await openConfiguredDatabase(settings, { pipeline: true })
  const [secrets, files] = await Promise.all([openSecrets(join(settings.home, 'keys')), openFileStore(join(settings.home, 'files'))])
  const installation = await openInstallation({
    root: settings.root,
    database: database.database,
    clock: systemClock,
    secrets,
    files,
    shipped: shipped(),
    takeBackMinutes: settings.takeBackMinutes,
    draftDays: settings.draftDays,
  })
  return { installation, database }
}
