import { type Store, tableOf } from '#engine/store/context.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { orgUnit } from '#modules/directory/index.ts'
import { unitAlias } from '../registers/unit-alias.register.ts'
import type { NamedUnit, UnitNames } from '../rules/unit-names.ts'

/** The names of units as they are to be read in a document of that day. */
export async function namesInUse(store: Store, day: string): Promise<UnitNames> {
  const [aliases, units] = await Promise.all([
    ask(
      poolReader(store),
      `select alias, title, from_on as "fromOn", until_on as "untilOn" from ${tableOf(store, unitAlias)} where state = 'active' order by alias, from_on nulls first`,
      [],
    ),
    ask(poolReader(store), `select id, title from ${tableOf(store, orgUnit)} order by title, id`, []),
  ])
  return {
    aliases: aliases as unknown as readonly NamedUnit[], // the columns just selected
    units: new Map(units.map(({ id, title }) => [String(title), String(id)])),
    day,
  }
}
