import type { Actor } from '#engine/define/actor.ts'
import { type Store, tableOf } from '#engine/store/context.ts'
import { ask, poolReader } from '#engine/store/read.ts'
import { person, post, tenure } from '#modules/directory/index.ts'
import { today } from '#platform/clock/clock.ts'

/** Everybody who holds a post today, as who they act; of these posts, or of all. */
export async function holdersOf(store: Store, posts?: readonly string[]): Promise<readonly Actor[]> {
  const text = `select person.id as person, post.id as post, post.unit, post.role, post.area
    from ${tableOf(store, tenure)} tenure join ${tableOf(store, post)} post on post.id = tenure.post and post.state = 'active'
      join ${tableOf(store, person)} person on person.id = tenure.person and person.state = 'active'
    where tenure.state = 'active' and tenure.from_on <= $1 and (tenure.until_on is null or tenure.until_on >= $1) ${posts ? 'and post.id = any($2)' : ''}
    order by post.id, person.id`
  const rows = await ask(poolReader(store), text, [today(store.clock, store.timeZone), ...(posts ? [[...posts]] : [])])
  return rows.map((row) => {
    const { role, ...who } = row as unknown as Omit<Actor, 'roles'> & { readonly role: string } // the columns named above
    return { ...who, roles: new Set([role]) }
  })
}
