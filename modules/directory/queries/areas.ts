import type { Row } from '#engine/access/holds.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { poolReader } from '#engine/store/read.ts'
import { countedRows } from '#engine/store/remembered.ts'
import { area } from '../registers/area.register.ts'

/** Every area of the jurisdiction in GB/T 2260 order; asked for again only when one has changed. */
export async function allAreas(store: Store): Promise<readonly Row[]> {
  const text = `select code, title, level, parent, from_on::text as "fromOn", until_on::text as "untilOn" from ${tableOf(store, area)} order by code, until_on nulls last`
  return countedRows(poolReader(store), store, [area], { text, values: [] })
}

/** Area names by code. */
export async function areaTitles(store: Store): Promise<ReadonlyMap<string, string>> {
  return new Map((await allAreas(store)).map(({ code, title }) => [String(code), String(title)]))
}
