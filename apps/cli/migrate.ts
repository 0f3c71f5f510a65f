import { readSettings } from '#platform/settings/settings.ts'
import { openHome } from './open.ts'
import type { Terminal } from './terminal.ts'

/** lantu migrate: tables of all jurisdictions to what this program needs; safe to repeat. */
export async function migrateCommand(_args: readonly string[], io: Terminal): Promise<number> {
  const { installation, database } = await openHome(readSettings())
  io.out(`数据库已是最新：${installation.stores.size} 个辖区 / the database is up to date, ${installation.stores.size} jurisdictions\n`)
  await database.leave()
  return 0
}
