import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Actor } from '#engine/define/actor.ts'
import { execute } from '#engine/store/command.ts'
import { must, type Seeding } from './advance.ts'

/** The holiday tables of the sample pack, by the command that anybody would import them with. */
export async function seedCalendar({ installation, store }: Pick<Seeding, 'installation' | 'store'>, actor: Actor): Promise<void> {
  const tables = JSON.parse(await readFile(join(installation.root, 'packs/sample/holidays.json'), 'utf8')) as readonly object[]
  const importing = installation.shipped.commands.get('selection.import-calendar')!
  for (const table of tables) await must(execute(store, importing, { actor, request: 'seed' }, table))
}
