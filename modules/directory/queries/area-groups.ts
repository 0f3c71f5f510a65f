import { z } from 'zod'
import { type Store, tableOf } from '#engine/store/context.ts'
import { query } from '#engine/store/query.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { today } from '#platform/clock/clock.ts'
import { areaGroup } from '../registers/area-group.register.ts'

interface AreaGroup {
  readonly code: string
  readonly title: string
  readonly kind: string
  readonly members: readonly { readonly area: string; readonly role: string | null }[]
}

/** The groups of areas that are valid on a day; they may overlap. */
export const areaGroups = query({
  name: 'directory.area-groups',
  label: { zh: '区域组', en: 'Groups of areas' },
  input: z.object({ on: z.iso.date().optional() }),
  right: { always: true },
  run: async ({ store }, { on = today(store.clock, store.timeZone) }) => ({ on, groups: await groupsOn(store, on) }),
})

/** Groups of areas valid on a day, in the order they were entered. */
export async function groupsOn(store: Store, on: string): Promise<readonly AreaGroup[]> {
  const text = `select code, title, kind, members from ${tableOf(store, areaGroup)}
    where (from_on is null or from_on <= $1) and (until_on is null or until_on >= $1) order by no`
  return (await ask(poolReader(store), text, [on])) as unknown as readonly AreaGroup[] // the columns named above
}
