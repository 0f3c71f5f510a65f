import { z } from 'zod'
import { askFor } from '#engine/store/ask-for.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { query } from '#engine/store/query.ts'
import { poolReader } from '#engine/store/read.ts'
import { today } from '#platform/clock/clock.ts'
import { type Columned, listOf, text } from '#platform/db/columns.ts'
import { areaGroup } from '../registers/area-group.register.ts'

const GROUP = { code: text, title: text, kind: text, members: listOf({ area: text }) }

/** The groups of areas that are valid on a day; they may overlap. */
export const areaGroups = query({
  name: 'directory.area-groups',
  label: { zh: '区域组', en: 'Groups of areas' },
  input: z.object({ on: z.iso.date().optional() }),
  right: { always: true },
  run: async ({ store }, { on = today(store.clock, store.timeZone) }) => ({ on, groups: await groupsOn(store, on) }),
})

/** Groups of areas valid on a day, in the order they were entered. */
export async function groupsOn(store: Store, on: string): Promise<readonly Columned<typeof GROUP>[]> {
  const sql = `select code, title, kind, members from ${tableOf(store, areaGroup)}
    where (from_on is null or from_on <= $1) and (until_on is null or until_on >= $1) order by no`
  return askFor(poolReader(store), GROUP, sql, [on])
}
