import { setTimeout as pause } from 'node:timers/promises'
import { followEvents, type OnKept } from '#modules/collaboration/index.ts'
import type { World } from './world.ts'

/**
 * Follows every event of a world. Transaction ids belong to the whole server, so a transaction that another test file has open in its own
 * database holds the follower back for as long: it is asked again until nothing is left.
 */
export async function followAll(world: World, onKept?: OnKept): Promise<void> {
  for (;;) {
    await followEvents(world.store, onKept)
    const [row] = await world.sql(
      `select coalesce((select max(xid) from {{schema}}.event) > xid, false) as behind from {{schema}}.follower where name = 'notices'`,
    )
    if (row?.['behind'] !== true) return
    await pause(20)
  }
}
